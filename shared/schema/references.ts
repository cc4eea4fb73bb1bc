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
  walk(schema, data, [], (kind, _schema, value, path) => collectStrings(kind, value, path, found));
  return found;
}

/** Something that people read, with its place: one string for every language, or one for each. */
export interface PlacedText {
  text: string | Record<string, string>;
  path: Path;
}

/** Every text in `data` that may be written in several languages, found as `toReferences` finds names. */
export function toTexts(schema: z.ZodType, data: unknown): PlacedText[] {
  const found: PlacedText[] = [];
  walk(schema, data, [], (kind, { _zod }, value, path) => {
    if (kind !== 'template' || _zod.def.type !== 'union') return;
    if (typeof value === 'string') found.push({ text: value, path });
    else if (isRecord(value)) found.push({ text: value as Record<string, string>, path });
  });
  return found;
}

type Visit = (kind: ReferenceKind, schema: z.ZodType, data: unknown, path: Path) => void;

function walk(schema: z.ZodType, data: unknown, path: Path, visit: Visit): void {
  if (data === undefined || data === null) return;
  const refersTo = schema.meta()?.refersTo as ReferenceKind | undefined;
  const def = schema._zod.def as unknown as Def;
  if (refersTo) visit(refersTo, schema, data, path);
  else if (def.innerType) walk(def.innerType as z.ZodType, data, path, visit);
  else if (def.type === 'array' && Array.isArray(data)) {
    data.forEach((item, index) => {
      walk(def.element as z.ZodType, item, [...path, index], visit);
    });
  } else if (def.type === 'object' && isRecord(data)) {
    const shape = def.shape as Record<string, z.ZodType>;
    for (const [name, field] of Object.entries(shape)) walk(field, data[name], [...path, name], visit);
  } else if (def.type === 'union') {
    const form = (def.options as z.ZodType[]).find((option) => option.safeParse(data).success);
    if (form) walk(form, data, path, visit);
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
