import { z } from 'zod';

type Def = z.core.$ZodTypeDef & Record<string, unknown>;

/**
 * The draft form of a schema: the same shape and types, without limits and patterns, and (with `missing`)
 * without required fields. A half-finished drawing must always be savable; what it lacks is a problem to
 * show, not a reason to refuse. Unknown fields are refused in drafts too, since nothing would keep them.
 */
export function toDraftSchema(schema: z.ZodType, options: { missing: boolean }): z.ZodType {
  const def = schema._zod.def as Def;
  const inner = (): z.ZodType => toDraftSchema(def.innerType as z.ZodType, options);
  switch (def.type) {
    case 'object':
      return toDraftObject(def.shape as Record<string, z.ZodType>, options);
    case 'array':
      return z.array(toDraftSchema(def.element as z.ZodType, options));
    case 'record':
      return z.record(z.string(), toDraftSchema(def.valueType as z.ZodType, options));
    case 'tuple':
      return z.tuple((def.items as z.ZodType[]).map((item) => toDraftSchema(item, options)) as [z.ZodType]);
    case 'union':
      return z.union((def.options as z.ZodType[]).map((option) => toDraftSchema(option, options)));
    case 'optional':
      return inner().optional();
    case 'nullable':
      return inner().nullable();
    case 'default':
      return inner().default(() => structuredCopy(def.defaultValue));
    case 'prefault':
      return inner().prefault(() => structuredCopy(def.defaultValue));
    case 'string':
      return z.string();
    case 'number':
      return z.number();
    default:
      return schema;
  }
}

function toDraftObject(shape: Record<string, z.ZodType>, options: { missing: boolean }): z.ZodType {
  const fields = Object.entries(shape).map(([name, field]): [string, z.ZodType] => {
    const draft = toDraftSchema(field, options);
    const filled = field instanceof z.ZodDefault || field instanceof z.ZodPrefault;
    return [name, options.missing && !filled ? draft.optional() : draft];
  });
  return z.strictObject(Object.fromEntries(fields));
}

/** Defaults are plain JSON; a fresh copy each time keeps one document's edits out of another's. */
function structuredCopy(value: unknown): never {
  return JSON.parse(JSON.stringify(value)) as never;
}
