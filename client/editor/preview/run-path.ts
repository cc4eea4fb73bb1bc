import type { RehearsedStep } from '../../../shared/interpreter/rehearsal.ts';
import type { State } from '../../../shared/schema/state.ts';
import { type RunPath, toNodeKey, toPortKey } from '../view-store.ts';

/** The way of a conversation that has not begun. */
export const emptyPath: RunPath = { enteredNodes: new Set(), leftPorts: new Set(), current: null };

/** The way so far with what further steps have entered and left. */
export function extendPath(path: RunPath, steps: readonly RehearsedStep[], state: State): RunPath {
  const enteredNodes = new Set(path.enteredNodes);
  const leftPorts = new Set(path.leftPorts);
  let last = path.current;
  for (const step of steps.flatMap(({ trace }) => trace)) {
    if (step.type === 'enter') {
      last = toNodeKey(step.flow, step.node);
      enteredNodes.add(last);
    } else if (step.type === 'leave') leftPorts.add(toPortKey(step.flow, step.node, step.port));
  }
  // The bot's own question ('did you mean') stands nowhere in the drawing.
  const open = state.open && state.open.node !== '' ? toNodeKey(state.open.flow, state.open.node) : null;
  return { enteredNodes, leftPorts, current: open ?? last };
}

/** The flow and the step behind a key of `toNodeKey`; ids hold no slash. */
export function fromNodeKey(key: string): { flow: string; node: string } {
  const slash = key.indexOf('/');
  return { flow: key.slice(0, slash), node: key.slice(slash + 1) };
}
