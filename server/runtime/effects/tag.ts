import type { Perform } from './effect.ts';

/** The tags themselves are part of the state; what is noted here is when the flow changed them. */
export const performTag: Perform<'tag'> = ({ add, remove }, { observations, conversation, now }) => {
  observations.push({
    conversation: conversation.id,
    at: now,
    what: 'tag',
    flow: null,
    node: null,
    data: { add, remove },
  });
};
