import type { Perform } from './effect.ts';

/** Keeps an observation for the agent and for reports. */
export const performRecord: Perform<'record'> = ({ record }, { observations, conversation, now }) => {
  const { what, ...data } = record;
  const flow = 'flow' in data ? data.flow : null;
  const node = 'node' in data ? data.node : null;
  observations.push({ conversation: conversation.id, at: now, what, flow, node, data });
};
