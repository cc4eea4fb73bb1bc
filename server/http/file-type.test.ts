import { expect, test } from 'vitest';
import { toFileType } from './file-type.ts';

test.each([
  ['a PNG whatever it is called', Buffer.from('89504e470d0a1a0a00', 'hex'), 'invoice.exe', 'image/png'],
  ['a JPEG', Buffer.from('ffd8ffe0', 'hex'), 'a.jpg', 'image/jpeg'],
  ['a WebP', Buffer.from('RIFF0000WEBPVP8 '), 'a', 'image/webp'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'a.png', 'application/pdf'],
  ['a script page, as text', Buffer.from('<script>alert(1)</script>'), 'a.html', 'text/plain'],
  ['a drawing, as text', Buffer.from('<svg onload="alert(1)"/>'), 'a.svg', 'text/plain'],
  ['Bulgarian text', Buffer.from('Здравейте'), 'a.txt', 'text/plain'],
  ['a zip of any name', Buffer.from('504b0304', 'hex'), '__proto__.constructor', 'application/zip'],
  ['a program', Buffer.from('4d5a90000300', 'hex'), 'photo.png', null],
  ['bytes of no kind', Buffer.from('ff00fe01', 'hex'), 'a.txt', null],
])('knows %s', (_, bytes, name, type) => {
  expect(toFileType(bytes, name)).toBe(type);
});

test('knows an office document by its name', () => {
  expect(toFileType(Buffer.from('504b0304', 'hex'), 'Offer.DOCX')).toMatch(/wordprocessingml/);
});
