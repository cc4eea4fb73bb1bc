import { z } from 'zod';
import { assetReferenceSchema, linkUrlSchema, textSchema } from '../schema/fields.ts';
import type { Part } from '../schema/message.ts';
import { defineKind, leave, type NodeView, next, type View } from './kind.ts';
import { say, toSuggestions, toText } from './say.ts';

const imageSchema = z.union([
  assetReferenceSchema,
  z.strictObject({ url: assetReferenceSchema, alt: textSchema.optional() }),
]);

const data = z.strictObject({
  text: textSchema,
  variants: z.array(textSchema).max(20).optional(),
  image: imageSchema.optional(),
  link: z.strictObject({ label: textSchema, url: linkUrlSchema }).optional(),
  suggestions: z.array(textSchema).max(20).optional(),
});

/** Says something: text, perhaps an image, a link, and suggestions that count as the customer's own words. */
export const message = defineKind({
  type: 'message',
  family: 'say',
  trigger: false,
  data,
  defaults: () => ({ text: '' }),
  ports: () => [next],
  enter: (node, view) => ({
    effects: [say(node, ...toParts(node, view))],
    varied: (node.data.variants ?? []).length > 0,
    go: leave('next'),
  }),
});

function toParts(node: NodeView<z.output<typeof data>>, view: View): Part[] {
  const message = node.data;
  const text = message.variants ? view.pick(node, [message.text, ...message.variants]) : message.text;
  const parts: Part[] = [toText(view.render(text))];
  if (message.image !== undefined) {
    const image = typeof message.image === 'string' ? { url: message.image, alt: undefined } : message.image;
    parts.push({ type: 'image', url: image.url, alt: image.alt === undefined ? '' : view.render(image.alt) });
  }
  if (message.link)
    parts.push({ type: 'link', label: view.render(message.link.label), url: view.render(message.link.url) });
  if (message.suggestions?.length)
    parts.push(toSuggestions(message.suggestions.map((text) => view.render(text))));
  return parts;
}
