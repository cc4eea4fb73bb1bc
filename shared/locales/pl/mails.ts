import type { MailWords } from '../mails-key.ts';

export const mails: MailWords = {
  handoff: {
    subject: '{{bot}}: na konsultanta czeka {{customer}}',
    text: 'Na rozmowę z konsultantem czeka w kolejce {{customer}}.',
  },
  escalation: {
    subject: '{{bot}}: wciąż czeka {{customer}}',
    text: 'Dłużej, niż zapowiedziano, czeka {{customer}}, a nikt jeszcze nie dołączył do rozmowy.',
  },
  reopened: {
    subject: '{{bot}}: wraca {{customer}}',
    text: 'Niedawno zakończona sprawa wraca: o konsultanta ponownie prosi {{customer}}.',
  },
  somebody: 'klient',
  department: 'Dział',
  priority: 'Priorytet',
  high: 'wysoki',
  urgent: 'pilny',
  summary: 'Podsumowanie',
  words: 'Słowami klienta',
  answer: 'Odpowiedz tutaj:\n{{link}}',
};
