export type Placeholder = { readonly variable: string; readonly fallback?: string };

/** A text with its `{{placeholders}}` taken apart, so that rendering never parses. JSON-safe. */
export type Template = readonly (string | Placeholder)[];

/** A piece of a rendered text, or a secret that only the outside may fill in. */
export type RenderedPart = string | { readonly secret: string };

const secretPrefix = 'secret.';
const longestPlaceholder = 500;

/**
 * Takes `{{name}}` and `{{name|fallback}}` apart, spaces around each part allowed. What is not a whole
 * placeholder (an unclosed `{{`, an empty name, a line break inside) stays plain text.
 */
export function parseTemplate(source: string): Template {
  const segments: (string | Placeholder)[] = [];
  let plain = '';
  let position = 0;
  for (;;) {
    const close = findClose(source, position);
    if (close === -1) break;
    const open = source.lastIndexOf('{{', close - 2);
    const placeholder = toPlaceholder(source.slice(open + 2, close));
    if (placeholder === null) {
      plain += source.slice(position, close + 2);
    } else {
      plain += source.slice(position, open);
      if (plain !== '') segments.push(plain);
      segments.push(placeholder);
      plain = '';
    }
    position = close + 2;
  }
  plain += source.slice(position);
  if (plain !== '') segments.push(plain);
  return segments;
}

/**
 * The text with its variables filled in. `lookup` gives a value or undefined; an unknown or empty one
 * takes the fallback. Values are inserted as they are and never parsed; a secret renders empty.
 */
export function renderTemplate(template: Template, lookup: (name: string) => string | undefined): string {
  let text = '';
  for (const segment of template) {
    const part = renderSegment(segment, lookup);
    if (typeof part === 'string') text += part;
  }
  return text;
}

/** As `renderTemplate`, but `{{secret.name}}` stays `{secret: 'name'}`, for whoever may fill it in. */
export function renderWithSecrets(
  template: Template,
  lookup: (name: string) => string | undefined,
): RenderedPart[] {
  return template.map((segment) => renderSegment(segment, lookup));
}

function renderSegment(
  segment: string | Placeholder,
  lookup: (name: string) => string | undefined,
): RenderedPart {
  if (typeof segment === 'string') return segment;
  if (segment.variable.startsWith(secretPrefix)) {
    return { secret: segment.variable.slice(secretPrefix.length) };
  }
  return lookup(segment.variable) || (segment.fallback ?? '');
}

/** The names in a text's placeholders, secrets included, each once, in order. */
export function toTemplateVariables(source: string): string[] {
  const names = parseTemplate(source).flatMap((segment) =>
    typeof segment === 'string' ? [] : [segment.variable],
  );
  return [...new Set(names)];
}

/** The next `}}` that has a `{{` between it and the position, or -1. */
function findClose(source: string, position: number): number {
  const open = source.indexOf('{{', position);
  return open === -1 ? -1 : source.indexOf('}}', open + 2);
}

function toPlaceholder(inner: string): Placeholder | null {
  if (inner.length > longestPlaceholder || /[{}\r\n]/.test(inner)) return null;
  const bar = inner.indexOf('|');
  const variable = (bar === -1 ? inner : inner.slice(0, bar)).trim();
  if (variable === '') return null;
  return bar === -1 ? { variable } : { variable, fallback: inner.slice(bar + 1).trim() };
}
