import { z } from 'zod';
import { idSchema } from './fields.ts';

/** The newest format that this program reads and writes. */
export const currentFormat = 'baton/1';

const positionSchema = z.strictObject({ x: z.number(), y: z.number() });

/** What every node has, whatever its kind; React Flow's own shape. */
export const nodeEnvelope = { id: idSchema, position: positionSchema } as const;

export const edgeSchema = z.strictObject({
  id: z.string().min(1).max(200),
  source: idSchema,
  sourceHandle: z.string().min(1).max(64),
  target: idSchema,
});

export type Edge = z.infer<typeof edgeSchema>;
export type Position = z.infer<typeof positionSchema>;

/** A flow's schema over the given node schema, which the registry of node kinds composes. */
export function toFlowSchema<Node extends z.ZodType>(node: Node) {
  return z.strictObject({
    id: idSchema,
    name: z.string().min(1).max(100),
    nodes: z.array(node).max(5000),
    edges: z.array(edgeSchema).max(20_000),
  });
}
