import { z } from 'zod';
import { templateSchema, textSchema } from '../schema/fields.ts';
import { defineKind, leave } from './kind.ts';

const templated = z.union([textSchema, z.literal('')]);

/** Makes a ticket: in the desk's own follow-up folder, by mail, or by a signed webhook. */
export const ticket = defineKind({
  type: 'ticket',
  family: 'people',
  trigger: false,
  data: z.strictObject({
    integration: z.string().min(1).max(60),
    subject: textSchema,
    body: templated,
    fields: z
      .array(z.strictObject({ name: z.string().min(1).max(60), value: templateSchema }))
      .max(50)
      .optional(),
  }),
  defaults: () => ({ integration: 'inbox', subject: '', body: '' }),
  ports: () => [{ id: 'created' }, { id: 'failed' }],
  enter: ({ data }, view) => ({
    effects: [
      {
        type: 'ticket',
        id: `ticket-${view.state.serial}`,
        request: {
          integration: data.integration,
          subject: view.render(data.subject),
          body: view.render(data.body),
          fields: (data.fields ?? []).map(({ name, value }) => ({ name, value: view.render(value) })),
        },
      },
    ],
    go: { type: 'wait', for: 'result', style: 'free', memory: `ticket-${view.state.serial}` },
  }),
  receive: (_node, _open, input) =>
    input.kind === 'result' ? { go: leave(input.ok ? 'created' : 'failed') } : null,
});
