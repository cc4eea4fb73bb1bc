import type { BotIndex } from '../bot-index.ts';
import type { Finding } from '../problem.ts';

/** A flow that is run begins at one place. */
export function flowStarts({ flows }: BotIndex): Finding[] {
  return flows.flatMap(({ nodes }) =>
    nodes
      .filter(({ node }) => node.type === 'flow-start')
      .slice(1)
      .map(({ path }): Finding => ({ code: 'second-flow-start', path })),
  );
}
