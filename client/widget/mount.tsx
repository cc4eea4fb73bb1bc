import type { Chat } from './chat.ts';
import { Widget } from './components/Widget.tsx';
import { type Connection, createConnection, wake } from './connection/connection.ts';
import { resume, start } from './connection/start.ts';
import { createSurroundings } from './connection/surroundings.ts';
import { toLastNumber } from './connection/transcript.ts';
import { draw } from './dom/draw.ts';
import type { Options } from './options.ts';
import { createWords, toWindowLanguage } from './words.ts';

const nearEnd = 80;

/** Draws a chat into a root and keeps it true; the answer opens and closes it. */
export function mount(root: ShadowRoot, options: Options): Pick<Chat, 'connection' | 'setOpen'> {
  let open = options.open || options.mode === 'page';
  let due = false;
  const connection = createConnection({ ...options, page: describePage() }, createSurroundings(), () => {
    if (!due) queueMicrotask(show);
    due = true;
  });
  const toSay = createWords(options.base, () => show());
  const keepAtEnd = createEndKeeper(root);
  const setOpen = (next: boolean) => {
    open = next || options.mode === 'page';
    if (open) void start(connection);
    show();
    focusOn(root, open);
  };
  const show = () => {
    due = false;
    const { state } = connection;
    const language = toWindowLanguage(state.language || navigator.language);
    const t = toSay(language);
    if (open) markRead(connection);
    if (!t) return;
    const chat = { connection, options, state, open, language: toLocale(language), t, setOpen };
    const focused = root.activeElement;
    draw(root, <Widget chat={chat} />);
    keepAtEnd();
    // A button that goes, or can be pressed no more, must not take the focus with it.
    if (focused && (!root.activeElement || focused.matches(':disabled'))) focusOn(root, open);
  };
  const look = () => wake(connection);
  addEventListener('online', look);
  document.addEventListener('visibilitychange', look);
  show();
  void (open ? start(connection) : resume(connection));
  return { connection, setOpen };
}

/**
 * Keeps the log at its end, also when a picture makes it longer, unless the customer scrolled back; what
 * the customer sends brings it to its end again. To be called after each drawing.
 */
function createEndKeeper(root: ShadowRoot): () => void {
  let follows = true;
  let own = 0;
  let top = 0;
  const findLog = () => root.querySelector('.scroll');
  const keepAtEnd = () => {
    const log = findLog();
    const before = own;
    own = root.querySelectorAll('.customer .message').length;
    follows ||= own > before;
    if (log && follows) log.scrollTop = log.scrollHeight;
  };
  const look = () => {
    const log = findLog();
    if (!log) return;
    const isNearEnd = log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
    // Only the customer scrolls up; what grows at the end moves nothing.
    if (isNearEnd || log.scrollTop < top) follows = isNearEnd;
    top = log.scrollTop;
  };
  root.addEventListener('scroll', look, true);
  root.addEventListener('load', () => requestAnimationFrame(keepAtEnd), true);
  return keepAtEnd;
}

/** The reader's own kind of the window's language, `en-GB` for `en`, which writes times as they are used to. */
function toLocale(language: string): string {
  return navigator.languages.find((own) => own.startsWith(language)) ?? language;
}

/** On a touch screen the field would call up the keyboard before anything was read. */
function focusOn(root: ShadowRoot, open: boolean): void {
  const field = matchMedia('(hover: hover)').matches ? 'textarea,.primary' : '.panel';
  root.querySelector<HTMLElement>(open ? field : '.launcher')?.focus();
}

function markRead({ memory, state }: Connection): void {
  const last = toLastNumber(state.messages);
  if (last > (memory.read().read ?? 0)) memory.write({ read: last });
}

/** Where the customer is, without what an address may hold of secrets. */
function describePage() {
  const lang = document.documentElement.lang.slice(0, 35);
  return {
    url: (location.origin + location.pathname).slice(0, 2_000),
    title: document.title.slice(0, 500),
    ...(lang && { lang }),
  };
}
