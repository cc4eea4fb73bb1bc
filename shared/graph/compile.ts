import type { DraftFile, DraftFlow, DraftNode } from '../kinds/document.ts';
import { kindOf } from '../kinds/document.ts';
import type { Kind } from '../kinds/kind.ts';
import { memoise } from '../lib/memoise.ts';
import type { BotSettings, Variable } from '../schema/bot-settings.ts';
import type { NodeRef } from '../schema/state.ts';
import { parseTemplate, type Template } from '../text/template.ts';

/** A node ready to run. `data` is null where it could not be read strictly: entering it is a fault. */
export interface CompiledNode extends NodeRef {
  kind: Kind;
  data: unknown;
  /** The node behind each connected port; undefined where an edge of a draft leads nowhere. */
  ports: ReadonlyMap<string, CompiledNode | undefined>;
}

/** A bot indexed for running; only read from here on. */
export interface Release {
  number: number;
  settings: BotSettings;
  flows: ReadonlyMap<string, ReadonlyMap<string, CompiledNode>>;
  /** All triggers by node type, in the order of the drawing. */
  triggers: ReadonlyMap<string, readonly CompiledNode[]>;
  variables: ReadonlyMap<string, Variable>;
  /** Takes a text of the drawing apart; each is parsed once. */
  template: (source: string) => Template;
}

/** Indexes a bot file. A draft compiles too, so that the simulator can run what is half-finished. */
export function compileBot(file: DraftFile, number = 0): Release {
  const flows = new Map(file.flows.map((flow) => [flow.id, compileFlow(flow)]));
  return {
    number,
    settings: file.bot,
    flows,
    triggers: toTriggers([...flows.values()]),
    variables: new Map(file.bot.variables.map((variable) => [variable.name, variable])),
    template: memoise(parseTemplate),
  };
}

/** The node of this place, or undefined where this release has none. */
export function findNode(release: Release, place: NodeRef): CompiledNode | undefined {
  return release.flows.get(place.flow)?.get(place.node);
}

/** The node to which the port leads, or undefined where it is not connected. */
export function findTarget(release: Release, place: NodeRef, port: string): CompiledNode | undefined {
  return findNode(release, place)?.ports.get(port);
}

/** The triggers of a type, in the order of the drawing. */
export function triggersOf(release: Release, type: string): readonly CompiledNode[] {
  return release.triggers.get(type) ?? none;
}

const none: readonly CompiledNode[] = [];

function compileFlow(flow: DraftFlow): Map<string, CompiledNode> {
  const ports = new Map(flow.nodes.map(({ id }) => [id, new Map<string, CompiledNode | undefined>()]));
  const compiled = flow.nodes.flatMap((node) => compileNode(flow.id, node, ports.get(node.id) ?? new Map()));
  const nodes = new Map(compiled.map((node) => [node.node, node]));
  for (const { source, sourceHandle, target } of flow.edges)
    ports.get(source)?.set(sourceHandle, nodes.get(target));
  return nodes;
}

function compileNode(flow: string, node: DraftNode, ports: CompiledNode['ports']): CompiledNode[] {
  const kind = kindOf(node.type);
  if (!kind) return [];
  const read = kind.data.safeParse(node.data);
  return [{ flow, node: node.id, kind, data: read.success ? read.data : null, ports }];
}

function toTriggers(flows: Map<string, CompiledNode>[]): Map<string, CompiledNode[]> {
  const byType = new Map<string, CompiledNode[]>();
  for (const node of flows.flatMap((flow) => [...flow.values()])) {
    // A half-finished trigger never begins anything.
    if (!node.kind.trigger || node.data === null) continue;
    const sameType = byType.get(node.kind.type);
    if (sameType) sameType.push(node);
    else byType.set(node.kind.type, [node]);
  }
  return byType;
}
