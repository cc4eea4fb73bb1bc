const shapes = {
  chat: 'M21 12a9 9 0 0 1-12 8l-6 1 1-6a9 9 0 1 1 17-3z',
  close: 'M18 6 6 18M6 6l12 12',
  send: 'M5 12h14m-6-6 6 6-6 6',
  clip: 'm21 11-9 9a6 6 0 0 1-8-8l9-9a4 4 0 0 1 5 5l-9 9a2 2 0 0 1-3-3l8-8',
  more: 'M12 5v0m0 7v0m0 7v0',
  up: 'M7 10v11H3V10zl4-8a3 3 0 0 1 3 3l-1 4h6a2 2 0 0 1 2 2l-1 8a2 2 0 0 1-2 2H7',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0',
  bot: 'M5 9h14v11H5zm7 0V5M9 14v0m6 0v0M2 14v2m20-2v2',
  star: 'm12 3 3 6 6 1-5 4 1 7-5-4-5 4 1-7-5-4 6-1z',
};
export type Shape = keyof typeof shapes;

interface Props {
  readonly shape?: Shape | undefined;
  readonly flip?: boolean;
  /** A face instead: 1 is sad, 3 even, 5 glad. */
  readonly face?: number;
}

/** A drawing without a name of its own: the button or text beside it says what it means. */
export function Icon({ shape, flip, face = 0 }: Props) {
  const bend = face * 3 - 9;
  const drawn = shape
    ? shapes[shape]
    : `M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 10v0m6 0v0M8 ${15 - bend / 4}q4 ${bend} 8 0`;
  return (
    <svg class={flip ? 'icon flip' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawn} />
    </svg>
  );
}
