import { createTransport } from 'nodemailer';
import type { Mail } from './new-mail.ts';

/** Sends mails, or only shows them where no mail server is set. */
export interface Mailer {
  /** Whether mails really leave. */
  readonly sends: boolean;
  /** `key` is the same at each attempt, so that a mail that arrives twice is recognised. */
  send(mail: Mail, key: string): Promise<void>;
}

const patience = 20_000;

/** `smtpUrl` as in `smtp://user:password@mail.example.com:587?from=desk@example.com`; without `from` the user's. */
export function createMailer(smtpUrl: string | undefined, show: (mail: Mail) => void): Mailer {
  if (smtpUrl === undefined) {
    return {
      sends: false,
      send: async (mail) => {
        show(mail);
      },
    };
  }
  const url = new URL(smtpUrl);
  const user = decodeURIComponent(url.username);
  const from = url.searchParams.get('from') ?? (user.includes('@') ? user : `baton@${url.hostname}`);
  url.searchParams.delete('from');
  const transport = createTransport({
    url: url.toString(),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  return {
    sends: true,
    send: async ({ to, subject, text }, key) => {
      await transport.sendMail({ from, to, subject, text, messageId: `<${key}@${url.hostname}>` });
    },
  };
}
