import type { MailWords } from '../mails-key.ts';

export const mails: MailWords = {
  handoff: {
    subject: '{{bot}}: {{customer}} is waiting for a person',
    text: '{{customer}} would like to talk to a person and is waiting in the queue.',
  },
  escalation: {
    subject: '{{bot}}: {{customer}} is still waiting',
    text: '{{customer}} has been waiting longer than promised, and nobody has joined yet.',
  },
  reopened: {
    subject: '{{bot}}: {{customer}} is back',
    text: '{{customer}} was helped a short while ago and is asking for a person again.',
  },
  somebody: 'a customer',
  department: 'Department',
  priority: 'Priority',
  high: 'high',
  urgent: 'urgent',
  summary: 'Summary',
  words: 'In the customer’s words',
  answer: 'Answer here:\n{{link}}',
};
