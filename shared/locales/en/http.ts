/** Problems of HTTP calls: `title` names what went wrong, `detail` says what to do. */
const problems = {
  'bad-input': {
    title: 'The call has mistakes',
    detail: 'Some fields are missing or wrong. Correct what is listed under errors and send it again.',
  },
  'bad-json': {
    title: 'The body is not JSON',
    detail: 'The body could not be read as JSON. Check quotes, commas and the encoding (UTF-8).',
  },
  'too-deep': {
    title: 'Nested too deeply',
    detail: 'The body has more than 64 levels of lists and objects. Send it flatter.',
  },
  'wrong-type': {
    title: 'The body has another type than expected',
    detail: 'Send the body as {{expected}} and say so in the Content-Type header.',
  },
  'too-large': {
    title: 'Too large',
    detail: 'What was sent is larger than {{limit}}. Send something smaller.',
  },
  'no-file': { title: 'No file', detail: 'Send one file in the part named file.' },
  'file-refused': {
    title: 'This kind of file is not taken',
    detail: 'Send a picture, a PDF, a text or an office document.',
  },
  'sign-in': { title: 'Not signed in', detail: 'Sign in, or send a valid API key, and try again.' },
  'bad-sign-in': {
    title: 'Sign-in failed',
    detail: 'The e-mail address or the password is not right. Check both and try again.',
  },
  'bad-token': {
    title: 'No valid token',
    detail:
      'Send the token of the conversation in the Authorization header. If it was lost, begin a new conversation.',
  },
  forbidden: {
    title: 'Not allowed',
    detail: 'Your account may not do this. Ask an administrator for the role {{roles}}.',
  },
  'wrong-origin': {
    title: 'Called from another page',
    detail:
      'This call was made from a page that may not make it. Open Baton at its own address. A program that uses the cookie sends that address as Origin, or better uses an API key.',
  },
  'origin-not-allowed': {
    title: 'This page may not show the bot',
    detail: 'An administrator or designer can add {{origin}} to the pages that may show this bot.',
  },
  'not-found': { title: 'Not found', detail: 'There is nothing at this address. Check it.' },
  'no-conversation': {
    title: 'No such conversation',
    detail: 'This conversation does not exist or is not yours to see.',
  },
  'no-bot': { title: 'No such bot', detail: 'There is no bot with this name or id.' },
  'no-release': { title: 'No such release', detail: 'This bot has no release with this number.' },
  'no-person': { title: 'No such person', detail: 'There is no person with this id. Reload the list.' },
  'no-department': {
    title: 'No such department',
    detail: 'There is no department with this id. Reload the list.',
  },
  'no-file-here': { title: 'No such file', detail: 'This conversation has no file with this id.' },
  'no-invitation': {
    title: 'This link does not work any more',
    detail: 'It was used already, or is older than seven days. Ask an administrator for a new one.',
  },
  'wrong-method': {
    title: 'Not possible here',
    detail: 'This address does not know {{method}}. It knows {{allowed}}.',
  },
  'bot-off': {
    title: 'This chat is closed at the moment',
    detail: 'The bot is switched off or not yet published. Try again later.',
  },
  'repeated-id': {
    title: 'This id was used for something else',
    detail: 'A call with the same id or Idempotency-Key and another body was taken already. Use a new one.',
  },
  'bad-idempotency-key': {
    title: 'The Idempotency-Key cannot be used',
    detail:
      'Send one Idempotency-Key of 1 to 255 printable ASCII characters, such as a UUID, or leave the header out.',
  },
  'message-not-fitting': {
    title: 'This answer does not fit',
    detail: 'There is no open message that this answers. Read the newest messages and try again.',
  },
  'conversation-ended': {
    title: 'This conversation has ended',
    detail: 'Begin a new conversation.',
  },
  'already-joined': {
    title: 'Somebody was first',
    detail: '{{name}} has joined this conversation already.',
  },
  'not-joined': {
    title: 'You have not joined',
    detail: 'Join the conversation first.',
  },
  'not-waiting': { title: 'Nobody waits here', detail: 'This conversation is not in the queue.' },
  'bot-silent': {
    title: 'The bot does not hold this conversation',
    detail: 'This works only while the bot answers. Resolve the conversation first.',
  },
  'no-survey': {
    title: 'No such survey',
    detail: 'The bot has no survey with this name that an agent may start.',
  },
  'no-flow': { title: 'No such flow', detail: 'The bot has no flow with this id that an agent may send.' },
  'stale-draft': {
    title: 'The draft has changed meanwhile',
    detail: 'Somebody else, or another window, changed this bot. Both versions are in the answer.',
  },
  'change-refused': {
    title: 'This change does not fit the bot',
    detail: 'The draft was left as it was. What is wrong is listed under errors.',
  },
  'bot-file-refused': {
    title: 'This bot file has mistakes',
    detail: 'Nothing was imported. Correct what is listed under errors and import it again.',
  },
  'not-publishable': {
    title: 'Errors stand in the way',
    detail: 'Correct the listed errors and publish again. The last release stays in use.',
  },
  'slug-taken': {
    title: 'This address is taken',
    detail: 'Another bot has the address {{slug}}. Choose another.',
  },
  'bot-in-use': {
    title: 'Somebody is still in a conversation',
    detail: 'Customers wait or are with an agent. Resolve these conversations first.',
  },
  'department-in-use': {
    title: 'Somebody waits in this department',
    detail: 'Answer or move the waiting conversations first.',
  },
  'name-taken': { title: 'This name is taken', detail: 'Choose another name.' },
  'email-taken': {
    title: 'There is an account with this address',
    detail: 'Change the roles of that person instead, or use another e-mail address.',
  },
  'last-administrator': {
    title: 'This is the last administrator',
    detail: 'Make somebody else administrator first.',
  },
  'account-exists': {
    title: 'The first account exists already',
    detail: 'Sign in, or ask an administrator for an invitation.',
  },
  'wrong-password': {
    title: 'The present password is not right',
    detail: 'Type your present password again.',
  },
  'people-only': {
    title: 'Only for people',
    detail: 'This cannot be done with an API key. Sign in as a person.',
  },
  'not-failed': { title: 'Nothing to retry', detail: 'Only what has failed can be tried again.' },
  'too-many': {
    title: 'Too many calls',
    detail: 'Wait {{seconds}} seconds and try again.',
  },
  busy: {
    title: 'Not ready yet',
    detail: 'The server is starting or the database does not answer. Try again in a moment.',
  },
  internal: {
    title: 'Something went wrong on our side',
    detail: 'Nothing was changed. Try again; if it happens again, give the administrator this number: {{id}}',
  },
};

/** Mistakes in fields, by what the validation found. */
const issues = {
  required: 'This is missing.',
  'wrong-type': 'This must be {{expected}}.',
  'unknown-field': 'This field is not known: {{keys}}. Remove it.',
  'too-short': 'At least {{minimum}} characters are needed.',
  empty: 'This must not be empty.',
  'too-long': 'At most {{maximum}} characters are possible.',
  'too-few': 'At least {{minimum}} entries are needed.',
  'too-many': 'At most {{maximum}} entries are possible.',
  'too-small': 'This must be at least {{minimum}}.',
  'too-big': 'This must be at most {{maximum}}.',
  'one-of-values': 'This must be one of: {{values}}.',
  'one-of': 'Send exactly one of the possible fields.',
  email: 'This is not an e-mail address, like name@example.com.',
  uuid: 'This is not a UUID.',
  format: 'This does not have the expected form.',
  invalid: 'This is not valid.',
  'leads-nowhere': 'This leads to nothing that is there.',
};

const types = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
};

/** Why outgoing work failed; `other` carries the words of the other side. */
const outgoing = {
  status: 'The other side answered with status {{status}}.',
  timeout: 'No answer within the time limit.',
  'too-large': 'The answer was larger than 1 MB.',
  'no-web-address': 'Only http and https addresses can be called.',
  'private-address':
    'This is a private address. Name its host in BATON_ALLOW_HOSTS on the server to allow it.',
  'no-secret': 'The secret {{name}} is not set. Set it in the settings.',
  'no-ticket-system': 'Set the secrets {{url}} and {{key}} in the settings to send tickets there.',
  'no-mail': 'This server sends no mail. Set SMTP_URL on the server to send it.',
  stopped: 'The server stopped during the attempt.',
  refused: 'The mail server refused it: {{text}}',
  'no-host': 'The address of the other side is not known.',
  'no-connection': 'The other side cannot be reached.',
  'no-trust': 'The connection to the other side is not secure: its certificate is not valid.',
  'broken-off': 'The connection broke off before an answer came.',
  other: '{{text}}',
};

const mails = {
  invitation: {
    subject: 'Your invitation to {{organisation}}',
    text: 'Hello {{name}},\n\n{{by}} invites you to answer customers with Baton.\n\nChoose your password here within seven days:\n{{link}}\n\nIf you did not expect this, you need not do anything.',
  },
  password: {
    subject: 'Choose a new password',
    text: 'Hello {{name}},\n\nChoose a new password for Baton here within seven days:\n{{link}}\n\nIf you did not ask for this, tell your administrator.',
  },
};

const docs = {
  title: 'Baton: the HTTP interface',
  intro: 'Every call, made from the schemas that validate it. The same for programs:',
  who: 'Who',
  body: 'Body',
  query: 'In the address',
  answer: 'Answer',
  noBody: 'no body',
  public: 'anybody',
  conversation: 'the token of the conversation',
  signedIn: 'everybody who is signed in',
};

export const http = { problems, issues, types, outgoing, mails, docs };
export type HttpTexts = typeof http;
export type ProblemCode = keyof typeof problems;
export type IssueCode = keyof typeof issues;
export type FaultCode = keyof typeof outgoing;
