import type { MailWords } from '../mails-key.ts';

export const mails: MailWords = {
  handoff: {
    subject: '{{bot}}: {{customer}} wacht op een medewerker',
    text: '{{customer}} wil graag een medewerker spreken en staat in de wachtrij.',
  },
  escalation: {
    subject: '{{bot}}: {{customer}} wacht nog steeds',
    text: '{{customer}} wacht langer dan beloofd en nog niemand heeft het gesprek aangenomen.',
  },
  reopened: {
    subject: '{{bot}}: {{customer}} is terug',
    text: '{{customer}} is kort geleden geholpen en vraagt opnieuw om een medewerker.',
  },
  somebody: 'een klant',
  department: 'Afdeling',
  priority: 'Prioriteit',
  high: 'hoog',
  urgent: 'dringend',
  summary: 'Samenvatting',
  words: 'In de woorden van de klant',
  answer: 'Hier beantwoorden:\n{{link}}',
};
