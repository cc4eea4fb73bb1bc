import { draftFileSchema } from '../../../shared/kinds/document.ts';
import { currentFormat } from '../../../shared/schema/flow.ts';
import type { Fragment } from '../document/node-commands.ts';

const mark = 'baton-steps';

/** Steps as text, so that they can be pasted into another flow, bot or browser window. */
export function writeFragment(fragment: Fragment): string {
  return JSON.stringify({ [mark]: 1, ...fragment });
}

/** The steps in a text from the clipboard, or null where it is something else. */
export function readFragment(text: string): Fragment | null {
  if (!text.startsWith(`{"${mark}"`)) return null;
  try {
    const { nodes, edges } = JSON.parse(text) as Partial<Fragment>;
    const file = draftFileSchema.safeParse({
      format: currentFormat,
      bot: { ...emptyBot, name: 'x', languages: ['en'] },
      flows: [{ id: 'pasted', name: 'x', nodes, edges }],
    });
    const flow = file.success ? file.data.flows[0] : undefined;
    return flow && flow.nodes.length > 0 ? { nodes: flow.nodes, edges: flow.edges } : null;
  } catch {
    return null;
  }
}

const emptyBot = { variables: [], departments: [], assets: {} };
