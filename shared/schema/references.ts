import type { z } from 'zod';
import type { ReferenceKind } from './fields.ts';

export type Path = (string | number)[];

/** A string in a document that names something, or (a template) may name variables. */
export interface Reference {
  kind: ReferenceKind;
  value: string;
  path: Path;
}

type Def = Record<string, unknown> & { type: string };

/** Every reference in `data`, found by walking it along `schema`. Data of another shape is passed over. */
export function toReferences(schema: z.ZodType, data: unknown): Reference[] {
  const found: Reference[] = [];
  walk(schema, data, [], found);
  return found;
}

function walk(schema: z.ZodType, data: unknown, path: Path, found: Reference[]): void {
  if (data === undefined || data === null) return;
  const refersTo = schema.meta()?.refersTo as ReferenceKind | undefined;
  if (refersTo) return collectStrings(refersTo, data, path, found);
  const def = schema._zod.def as unknown as Def;
  if (def.innerType) return walk(def.innerType as z.ZodType, data, path, found);
  if (def.type === 'array' && Array.isArray(data)) {
    data.forEach((item, index) => {
      walk(def.element as z.ZodType, item, [...path, index], found);
    });
  } else if (def.type === 'object' && isRecord(data)) {
    const shape = def.shape as Record<string, z.ZodType>;
    for (const [name, field] of Object.entries(shape)) walk(field, data[name], [...path, name], found);
  } else if (def.type === 'union') {
    for (const option of def.options as z.ZodType[]) {
      if (option.safeParse(data).success) return walk(option, data, path, found);
    }
  }
}

function collectStrings(kind: ReferenceKind, data: unknown, path: Path, found: Reference[]): void {
  if (typeof data === 'string') found.push({ kind, value: data, path });
  else if (isRecord(data)) {
    for (const [name, value] of Object.entries(data)) collectStrings(kind, value, [...path, name], found);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
