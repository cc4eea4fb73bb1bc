/** What mails to the desk say. `{{bot}}`, `{{customer}}` and `{{link}}` are filled in. */
export type MailKey = 'handoff' | 'escalation' | 'reopened';

export type MailWords = Record<MailKey, { subject: string; text: string }> &
  Record<'somebody' | 'department' | 'priority' | 'high' | 'urgent' | 'summary' | 'words' | 'answer', string>;
