/** What Baton itself knows and may be inserted into any text, in the order of the menu. */
export const builtInVariables = [
  'contact.name',
  'contact.email',
  'contact.phone',
  'agent.name',
  'queue.position',
  'queue.wait_minutes',
  'message.text',
  'now.date',
  'now.time',
  'handoff.outcome',
  'conversation.channel',
  'conversation.language',
] as const;

/** Those that a step may set. */
export const writableBuiltIns = [
  'contact.name',
  'contact.email',
  'contact.phone',
  'conversation.language',
] as const;
