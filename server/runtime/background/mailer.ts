import { createTransport } from 'nodemailer';
import type { Mail } from './new-mail.ts';
import { OutgoingFault, toOutgoingFault } from './outgoing-fault.ts';
import { attemptLimitMs, withTimeLimit } from './time-limit.ts';

/** Sends mails, or only shows them where no mail server is set. */
export interface Mailer {
  /** Whether mails really leave. */
  readonly sends: boolean;
  /**
   * `key` is the same at each attempt, so that a mail that arrives twice is recognised.
   * @throws OutgoingFault when the mail server did not say that it took the mail.
   */
  send(mail: Mail, key: string): Promise<void>;
}

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
  return {
    sends: true,
    send: ({ to, subject, text }, key) =>
      sendBy(url.toString(), { from, to, subject, text, messageId: `<${key}@${url.hostname}>` }),
  };
}

interface Message extends Mail {
  from: string;
  messageId: string;
}

async function sendBy(url: string, message: Message): Promise<void> {
  let sent = false;
  const transport = createTransport({
    url,
    logger: createSentWatch(() => {
      sent = true;
    }),
  });
  await withTimeLimit(attemptLimitMs, (signal) => transport.sendMail({ ...message, signal })).catch(
    (error: unknown) => {
      throw toMailFault(error, sent);
    },
  );
}

/** That the whole mail has been handed to the network is told nowhere but to a log. */
function createSentWatch(onSent: () => void) {
  const ignore = () => undefined;
  return {
    level: ignore,
    trace: ignore,
    debug: ignore,
    info: (entry: unknown) => {
      if ((entry as { tnx?: unknown }).tnx === 'message') onSent();
    },
    warn: ignore,
    error: ignore,
    fatal: ignore,
  };
}

/**
 * What the mail server refuses of this mail for good, it would refuse again. Where it refuses us (the sign-in, the
 * connection), the mail waits until that is mended.
 */
function toMailFault(error: unknown, sent: boolean): OutgoingFault {
  const { code, response, permanent } = error as {
    code?: unknown;
    response?: unknown;
    permanent?: unknown;
  };
  const ofThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!ofThisMail && typeof response !== 'string') return toOutgoingFault(error, sent);
  const text = typeof response === 'string' ? response : (error as Error).message;
  return new OutgoingFault('refused', { values: { text }, final: ofThisMail && permanent !== false });
}
