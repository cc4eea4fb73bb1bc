/** Bodies that no call wants: what it is, its type, its text. */
export const hostileBodies: [name: string, type: string, body: string][] = [
  ['half an object', 'application/json', '{"name": '],
  ['not JSON', 'application/json', 'name=1'],
  ['a form', 'application/x-www-form-urlencoded', 'name=1'],
  ['plain text', 'text/plain', '{}'],
  ['null', 'application/json', 'null'],
  ['a number', 'application/json', '42'],
  ['a list', 'application/json', '[]'],
  ['a text', 'application/json', '"hi"'],
  ['a prototype', 'application/json', '{"__proto__": {"roles": ["administrator"]}, "constructor": {}}'],
  [
    'wrong types everywhere',
    'application/json',
    '{"id": {}, "text": [], "name": 1, "email": [[]], "base": "x", "token": {"$ne": ""}}',
  ],
  ['endless nesting', 'application/json', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['too much', 'application/json', JSON.stringify({ text: 'x'.repeat(70_000) })],
  ['another charset', 'application/json; charset=utf-7', '{}'],
  ['control characters', 'application/json', '{"text": "\\u0000\\u202e\\ud800", "name": "\\u0000"}'],
];

/** Ids that no address wants, as they stand in it. */
export const hostileIds = [
  '%E0%A4%A',
  '..%2f..%2fetc%2fpasswd',
  'a'.repeat(300),
  '%00',
  "1' or '1'='1",
  '__proto__',
  '%F0%9F%98%80',
];
