import type { BotIndex } from '../bot-index.ts';
import type { Finding } from '../problem.ts';

/** A question that is answered by choosing takes its buttons from a variable with options. */
export function choiceQuestions({ nodes, variables }: BotIndex): Finding[] {
  return nodes.flatMap(({ node, path }): Finding[] => {
    const { answer, variable: name } = node.data;
    if (node.type !== 'ask' || answer !== 'choice' || typeof name !== 'string') return [];
    const variable = variables.get(name);
    if (!variable || variable.type === 'choice') return [];
    return [{ code: 'choice-needs-variable', path: [...path, 'data', 'variable'], values: { name } }];
  });
}
