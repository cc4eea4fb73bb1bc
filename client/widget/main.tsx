import type { ContactClaim } from '../../shared/api/chat.ts';
import { mount } from './mount.tsx';
import { type Options, readOptions } from './options.ts';
import { computePalette } from './palette.ts';
import style from './style.css?inline';
import { keepAboveKeyboard } from './visible-area.ts';

/** What a page can ask of its chat: `window.Baton`. */
interface BatonApi {
  open(): void;
  close(): void;
  /** Who the page says its customer is; goes along when the next conversation opens. */
  setContact(contact: ContactClaim): void;
}

declare global {
  interface Window {
    Baton?: BatonApi;
  }
}

const script = document.currentScript;

// A script that is loaded with `async` may run before there is a page to draw into.
if (document.body) begin();
else addEventListener('DOMContentLoaded', begin);

function begin(): void {
  const place = document.querySelector<HTMLElement>('#baton-chat');
  const options = script instanceof HTMLScriptElement ? readOptions(script, place) : undefined;
  if (!options) console.error('Baton: the script tag needs data-bot.');
  else window.Baton ??= startWidget(options, place);
}

function startWidget(options: Options, place: HTMLElement | null): BatonApi {
  const host = place ?? document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [createSheet(options)];
  keepAboveKeyboard(host);
  const { connection, setOpen } = mount(root, options);
  return {
    open: () => setOpen(true),
    close: () => setOpen(false),
    setContact(contact) {
      connection.contact = contact;
    },
  };
}

/** A constructed sheet passes a page's content security policy where a style element would not. */
function createSheet({ color }: Options): CSSStyleSheet {
  const { brand, onBrand, inkLight, inkDark } = computePalette(color);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:host{--brand:${brand};--on-brand:${onBrand};--ink-light:${inkLight};--ink-dark:${inkDark}}${style}`,
  );
  return sheet;
}
