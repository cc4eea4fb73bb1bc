import { toPointerKey } from '../../../shared/lib/find-difference.ts';

/** What turns one piece of JSON into another, by JSON pointers; lists are replaced whole. */
export interface Changes {
  set?: Record<string, unknown>;
  gone?: string[];
}

type Fields = Record<string, unknown>;

export function toChanges(before: object, after: object): Changes {
  const [set, gone]: [Fields, string[]] = [{}, []];
  collect(before as Fields, after as Fields, '', set, gone);
  return { ...(Object.keys(set).length > 0 && { set }), ...(gone.length > 0 && { gone }) };
}

/** A changed copy. */
export function applyChanges(before: object, { set = {}, gone = [] }: Changes): object {
  const after = JSON.parse(JSON.stringify(before)) as Fields;
  for (const [pointer, value] of Object.entries(set)) {
    const { parent, key } = findPlace(after, pointer);
    parent[key] = value;
  }
  for (const pointer of gone) {
    const { parent, key } = findPlace(after, pointer);
    delete parent[key];
  }
  return after;
}

function collect(before: Fields, after: Fields, path: string, set: Fields, gone: string[]): void {
  for (const key of Object.keys(before)) {
    if (!(key in after)) gone.push(`${path}/${toPointerKey(key)}`);
  }
  for (const [key, value] of Object.entries(after)) {
    const here = `${path}/${toPointerKey(key)}`;
    const earlier = before[key];
    if (isRecord(earlier) && isRecord(value)) collect(earlier, value, here, set, gone);
    else if (JSON.stringify(earlier) !== JSON.stringify(value)) set[here] = value;
  }
}

function findPlace(top: Fields, pointer: string): { parent: Fields; key: string } {
  const keys = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key = keys.pop() ?? '';
  return { parent: keys.reduce((place, step) => place[step] as Fields, top), key };
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
