import { z } from 'zod';
import { departmentReferenceSchema, idSchema, subjectSchema, textSchema } from '../schema/fields.ts';
import { defineKind, leave, type Port } from './kind.ts';
import { fulfils, ruleOps } from './rule.ts';

const ruleSchema = z.strictObject({
  subject: subjectSchema,
  op: z.enum(ruleOps),
  value: z
    .union([
      z.string().max(500),
      z.number(),
      z.boolean(),
      z.array(z.union([z.string().max(500), z.number()])).max(100),
    ])
    .optional(),
  department: departmentReferenceSchema.optional(),
});

const rulesSchema = z.array(ruleSchema).min(1).max(20);

const branchSchema = z
  .strictObject({ id: idSchema, label: textSchema, all: rulesSchema.optional(), any: rulesSchema.optional() })
  .refine(({ all, any }) => (all === undefined) !== (any === undefined), { error: 'all-or-any' });

/** Takes the first branch whose rules hold, else `otherwise`. */
export const condition = defineKind({
  type: 'condition',
  family: 'decide',
  trigger: false,
  data: z.strictObject({ branches: z.array(branchSchema).min(1).max(50) }),
  defaults: () => ({ branches: [{ id: 'branch-1', label: '', all: [{}] }] }),
  ports: (data): Port[] => [
    ...(data.branches ?? []).map(({ id, label }) => ({ id, label })),
    { id: 'otherwise' },
  ],
  enter: ({ data }, view) => {
    const branch = data.branches.find(({ all, any }) =>
      all ? all.every((rule) => fulfils(rule, view)) : (any ?? []).some((rule) => fulfils(rule, view)),
    );
    return { go: leave(branch?.id ?? 'otherwise') };
  },
});
