import type { Problem } from '../../shared/checks/problem.ts';
import { toNodeKey } from './view-store.ts';

const none: readonly Problem[] = [];
const byNode = new WeakMap<readonly Problem[], Map<string, Problem[]>>();

/** The problems of one step. Each list of problems is sorted by step once. */
export function problemsOf(problems: readonly Problem[], flow: string, node: string): readonly Problem[] {
  let known = byNode.get(problems);
  if (!known) {
    known = new Map();
    for (const problem of problems) {
      if (problem.flow === undefined || problem.node === undefined) continue;
      const key = toNodeKey(problem.flow, problem.node);
      known.set(key, [...(known.get(key) ?? []), problem]);
    }
    byNode.set(problems, known);
  }
  return known.get(toNodeKey(flow, node)) ?? none;
}

/** Tells problems of one list apart: one place may have several of a kind, such as two ways out. */
export function toProblemKey({ path, message }: Pick<Problem, 'path' | 'message'>): string {
  return `${path.join('/')}: ${message}`;
}
