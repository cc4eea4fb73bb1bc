import { z } from 'zod';

/** A file that a customer sent; the bytes stay with the server. */
export const fileValueSchema = z.strictObject({
  file: z.string().min(1).max(100),
  name: z.string().max(255),
  size: z.number().int().min(0),
});

/** What a variable may hold. Dates are `YYYY-MM-DD`, phone numbers E.164. */
export const valueSchema = z.union([z.string(), z.number(), z.boolean(), fileValueSchema]);

export type FileValue = z.infer<typeof fileValueSchema>;
export type Value = z.infer<typeof valueSchema>;

/** How a value reads inside a sentence. */
export function formatValue(value: Value): string {
  return typeof value === 'object' ? value.name : String(value);
}
