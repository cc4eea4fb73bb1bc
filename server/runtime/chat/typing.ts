import type { RuntimeDeps } from '../deps.ts';
import { load } from '../turn.ts';

/** Tells live readers who is typing; nothing of it is kept. */
export async function sendTyping(
  deps: RuntimeDeps,
  id: string,
  from: 'customer' | 'agent',
  name?: string,
): Promise<void> {
  const { conversation } = await load(deps, id);
  const { department } = conversation;
  deps.signals.send({
    type: 'typing',
    conversation: id,
    from,
    department,
    ...(name !== undefined && { name }),
  });
}
