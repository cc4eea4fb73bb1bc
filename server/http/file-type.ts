/**
 * The type of a file by its first bytes, never by what its sender says; null when it is of no kind that is
 * taken. Text, HTML and SVG among it, counts as plain text, so that no browser runs it.
 */
export function toFileType(bytes: Buffer, name: string): string | null {
  const signature = signatures.find(({ at, start }) => bytes.subarray(at, at + start.length).equals(start));
  if (signature) return signature.mime === zip ? toZipType(name) : signature.mime;
  return isText(bytes) ? 'text/plain' : null;
}

/** Types that a browser may show in place; everything else is only downloaded. */
export const shownTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);

const zip = 'application/zip';
const signatures: { mime: string; at: number; start: Buffer }[] = [
  { mime: 'image/png', at: 0, start: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mime: 'image/jpeg', at: 0, start: Buffer.from([0xff, 0xd8, 0xff]) },
  { mime: 'image/gif', at: 0, start: Buffer.from('GIF8') },
  { mime: 'image/webp', at: 8, start: Buffer.from('WEBP') },
  { mime: 'image/heic', at: 4, start: Buffer.from('ftypheic') },
  { mime: 'application/pdf', at: 0, start: Buffer.from('%PDF-') },
  { mime: 'video/mp4', at: 4, start: Buffer.from('ftyp') },
  { mime: 'video/webm', at: 0, start: Buffer.from([0x1a, 0x45, 0xdf, 0xa3]) },
  { mime: 'audio/ogg', at: 0, start: Buffer.from('OggS') },
  { mime: 'audio/mpeg', at: 0, start: Buffer.from('ID3') },
  { mime: zip, at: 0, start: Buffer.from([0x50, 0x4b, 0x03, 0x04]) },
  { mime: 'application/msword', at: 0, start: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) },
];

const office: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

function toZipType(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(office, extension) ? (office[extension] ?? zip) : zip;
}

function isText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
