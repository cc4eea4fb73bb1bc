import { z } from 'zod';
import { type BotSettings, botSettingsSchema } from '../schema/bot-settings.ts';
import { toDraftSchema } from '../schema/draft.ts';
import { currentFormat, type Edge, nodeEnvelope, type Position, toFlowSchema } from '../schema/flow.ts';
import { kinds } from './index.ts';
import type { Kind } from './kind.ts';

type Kinds = (typeof kinds)[number];
export type KindType = Kinds['type'];

/** The strictly read data of a node kind. */
export type DataOf<Type extends KindType> = z.output<Extract<Kinds, { type: Type }>['data']>;

/** A node that was read strictly. */
export type Node = {
  [Type in KindType]: { id: string; type: Type; position: Position; data: DataOf<Type> };
}[KindType];

/** A node as it is being edited: of a known kind, its data of the right types, perhaps incomplete. */
export interface DraftNode {
  id: string;
  type: KindType;
  position: Position;
  data: Record<string, unknown>;
}

interface FlowOf<N> {
  id: string;
  name: string;
  nodes: N[];
  edges: Edge[];
}
export type Flow = FlowOf<Node>;
export type DraftFlow = FlowOf<DraftNode>;

/** A whole bot, complete and sound. */
export interface BotFile {
  format: typeof currentFormat;
  bot: BotSettings;
  flows: Flow[];
}

/** A whole bot as it is being edited. Every bot file is one. */
export interface DraftFile {
  format: typeof currentFormat;
  draft?: true | undefined;
  bot: BotSettings;
  flows: DraftFlow[];
}

const byType = new Map<string, Kind>(kinds.map((kind) => [kind.type, kind as Kind]));

/** The kind of this type, or undefined where no kind is called so. */
export function kindOf(type: string): Kind | undefined {
  return byType.get(type);
}

function toNodeSchema(toData: (kind: Kind) => z.ZodType): z.ZodType {
  const options = kinds.map((kind) =>
    z.strictObject({ ...nodeEnvelope, type: z.literal(kind.type), data: toData(kind as Kind) }),
  );
  return z.discriminatedUnion('type', options as [(typeof options)[number]]);
}

/** The bot file, read strictly. References between its parts are checked by `shared/checks`. */
export const botFileSchema = z.strictObject({
  format: z.literal(currentFormat),
  bot: botSettingsSchema,
  flows: z.array(toFlowSchema(toNodeSchema((kind) => kind.data))).max(500),
}) as unknown as z.ZodType<BotFile>;

const draftSettingsSchema = toDraftSchema(botSettingsSchema, { missing: false });

/** The bot file as a draft: shape and types only. */
export const draftFileSchema = z.strictObject({
  format: z.literal(currentFormat),
  draft: z.literal(true).optional(),
  bot: draftSettingsSchema,
  flows: z.array(toFlowSchema(toNodeSchema((kind) => toDraftSchema(kind.data, { missing: true })))).max(500),
}) as unknown as z.ZodType<DraftFile>;
