import { HttpProblem } from '../../http/http-problem.ts';
import type { Customer } from '../../services.ts';
import type { Secrets } from '../secrets.ts';

/** The conversation of a call, when its token is the key to it: 401 without one, 404 for somebody else's. */
export function toOwnConversation(
  { secrets }: { secrets: Secrets },
  call: { caller: Customer; params: { id: string } },
): string {
  const conversation = secrets.readToken(call.caller.token);
  if (conversation === null) throw new HttpProblem(401, 'bad-token');
  if (conversation !== call.params.id) throw new HttpProblem(404, 'no-conversation');
  return conversation;
}
