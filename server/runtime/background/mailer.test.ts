import { type AddressInfo, createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

/** Speaks just enough SMTP to break off, or to refuse, at a chosen word; `null` hangs there. */
async function openRude(at: string, answer: string | null) {
  const sockets = new Set<Socket>();
  let reached: () => void = () => undefined;
  const here = new Promise<void>((done) => {
    reached = done;
  });
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    let data = false;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (line: string): void => {
      const word = data ? (line === '.' ? 'END' : '') : (line.split(' ')[0] ?? '');
      if (word === '') return;
      if (word === at) {
        reached();
        if (answer === '') socket.destroy();
        else if (answer !== null) say(answer);
      } else if (word === 'DATA') {
        data = true;
        say('354 Go on');
      } else say(word === 'END' ? '250 Taken' : '250 Fine');
      if (word === 'END') data = false;
    };
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
    if (at === 'GREETING') {
      reached();
      if (answer !== null) say(answer);
    } else say('220 Hello');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const send = () =>
    createMailer(`smtp://127.0.0.1:${port}`, show)
      .send(mail, 'k1')
      .then(
        () => null,
        (error: unknown) => error,
      );
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  };
  return { here, send, close };
}

test.each([
  ['RCPT', '550 No such mailbox', true],
  ['MAIL', '553 Not this sender', true],
  ['END', '554 This looks like spam', true],
  ['END', '552 Too large', true],
  ['RCPT', '450 Greylisted, come back', false],
  ['END', '451 Try again later', false],
  ['GREETING', '554 Nobody may come in now', false],
])('a mail server that answers %s with %j has it given up: %s', async (at, answer, final) => {
  const rude = await openRude(at, answer);
  const failed = await rude.send();
  expect(failed).toMatchObject({
    final,
    fault: { code: 'refused', values: { text: expect.stringContaining(answer) } },
  });
  expect(failed).not.toHaveProperty('fault.mayHaveArrived');
  await rude.close();
});

test('a mail waits for a sign-in that is mended, whatever the mail server says of it', async () => {
  const sent = createMailer(`smtp://baton:wrong@${post.host}`, show).send(mail, 'k1');
  await expect(sent).rejects.toMatchObject({ final: false, fault: { code: 'refused' } });
});

test('a mail whose connection broke before its end has not arrived', async () => {
  const rude = await openRude('RCPT', '');
  const failed = await rude.send();
  expect(failed).toMatchObject({ final: false, fault: { code: 'broken-off' } });
  expect(failed).not.toHaveProperty('fault.mayHaveArrived');
  await rude.close();
});

test('a mail whose connection broke after its end may have arrived', async () => {
  const rude = await openRude('END', '');
  expect(await rude.send()).toMatchObject({
    final: false,
    fault: { code: 'broken-off', mayHaveArrived: true },
  });
  await rude.close();
});

test.each([
  ['GREETING', undefined],
  ['RCPT', undefined],
  ['END', true],
])('a mail server that hangs at %s has fifteen seconds', async (at, mayHaveArrived) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const rude = await openRude(at, null);
  const sending = rude.send();
  await rude.here;
  await vi.advanceTimersByTimeAsync(15_000);
  vi.useRealTimers();
  expect(await sending).toMatchObject({ fault: { code: 'timeout' } });
  expect(((await sending) as { fault: { mayHaveArrived?: true } }).fault.mayHaveArrived).toBe(mayHaveArrived);
  await rude.close();
});

test('where nobody listens the mail waits', async () => {
  const rude = await openRude('RCPT', null);
  await rude.close();
  expect(await rude.send()).toMatchObject({ final: false, fault: { code: 'no-connection' } });
});
