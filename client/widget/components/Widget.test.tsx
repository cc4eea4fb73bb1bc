import { beforeEach, describe, expect, test } from 'vitest';
import type { Handler, Message, Part } from '../../../shared/schema/message.ts';
import { ratingScales } from '../../../shared/text/rating-scale.ts';
import type { Chat } from '../chat.ts';
import type { ChatState } from '../connection/chat-state.ts';
import { type Connection, update } from '../connection/connection.ts';
import { draw } from '../dom/draw.ts';
import type { Options } from '../options.ts';
import { Customer } from '../testing/customer.ts';
import { FakeServer } from '../testing/fake-server.ts';
import { Widget } from './Widget.tsx';

const options: Options = {
  base: 'http://chat.example',
  bot: 'shop',
  position: 'right',
  open: true,
  mode: 'corner',
};
let place: HTMLElement;
let connection: Connection;

beforeEach(() => {
  place = document.createElement('div');
  connection = new Customer(new FakeServer()).load();
});

/** Draws the window with the keys of its words for words. */
function show(change: Partial<ChatState>, more: Partial<Chat> = {}): void {
  update(connection, { phase: 'open', ...change });
  const { state } = connection;
  const chat: Chat = {
    connection,
    options,
    state,
    open: true,
    language: 'en',
    t: (key, values) => (values ? `${key} ${Object.values(values).join(' ')}` : key),
    setOpen: () => {},
    ...more,
  };
  draw(place, <Widget chat={chat} />);
}

function createMessages(...said: [Message['from']['kind'], ...Part[]][]): Message[] {
  return said.map(([kind, ...parts], at) => ({
    id: `m${at + 1}`,
    number: at + 1,
    at: '2026-11-21T10:00:00Z',
    from: { kind },
    parts,
  }));
}

function text(words: string): Part {
  return { type: 'text', text: words };
}

function findButton(label: string): HTMLButtonElement | undefined {
  return [...place.querySelectorAll('button')].find(
    (button) => button.textContent === label || button.getAttribute('aria-label') === label,
  );
}

const bot: ChatState['bot'] = {
  id: 'b',
  slug: 'shop',
  name: 'Shop',
  languages: ['en', 'nl'],
  persona: { name: 'Robin' },
  open: true,
  person: { en: 'Talk to a person' },
  alternatives: [{ label: 'Call us', url: 'tel:+3120' }],
};

describe('a person', () => {
  test('can be asked for while the bot answers, in the customer’s own words', () => {
    show({ bot, language: 'en' });
    findButton('talk')?.click();
    expect(connection.state.pending[0]?.body.text).toBe('Talk to a person');
  });

  test.each<Handler>(['queue', 'agent'])('cannot be asked for again with the handler %s', (handler) => {
    show({ bot, handler });
    expect(findButton('talk')).toBeUndefined();
  });

  test('is not offered where the bot has no way to one', () => {
    show({ bot: { ...bot, person: {} } });
    expect(findButton('talk')).toBeUndefined();
  });

  test('is announced by name when one takes over', () => {
    show({ bot, handler: 'agent', agent: { name: 'Anna' } });
    expect(place.querySelector('header [role=status]')?.textContent).toBe('with-person Anna');
  });

  test('is waited for with place, time and a way back', () => {
    show({ bot, handler: 'queue', queue: { position: 2, waitMinutes: 0.2 } });
    expect(place.querySelector('.strip')?.textContent).toContain('position 2 wait 1');
    expect(findButton('cancel')).toBeDefined();
  });
});

describe('answers', () => {
  const choice: Part = { type: 'choice', options: [{ id: 'yes', label: 'Yes' }] };
  const suggestion: Part = { ...choice, suggestions: true };

  test('a button sends its option and the message it belongs to', () => {
    show({ messages: createMessages(['bot', text('Sure?'), choice]) });
    findButton('Yes')?.click();
    expect(connection.state.pending[0]?.body.choice).toEqual({ option: 'yes', message: 'm1' });
  });

  test('a suggestion sends its words, and goes when something was said', () => {
    show({ messages: createMessages(['bot', text('Hello'), suggestion]) });
    findButton('Yes')?.click();
    expect(connection.state.pending[0]?.body.text).toBe('Yes');
    show({});
    expect(findButton('Yes')).toBeUndefined();
  });

  test('thumbs stand under the newest answer only, and not under questions', () => {
    show({
      messages: createMessages(['bot', text('Hello')], ['customer', text('Hi')], ['bot', text('Fine')]),
    });
    expect(place.querySelectorAll('.thumbs')).toHaveLength(1);
    findButton('bad')?.click();
    expect(connection.state.pending[0]?.body.feedback).toEqual({ message: 'm3', value: 'down' });
    show({ messages: createMessages(['customer', text('Hi')], ['bot', text('Sure?'), choice]) });
    expect(place.querySelectorAll('.thumbs')).toHaveLength(0);
  });

  test.each(ratingScales)('the scale %s gives its highest value, once', (scale) => {
    const highest = { stars: 5, smileys: 5, thumbs: 1, nps: 10, effort: 7 }[scale];
    show({ messages: createMessages(['bot', text('How was it?'), { type: 'rating', scale }]) });
    findButton(scale === 'thumbs' ? 'good' : `value ${highest} ${highest}`)?.click();
    expect(connection.state.pending[0]?.body.rating).toEqual({ value: highest, message: 'm1' });
    show({});
    expect([...place.querySelectorAll('.rating button')].every((button) => button.matches(':disabled'))).toBe(
      true,
    );
  });
});

describe('what is shown', () => {
  test('addresses in words can be followed, markup stays words', () => {
    show({ messages: createMessages(['bot', text('See https://shop.example/a. <b>Now</b>')]) });
    expect(place.querySelector('.bubble a')?.getAttribute('href')).toBe('https://shop.example/a');
    expect(place.querySelector('.bubble')?.textContent).toBe('See https://shop.example/a. <b>Now</b>');
  });

  test('a link that would run something leads nowhere', () => {
    show({ messages: createMessages(['bot', { type: 'link', label: 'Go', url: 'javascript:alert(1)' }]) });
    expect(place.querySelector('.link a')?.hasAttribute('href')).toBe(false);
  });

  test('what waits says so, what was refused says why', () => {
    const at = '2026-11-21T10:00:00Z';
    const pending = [
      { body: { id: 'a' }, label: 'One', at },
      { body: { id: 'b' }, label: 'Two', at, refusal: 'Too long.' },
    ];
    show({ online: false, pending });
    const notes = [...place.querySelectorAll('.note, .failed')].map((note) => note.textContent);
    expect(notes[0]).toBe('unsent');
    expect(notes[1]).toContain('refused Too long.');
    expect(place.querySelector('.offline')?.textContent).toBe('offline');
  });

  test('the launcher counts what was not seen', () => {
    const messages = createMessages(['bot', text('Hello')], ['customer', text('Hi')], ['agent', text('Hi')]);
    show({ messages }, { open: false });
    expect(findButton('open. unread 2')?.textContent).toBe('2');
  });

  test('the language can be chosen where the bot has several', () => {
    show({ bot, language: 'nl' });
    expect(place.querySelector<HTMLSelectElement>('select')?.value).toBe('nl');
    show({ bot: { ...bot, languages: ['nl'] } });
    expect(place.querySelector('select')).toBeNull();
  });
});
