import { z } from 'zod';
import { handlers } from '../schema/message.ts';

/** Fields that several areas of the contract share. */
export const idSchema = z.string().min(1).max(100);
/** Any version of UUID: clients make them in different ways. */
export const uuidSchema = z.guid().meta({ format: 'uuid' });
export const languageSchema = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(35);
export const emailSchema = z.email().max(254);
/** An instant as an ISO 8601 string in UTC. */
export const instantSchema = z.iso.datetime({ offset: true });
export const countSchema = z.number().int().min(0);
/** A web address a person may follow; never `javascript:` or `data:`. */
export const linkSchema = z
  .string()
  .max(2_000)
  .regex(/^(https?:\/\/|mailto:|tel:)/i);

export const handlerSchema = z.enum(handlers);

export const idParams = z.strictObject({ id: idSchema });

/** A number in an address, where everything is text. */
export const countInAddress = z.coerce.number<string | number>().int().min(0).max(1_000_000_000);
/** A switch in an address: `1` or `true` is on. */
export const switchInAddress = z
  .enum(['1', '0', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true');

/** Who is shown as speaking: the bot's persona or an agent. */
export const speakerSchema = z.object({ name: z.string(), avatar: z.string().optional() });
export type Speaker = z.infer<typeof speakerSchema>;
