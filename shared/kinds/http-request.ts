import { z } from 'zod';
import { secretTemplateSchema, writtenVariableSchema } from '../schema/fields.ts';
import { defineKind, leave } from './kind.ts';

/** Calls an address and keeps parts of its JSON answer in variables (`order.items.0.status`). */
export const httpRequest = defineKind({
  type: 'http-request',
  family: 'decide',
  trigger: false,
  data: z.strictObject({
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    url: secretTemplateSchema.refine((url) => /^https?:\/\/\S/.test(url), { error: 'a-url' }),
    headers: z
      .array(
        z.strictObject({
          name: z
            .string()
            .min(1)
            .max(100)
            .regex(/^[\w-]+$/, { error: 'a-header-name' }),
          value: secretTemplateSchema,
        }),
      )
      .max(50)
      .optional(),
    body: secretTemplateSchema.optional(),
    save: z
      .array(z.strictObject({ path: z.string().max(300), variable: writtenVariableSchema }))
      .max(50)
      .optional(),
    timeoutSeconds: z.number().positive().max(15).default(10),
  }),
  defaults: () => ({ method: 'GET', url: '', timeoutSeconds: 10 }),
  ports: () => [{ id: 'ok' }, { id: 'failed' }],
  enter: ({ data }, view) => ({
    effects: [
      {
        type: 'http',
        id: `http-${view.state.serial}`,
        request: {
          method: data.method,
          url: view.seal(data.url),
          headers: (data.headers ?? []).map(({ name, value }) => ({ name, value: view.seal(value) })),
          body: data.body === undefined ? null : view.seal(data.body),
          save: data.save ?? [],
          timeoutSeconds: data.timeoutSeconds,
        },
      },
    ],
    go: { type: 'wait', for: 'result', style: 'free', memory: `http-${view.state.serial}` },
  }),
  receive: (_node, _open, input) =>
    input.kind === 'result' ? { go: leave(input.ok ? 'ok' : 'failed') } : null,
});
