import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMailer } from './mailer.ts';
import type { Mail } from './new-mail.ts';

interface Taken {
  from: string;
  to: string[];
  signedIn: string | undefined;
  source: string;
}

/** A mail server on this machine that keeps what it takes and knows no mailbox called nobody. */
async function openPost() {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onAuth: ({ username, password }, _session, answer) =>
      password === 'p@ss' ? answer(null, { user: username }) : answer(new Error('Wrong password')),
    onRcptTo: ({ address }, _session, answer) =>
      answer(address.startsWith('nobody') ? new Error('No such mailbox') : null),
    onData: (stream, { envelope, user }, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const source = Buffer.concat(chunks).toString('utf8');
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), signedIn: user, source });
        answer(null);
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as AddressInfo;
  return { taken, host: `127.0.0.1:${port}`, close: () => new Promise<void>((done) => server.close(done)) };
}

let post: Awaited<ReturnType<typeof openPost>>;
beforeEach(async () => {
  post = await openPost();
});
afterEach(() => post.close());

const mail: Mail = { to: 'desk@example.com', subject: 'Чака клиент', text: 'Ève wacht op u.' };
const show = () => {
  throw new Error('A mail was shown instead of sent.');
};

test('a mail leaves by the server of SMTP_URL, recognisable when it comes twice', async () => {
  const mailer = createMailer(`smtp://baton%40example.com:p%40ss@${post.host}`, show);
  await mailer.send(mail, 'k1');
  await mailer.send(mail, 'k1');
  expect(mailer.sends).toBe(true);
  const [first, second] = post.taken;
  expect(first).toMatchObject({
    from: 'baton@example.com',
    to: ['desk@example.com'],
    signedIn: 'baton@example.com',
  });
  const toId = (source = '') => /^Message-ID: (.+)$/m.exec(source)?.[1];
  expect(toId(first?.source)).toContain('<k1@');
  expect(toId(second?.source)).toBe(toId(first?.source));
});

test('who the mails are from can be said', async () => {
  await createMailer(`smtp://${post.host}?from=desk@example.com`, show).send(mail, 'k1');
  expect(post.taken).toMatchObject([{ from: 'desk@example.com', signedIn: undefined }]);
});

test('what the mail server refuses is told in its words', async () => {
  const send = createMailer(`smtp://${post.host}`, show).send({ ...mail, to: 'nobody@example.com' }, 'k1');
  await expect(send).rejects.toMatchObject({
    fault: { code: 'refused', values: { text: expect.stringContaining('No such mailbox') } },
    final: true,
  });
});

test('without SMTP_URL a mail is only shown', async () => {
  const shown: Mail[] = [];
  const mailer = createMailer(undefined, (one) => void shown.push(one));
  await mailer.send(mail, 'k1');
  expect(mailer.sends).toBe(false);
  expect(shown).toEqual([mail]);
});
