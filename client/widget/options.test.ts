import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

function createScript(data: Record<string, string>): HTMLScriptElement {
  const script = document.createElement('script');
  Object.defineProperty(script, 'src', { value: 'https://chat.example/widget.js' });
  Object.assign(script.dataset, data);
  return script;
}

test('one tag with the bot is enough', () => {
  expect(readOptions(createScript({ bot: 'shop' }), null)).toEqual({
    base: 'https://chat.example',
    bot: 'shop',
    language: undefined,
    color: undefined,
    position: 'right',
    open: false,
    mode: 'corner',
  });
});

test('language, colour, side and opening come from the tag', () => {
  const script = createScript({ bot: 'shop', language: 'nl', color: '#0a7', position: 'left', open: 'true' });
  expect(readOptions(script, null)).toMatchObject({
    language: 'nl',
    color: '#0a7',
    position: 'left',
    open: true,
  });
  expect(readOptions(createScript({ bot: 'shop', open: 'false' }), null)?.open).toBe(false);
});

test('a place in the page makes the chat the page', () => {
  expect(readOptions(createScript({ bot: 'shop' }), document.createElement('main'))?.mode).toBe('page');
});

test('without a bot there is no chat', () => {
  expect(readOptions(createScript({}), null)).toBeUndefined();
});
