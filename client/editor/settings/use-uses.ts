import type { DraftFlow } from '../../../shared/kinds/document.ts';
import { useDocument } from '../editor-context.ts';
import { toDepartmentUses, toVariableUses, type Use, type Uses } from './uses.ts';

const none: readonly Use[] = [];
const variableUses = new WeakMap<readonly DraftFlow[], Uses>();
const departmentUses = new WeakMap<readonly DraftFlow[], Uses>();

/** The steps that use a variable. The flows are searched once for all rows. */
export function useVariableUses(name: string): readonly Use[] {
  return useUses(variableUses, toVariableUses).get(name) ?? none;
}

/** The steps that use a department, by its id. */
export function useDepartmentUses(id: string): readonly Use[] {
  return useUses(departmentUses, toDepartmentUses).get(id) ?? none;
}

function useUses(
  known: WeakMap<readonly DraftFlow[], Uses>,
  compute: (flows: readonly DraftFlow[]) => Uses,
): Uses {
  const flows = useDocument(({ file }) => file.flows);
  const uses = known.get(flows) ?? compute(flows);
  known.set(flows, uses);
  return uses;
}
