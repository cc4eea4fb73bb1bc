const builtIns: ReadonlySet<string> = new Set([
  'conversation.channel',
  'conversation.language',
  'agent.name',
  'queue.position',
  'queue.wait_minutes',
  'message.text',
  'now.date',
  'now.time',
  'handoff.outcome',
]);

const contactAttribute = /^contact\.[A-Za-z][A-Za-z0-9_]{0,62}$/;

/** Whether Baton itself knows a variable of this name, without its being declared. */
export function isBuiltIn(name: string): boolean {
  return builtIns.has(name) || contactAttribute.test(name);
}

/** Built-ins that a flow may set: the contact's attributes and the conversation's language. */
export function isWritable(name: string): boolean {
  return name === 'conversation.language' || contactAttribute.test(name);
}
