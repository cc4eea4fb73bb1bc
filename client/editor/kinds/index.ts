import type { KindType } from '../../../shared/kinds/document.ts';
import { askView } from './Ask.tsx';
import { botErrorView } from './BotError.tsx';
import { choiceView } from './Choice.tsx';
import { conditionView } from './Condition.tsx';
import { conversationStartView } from './ConversationStart.tsx';
import { endView } from './End.tsx';
import { eventView } from './Event.tsx';
import { flowStartView } from './FlowStart.tsx';
import { handoffReplyView } from './HandoffReply.tsx';
import { httpRequestView } from './HttpRequest.tsx';
import { inactivityView } from './Inactivity.tsx';
import type { DraftOf, KindView } from './kind-view.ts';
import { messageView } from './Message.tsx';
import { negativeFeedbackView } from './NegativeFeedback.tsx';
import { ratingView } from './Rating.tsx';
import { runFlowView } from './RunFlow.tsx';
import { setVariableView } from './SetVariable.tsx';
import { startSurveyView } from './StartSurvey.tsx';
import { tagView } from './Tag.tsx';
import { textRequestView } from './TextRequest.tsx';
import { ticketView } from './Ticket.tsx';
import { unknownView } from './Unknown.tsx';
import { waitView } from './Wait.tsx';

/** How every node kind looks; a kind without a view does not compile. */
const kindViews: { [Type in KindType]: KindView<DraftOf<Type>> } = {
  'conversation-start': conversationStartView,
  'text-request': textRequestView,
  unknown: unknownView,
  'negative-feedback': negativeFeedbackView,
  inactivity: inactivityView,
  event: eventView,
  'flow-start': flowStartView,
  'bot-error': botErrorView,
  message: messageView,
  choice: choiceView,
  ask: askView,
  rating: ratingView,
  condition: conditionView,
  'set-variable': setVariableView,
  tag: tagView,
  'run-flow': runFlowView,
  'http-request': httpRequestView,
  wait: waitView,
  end: endView,
  'handoff-reply': handoffReplyView,
  ticket: ticketView,
  'start-survey': startSurveyView,
};

/** The view of a kind, over data as the document holds it: the draft schema vouches for its types. */
export function kindViewOf(type: KindType): KindView {
  return kindViews[type] as unknown as KindView;
}
