/** How a page asks for its chat. */
export interface Options {
  /** The server's address, without a slash at its end. */
  readonly base: string;
  readonly bot: string;
  readonly language?: string | undefined;
  readonly color?: string | undefined;
  readonly position: 'left' | 'right';
  readonly open: boolean;
  /** `page`: the chat is the whole page, without a launcher. */
  readonly mode: 'corner' | 'page';
}

/**
 * Reads the script tag's `data-` attributes, and those of a `#baton-chat` element, which is how the
 * full-page version says what it is. Undefined without a bot.
 */
export function readOptions(script: HTMLScriptElement, place: HTMLElement | null): Options | undefined {
  const data: DOMStringMap = { ...script.dataset, ...place?.dataset };
  if (!data.bot) return undefined;
  return {
    base: new URL('.', script.src).href.replace(/\/$/, ''),
    bot: data.bot,
    language: data.language || undefined,
    color: data.color,
    position: data.position === 'left' ? 'left' : 'right',
    open: data.open !== undefined && data.open !== 'false',
    mode: place || data.mode === 'page' ? 'page' : 'corner',
  };
}
