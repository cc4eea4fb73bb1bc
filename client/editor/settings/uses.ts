import { type DraftFlow, type DraftNode, kindOf } from '../../../shared/kinds/document.ts';
import { type Reference, toReferences } from '../../../shared/schema/references.ts';
import { toTemplateVariables } from '../../../shared/text/template.ts';

/** A step that names something. */
export interface Use {
  flow: string;
  flowName: string;
  node: DraftNode;
}

export type Uses = ReadonlyMap<string, readonly Use[]>;

/** The steps that read or keep each variable, by its name. */
export function toVariableUses(flows: readonly DraftFlow[]): Uses {
  return toUses(flows, toVariableNames);
}

/** The steps that name each department, by its id. */
export function toDepartmentUses(flows: readonly DraftFlow[]): Uses {
  return toUses(flows, ({ kind, value }) => (kind === 'department' ? [value] : []));
}

/** The variables that a reference names; subjects of conditions may also be reserved words. */
export function toVariableNames({ kind, value }: Reference): string[] {
  if (kind === 'template' || kind === 'secret-template') return toTemplateVariables(value);
  return kind === 'written-variable' || kind === 'subject' ? [value] : [];
}

/** Each step's data with the references in it. */
export function toStepReferences(flows: readonly DraftFlow[]) {
  return flows.flatMap((flow) =>
    flow.nodes.map((node) => {
      const kind = kindOf(node.type);
      return { flow, node, references: kind ? toReferences(kind.data, node.data) : [] };
    }),
  );
}

function toUses(flows: readonly DraftFlow[], toNames: (reference: Reference) => string[]): Uses {
  const uses = new Map<string, Use[]>();
  for (const { flow, node, references } of toStepReferences(flows)) {
    for (const name of new Set(references.flatMap(toNames))) {
      const use = { flow: flow.id, flowName: flow.name, node };
      uses.set(name, [...(uses.get(name) ?? []), use]);
    }
  }
  return uses;
}
