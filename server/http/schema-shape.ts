import { escapeHtml } from './escape-html.ts';

/** The parts of a JSON Schema that people read. */
export interface SchemaLike {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly anyOf?: readonly SchemaLike[];
  readonly oneOf?: readonly SchemaLike[];
  readonly items?: SchemaLike;
  readonly properties?: Readonly<Record<string, SchemaLike>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaLike | boolean;
  readonly maxLength?: number;
}

/** A schema as short HTML, written like a type: `{ id: uuid, text?: string }`; named schemas are links. */
export function toShape(schema: SchemaLike, indent = ''): string {
  const named = schema.$ref?.split('/').at(-1);
  if (named !== undefined) return `<a href="#schema-${escapeHtml(named)}">${escapeHtml(named)}</a>`;
  if (schema.const !== undefined) return escapeHtml(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map((value) => escapeHtml(JSON.stringify(value))).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map((choice) => toShape(choice, indent)))].join(' | ');
  if (schema.type === 'array') return `[${schema.items ? toShape(schema.items, indent) : 'any'}, …]`;
  if (schema.type === 'object') return toObject(schema, indent);
  if (Array.isArray(schema.type)) return schema.type.map((type) => escapeHtml(type)).join(' | ');
  return escapeHtml(schema.format ?? (typeof schema.type === 'string' ? schema.type : 'any'));
}

function toObject(
  { properties = {}, required = [], additionalProperties }: SchemaLike,
  indent: string,
): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([name, schema]) =>
      `${inner}${escapeHtml(name)}${required.includes(name) ? '' : '?'}: ${toShape(schema, inner)}`,
  );
  if (typeof additionalProperties === 'object')
    lines.push(`${inner}…: ${toShape(additionalProperties, inner)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}
