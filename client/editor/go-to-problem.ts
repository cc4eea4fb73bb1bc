import type { CheckProblem } from '../../shared/api/check-problem.ts';
import type { Editor } from './editor-context.ts';
import { showFlow, showNode } from './view-store.ts';

/** Shows the step or the flow that a problem is about. Problems of the settings have no place on the canvas. */
export function goToProblem({ view }: Editor, { flow, node }: Pick<CheckProblem, 'flow' | 'node'>): void {
  if (flow === undefined) return;
  if (node === undefined) showFlow(view, flow);
  else showNode(view, flow, node);
  view.setState({ right: 'inspector' });
}
