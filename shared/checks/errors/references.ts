import { isReserved } from '../../kinds/rule.ts';
import { botSettingsSchema } from '../../schema/bot-settings.ts';
import type { ReferenceKind } from '../../schema/fields.ts';
import { type Path, type Reference, toReferences } from '../../schema/references.ts';
import { toTemplateVariables } from '../../text/template.ts';
import type { BotIndex } from '../bot-index.ts';
import { isBuiltIn, isWritable } from '../built-ins.ts';
import type { Finding } from '../problem.ts';

/** Whatever names something that is not there: variables, flows, departments, pictures; secrets out of place. */
export function references(bot: BotIndex): Finding[] {
  const inSettings = at(['bot'], toReferences(botSettingsSchema, bot.file.bot));
  const inNodes = bot.nodes.flatMap(({ node, kind, path }) =>
    at([...path, 'data'], toReferences(kind.data, node.data)),
  );
  // What is empty is missing, and told as such.
  return [...inSettings, ...inNodes].flatMap((reference) =>
    reference.value === '' ? [] : byKind[reference.kind](reference, bot),
  );
}

function at(path: Path, found: Reference[]): Reference[] {
  return found.map((reference) => ({ ...reference, path: [...path, ...reference.path] }));
}

const byKind: Record<ReferenceKind, (reference: Reference, bot: BotIndex) => Finding[]> = {
  'written-variable': ({ value, path }, bot) => {
    if (bot.variables.has(value) || isWritable(value)) return [];
    return isBuiltIn(value)
      ? [{ code: 'read-only-variable', path, values: { name: value } }]
      : [toUnknownVariable(value, path)];
  },
  template: ({ value, path }, bot) =>
    toTemplateVariables(value).flatMap((name) => {
      if (isSecret(name))
        return [{ code: 'secret-not-allowed', path, values: { name: name.slice('secret.'.length) } }];
      return isReadable(name, bot) ? [] : [toUnknownVariable(name, path)];
    }),
  'secret-template': ({ value, path }, bot) =>
    toTemplateVariables(value).flatMap((name) =>
      isSecret(name) || isReadable(name, bot) ? [] : [toUnknownVariable(name, path)],
    ),
  flow: ({ value, path }, bot) => {
    const flow = bot.flowById.get(value);
    if (!flow) return [{ code: 'unknown-flow', path, values: { id: value } }];
    if (flow.nodes.some(({ node }) => node.type === 'flow-start')) return [];
    return [{ code: 'flow-without-start', path, values: { name: flow.flow.name } }];
  },
  department: ({ value, path }, { file }) =>
    file.bot.departments.some(({ id }) => id === value)
      ? []
      : [{ code: 'unknown-department', path, values: { id: value } }],
  asset: ({ value, path }, { file }) => {
    const name = value.startsWith('asset:') ? value.slice('asset:'.length) : null;
    if (name === null || Object.hasOwn(file.bot.assets, name)) return [];
    return [{ code: 'unknown-asset', path, values: { id: name } }];
  },
  subject: ({ value, path }, bot) =>
    isReserved(value) || isReadable(value, bot)
      ? []
      : [{ code: 'unknown-subject', path, values: { name: value } }],
};

function isReadable(name: string, bot: BotIndex): boolean {
  return bot.variables.has(name) || isBuiltIn(name);
}

function isSecret(name: string): boolean {
  return name.startsWith('secret.');
}

function toUnknownVariable(name: string, path: Path): Finding {
  return { code: 'unknown-variable', path, values: { name } };
}
