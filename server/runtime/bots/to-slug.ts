const longest = 50;

/** A name as part of an address: `Café Zoë!` becomes `cafe-zoe`. Scripts without Latin letters give `bot`. */
export function toSlug(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'bot' : slug;
}
