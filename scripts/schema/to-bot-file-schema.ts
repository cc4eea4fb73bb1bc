import { z } from 'zod';
import { botFileSchema } from '../../shared/kinds/document.ts';
import { departmentSchema, hoursSchema, variableSchema } from '../../shared/schema/bot-settings.ts';
import {
  assetReferenceSchema,
  idSchema,
  languageSchema,
  linkUrlSchema,
  minutesSchema,
  textSchema,
} from '../../shared/schema/fields.ts';
import { edgeSchema } from '../../shared/schema/flow.ts';

/** The parts that are worth a name of their own in the published schema. */
const named = z.registry<{ id: string; description?: string }>();
named.add(idSchema, { id: 'id' });
named.add(languageSchema, { id: 'language', description: 'A language tag: nl, pt-BR' });
named.add(textSchema, {
  id: 'text',
  description:
    'What a person reads: one string, or one for each language. {{variable|fallback}} inserts a value.',
});
named.add(minutesSchema, { id: 'minutes' });
named.add(hoursSchema, { id: 'hours', description: 'Opening hours in local times; 24:00 ends a day' });
named.add(departmentSchema, { id: 'department' });
named.add(variableSchema, { id: 'variable' });
named.add(edgeSchema, { id: 'edge' });
named.add(assetReferenceSchema, { id: 'image', description: 'asset:name of this file, or an address' });
named.add(linkUrlSchema, { id: 'link' });

/**
 * The JSON Schema of a complete bot file (draft 2020-12), as its text. It holds shape and limits; references
 * between parts of the file are checked by the program alone.
 */
export function toBotFileSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(botFileSchema, { io: 'input', metadata: named });
  const about = {
    $id: 'baton-1.schema.json',
    title: 'Baton bot file, format baton/1',
    description: 'See flow-format.md. Made by `npm run schema` from the schemas that the program reads with.',
  };
  return `${JSON.stringify({ $schema, ...about, ...schema }, null, 2)}\n`;
}
