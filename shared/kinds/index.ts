import { ask } from './ask.ts';
import { botError } from './bot-error.ts';
import { choice } from './choice.ts';
import { condition } from './condition.ts';
import { conversationStart } from './conversation-start.ts';
import { end } from './end.ts';
import { event } from './event.ts';
import { flowStart } from './flow-start.ts';
import { handoffReply } from './handoff-reply.ts';
import { httpRequest } from './http-request.ts';
import { inactivity } from './inactivity.ts';
import { message } from './message.ts';
import { negativeFeedback } from './negative-feedback.ts';
import { rating } from './rating.ts';
import { runFlow } from './run-flow.ts';
import { setVariable } from './set-variable.ts';
import { startSurvey } from './start-survey.ts';
import { tag } from './tag.ts';
import { textRequest } from './text-request.ts';
import { ticket } from './ticket.ts';
import { unknown } from './unknown.ts';
import { wait } from './wait.ts';

/** Every node kind, in the palette's order. A new kind is one file and one line here. */
export const kinds = [
  conversationStart,
  textRequest,
  unknown,
  negativeFeedback,
  inactivity,
  event,
  flowStart,
  botError,
  message,
  choice,
  ask,
  rating,
  condition,
  setVariable,
  tag,
  runFlow,
  httpRequest,
  wait,
  end,
  handoffReply,
  ticket,
  startSurvey,
] as const;
