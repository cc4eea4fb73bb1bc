import type { PersonWords } from './person-words.ts';

export const en: PersonWords = {
  phrases: `agent|human|human please|person|real person|real person please|a real human|live agent|live chat|live person|
operator|representative|rep please|customer service|customer service please|customer support please|advisor please|
talk to a human|let me talk to a human|i want to talk to a human|i want to speak to a person|speak to an agent|
can i speak to someone|can i talk to someone|could i speak with an advisor please|i need to talk to somebody|
is there anyone i can talk to|is anyone there|is there a human there|anybody there|get me a human|give me a human|
connect me to an agent|connect me with a representative|transfer me to an operator|put me through to someone|
i would like to chat with a real person|i need a human|i need an agent now|please let me speak with a member of staff|
can a human help me|can someone real help me|someone real please|stop this bot and get me a person|not a bot|
no bots please|i dont want to talk to a bot|i do not want to talk to a robot|i hate bots|i want a human not a bot|
hand me over to a person|pass me on to your team|can your team call me|can someone call me|i want to talk to your manager|
fucking human now|get me a damn human|speak to a human being|switch to a human|contact an agent|escalate to a human`,
  nouns: `human humans person agent agents representative representatives operator operators advisor adviser advisors
consultant consultants`,
  weakNouns: `someone somebody anyone anybody people rep reps staff employee employees colleague colleagues manager
supervisor team specialist expert support helpdesk member one guy`,
  contact: `talk speak chat connect transfer contact reach escalate forward redirect through phone talking speaking
live`,
  filler: `i id im me a an the some any to with by want wanna wants need would like love prefer rather please pls plz
plss can could may might let lets get give put pass hand over switch on of up just only now right away asap immediately
directly instead quickly soon today real actual live proper living breathing human being customer service care support
your you from in at this that stupid useless fucking fuck damn bloody freaking goddamn call hell wtf ffs bot robot machine hi
hello hey ok okay yes sorry dear kindly possible is it there who do have one more again finally already really must
gotta got no stop demand request requesting ask asking for turn bring send and thanks thank then so here sir anyways anyway`,
  frames: `talk to|speak to|speak with|talk with|chat with|talking to|speaking to|speaking with|connect me to|connect me with|
connected to|connected with|transfer me to|transferred to|put me through to|through to|hand me over to|pass me to|pass me on to|
switch me to|switch to|forward me to|redirect me to|escalate to|escalate this to|get me|give me|get hold of|i want|i need|
i would like|id like|i demand|let me have|contact|reach|can i have|can i get|could i get|may i have|i wanna|prefer`,
  tails: `about|because|regarding|concerning|on|for help|for assistance|for support|to help|to talk|to speak|to assist|to answer|
to look|to call|to chat|to explain|to solve|to fix|to sort|to discuss|who can|who could|who knows|who will|who actually|who is|
who understands|that can|that knows|that understands|and not|and|not|instead|before|as soon|since|if|when|or|from|in|at|
rather than|other than|im|i`,
  negations: 'dont not never without didnt doesnt wont',
  vetoes: `are you|you are|youre|am i|is this|is that|was i|was that|this is|it is|you a|who is|were you|have you|no human|no agent|no agents|no person|no operator|advise|do i need to|do i have to|should i`,
};
