import type { MailWords } from '../mails-key.ts';

export const mails: MailWords = {
  handoff: {
    subject: '{{bot}}: {{customer}} чака за консултант',
    text: '{{customer}} иска да разговаря с консултант и чака на опашката.',
  },
  escalation: {
    subject: '{{bot}}: {{customer}} все още чака',
    text: '{{customer}} чака по-дълго от обещаното, а все още никой не се е включил.',
  },
  reopened: {
    subject: '{{bot}}: {{customer}} се върна',
    text: '{{customer}} получи помощ преди малко и отново търси консултант.',
  },
  somebody: 'клиент',
  department: 'Отдел',
  priority: 'Приоритет',
  high: 'висок',
  urgent: 'спешен',
  summary: 'Резюме',
  words: 'С думите на клиента',
  answer: 'Отговорете тук:\n{{link}}',
};
