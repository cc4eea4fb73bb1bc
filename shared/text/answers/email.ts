import { type Found, toExcerpt } from './excerpt.ts';

const localCharacter = /[\p{L}\p{N}._%+'-]/u;
const domainCharacter = /[\p{L}\p{N}.-]/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const topLevel = /^(?:\p{L}{2,63}|xn--[a-z0-9-]{1,59})$/u;

/** The first e-mail address in a message, in lower case, or null. */
export function parseEmail(text: string): string | null {
  return findEmails(toExcerpt(text))[0]?.value ?? null;
}

/** All e-mail addresses of an excerpt, in order. */
export function findEmails(excerpt: string): Found<string>[] {
  const found: Found<string>[] = [];
  for (let at = excerpt.indexOf('@'); at !== -1; at = excerpt.indexOf('@', at + 1)) {
    const address = toAddress(excerpt, at);
    if (address !== null) found.push(address);
  }
  return found;
}

function toAddress(excerpt: string, at: number): Found<string> | null {
  let start = at;
  while (at - start < 65 && localCharacter.test(excerpt[start - 1] ?? '')) start -= 1;
  let end = at + 1;
  while (end - at < 254 && domainCharacter.test(excerpt[end] ?? '')) end += 1;
  const [before, after] = [excerpt[start - 1], excerpt[end]];
  if (before === '@' || before === '/' || after === '@') return null;
  const local = excerpt.slice(start, at).replace(/^['.-]{1,64}/, '');
  const domain = excerpt.slice(at + 1, end).replace(/[.-]{1,253}$/, '');
  if (!isLocal(local) || !isDomain(domain)) return null;
  const text = `${local}@${domain}`;
  return { value: text.toLowerCase(), text, index: at - local.length };
}

function isLocal(local: string): boolean {
  return local !== '' && local.length <= 64 && !local.endsWith('.') && !local.includes('..');
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.length >= 2 &&
    domain.length <= 253 &&
    labels.every((part) => label.test(part)) &&
    topLevel.test(labels.at(-1)?.toLowerCase() ?? '')
  );
}
