import { render } from 'preact';
import type { Chat } from './chat.ts';
import { Widget } from './components/Widget.tsx';
import { type Connection, createConnection, wake } from './connection/connection.ts';
import { resume, start } from './connection/start.ts';
import { createSurroundings } from './connection/surroundings.ts';
import { toLastNumber } from './connection/transcript.ts';
import type { Options } from './options.ts';
import { createSay, loadWords, toWindowLanguage } from './words.ts';

/** Draws a chat into a root and keeps it true; the answer opens and closes it. */
export function mount(root: ShadowRoot, options: Options): Pick<Chat, 'connection' | 'setOpen'> {
  let open = options.open || options.mode === 'page';
  let language = '';
  let t: Chat['t'] | undefined;
  let due = false;
  const connection = createConnection({ ...options, page: describePage() }, createSurroundings(), () => {
    if (due) return;
    due = true;
    queueMicrotask(draw);
  });
  const setOpen = (next: boolean) => {
    open = next || options.mode === 'page';
    if (open) void start(connection);
    draw();
    focusOn(root, open);
  };
  function draw() {
    due = false;
    const { state } = connection;
    const wanted = toWindowLanguage(state.language || navigator.language);
    if (wanted !== language) {
      language = wanted;
      void loadWords(options.base, wanted)
        .catch(() => ({}))
        .then((words) => {
          if (wanted !== language) return;
          t = createSay(words);
          draw();
        });
    }
    if (open) markRead(connection);
    if (t) render(<Widget chat={{ connection, options, state, open, language, t, setOpen }} />, root);
  }
  addEventListener('online', () => wake(connection));
  document.addEventListener('visibilitychange', () => wake(connection));
  draw();
  void (open ? start(connection) : resume(connection));
  return { connection, setOpen };
}

/** On a touch screen the field would call up the keyboard before anything was read. */
function focusOn(root: ShadowRoot, open: boolean): void {
  const field = matchMedia('(hover: hover)').matches ? 'textarea' : '.panel';
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
