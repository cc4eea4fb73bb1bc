import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTemplate, renderTemplate, renderWithSecrets, toTemplateVariables } from './template.ts';

const render = (source: string, values: Record<string, string>) =>
  renderTemplate(parseTemplate(source), (name) => values[name]);

test('variables are inserted, spaces around the name being free', () => {
  expect(
    render('Order {{ order_number }}, {{contact.name}}!', { order_number: '7', 'contact.name': 'Jan' }),
  ).toBe('Order 7, Jan!');
});

test('an unknown or empty variable takes its fallback, or nothing', () => {
  expect(render('Hi {{name|there}}', {})).toBe('Hi there');
  expect(render('Hi {{ name | dear customer }}', { name: '' })).toBe('Hi dear customer');
  expect(render('Hi {{name}}.', {})).toBe('Hi .');
});

test('what is no placeholder stays as it is written', () => {
  for (const source of ['{{', 'a {{name', '{{}}', '{{ }}', '}} {{', '{name}', '{{a\nb}}']) {
    expect(render(source, { name: 'x', a: 'x' })).toBe(source);
  }
  expect(render('{{ {{name}}', { name: 'x' })).toBe('{{ x');
  expect(render('{{{name}}}', { name: 'x' })).toBe('{x}');
});

test('a secret renders empty, and stays symbolic where it may be filled in', () => {
  const template = parseTemplate('Bearer {{secret.shop}} {{name}}');
  expect(renderTemplate(template, () => 'leak')).toBe('Bearer  leak');
  expect(renderWithSecrets(template, () => 'x')).toEqual(['Bearer ', { secret: 'shop' }, ' ', 'x']);
});

test('the variables of a text are listed once each', () => {
  expect(toTemplateVariables('{{a}} {{b|c}} {{ a }} {{secret.x}}')).toEqual(['a', 'b', 'secret.x']);
});

test('an inserted value is never parsed again', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(render('<{{a}}{{b}}>', { a: `{{b}}${value}`, b: value })).toBe(`<{{b}}${value}${value}>`);
    }),
  );
});

test('a text without placeholders renders as itself, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string(), (source) => {
      fc.pre(toTemplateVariables(source).length === 0);
      expect(render(source, {})).toBe(source);
    }),
  );
});

test('a hostile text is parsed at once', () => {
  const source = '{{'.repeat(30_000);
  expect(render(source, {})).toBe(source);
  expect(render(`${source}a}}`, { a: 'x' })).toBe(`${'{{'.repeat(29_999)}x`);
});
