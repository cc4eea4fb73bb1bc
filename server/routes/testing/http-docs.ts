import { contract } from '../../../shared/api/contract.ts';
import type { Access, Route } from '../../../shared/api/route.ts';

const intro = `# The HTTP interface

The same contract is served by every Baton: readable at \`/api/docs\`, for programs at
\`/api/openapi.json\` (OpenAPI 3.1). This page is made from it: \`npx vitest run server/routes/http-docs -u\`.

## Who calls

- **Customers** have no account. Opening a conversation answers its \`token\`, the only key to it, always sent
  as \`Authorization: Bearer …\`, for streams too. Pages of any origin may call, unless the bot names its own.
- **People** sign in with \`POST /api/auth/sign-in/email\` and carry a session cookie. A call with the cookie that
  changes something must carry Baton's own \`Origin\`, which browsers do by themselves.
- **Programs** carry an API key, made in the settings, as \`Authorization: Bearer baton_…\`.

## What calls have in common

- Bodies are JSON in UTF-8 of at most 64 kB (a bot file 20 MB, an upload 10 MB), and unknown fields are refused.
  A call without a listed body takes none or \`{}\`.
- A call that carries the client's own \`id\` (a UUID) may be sent again: it is answered as the first time and
  changes nothing. The same id with another body gets 409.
- Calls marked with ⟳ may carry an \`Idempotency-Key\` of your own choice, 1 to 255 printable characters such as a UUID:
  sent again with the same key within 30 days, by the same caller, to any process, the call answers as the first time and
  changes nothing. The same key with another body gets 409. What was refused is not kept and is decided anew.
- Whatever fails answers \`application/problem+json\` (RFC 9457): \`type\` (stable, \`urn:baton:problem:…\`), \`title\`,
  \`status\`, \`detail\` in the language of \`Accept-Language\` (en, nl, pl, bg), and \`errors\` with the \`path\`, \`code\` and
  \`message\` of each mistake.
- 401: no sign-in or no valid token. 403: the role is missing. 404: there is no such thing, or it is not yours.
  429: wait for \`Retry-After\` seconds.
- Streams are server-sent events with a heartbeat at least each 15 seconds. \`Last-Event-ID\` resumes: a conversation's
  event id is the message's number, the inbox's an opaque cursor. A reader with more than 1 MB waiting is cut off and
  resumes likewise. A server that stops says first, with \`retry\`, when to come again.
- \`reset\` says that what you resume from is not there: in a conversation's stream forget the messages you have, those
  that are there follow from the first on; in the inbox read everything again.

## The calls

`;

const tags = {
  chat: 'Customers',
  inbox: 'Agents',
  bots: 'Designers',
  admin: 'Administrators',
  auth: 'Everybody: sign-in',
} satisfies Record<Route['tag'], string>;

/** The page of the HTTP interface in the repository. */
export function toHttpDocs(): string {
  const sections = Object.entries(tags).map(([tag, title]) => {
    const rows = Object.values<Route>(contract)
      .filter((route) => route.tag === tag)
      .map(
        (route) =>
          `| \`${route.method.toUpperCase()} ${route.path}\`${route.repeatable ? ' ⟳' : ''} | ${toWho(route.roles)} | ${route.summary} |`,
      );
    return `### ${title}\n\n| call | who | what |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return intro + sections.join('\n');
}

function toWho(access: Access): string {
  if (access === 'public') return 'anybody';
  if (access === 'conversation') return 'its customer';
  return access === 'signed-in' ? 'signed in' : [...access].sort().join(', ');
}
