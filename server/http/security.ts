import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** Header names and values in turn, as `writeHead` takes them. */
export type RawHeaders = readonly string[];

/** The headers that keep a browser from running what is not ours; the same for every answer of their kind. */
export interface SecurityHeaders {
  /** Of answers that nobody renders: calls and problems. */
  readonly calls: RawHeaders;
  readonly pages: RawHeaders;
}

/** Made once: what helmet sets does not depend on the call. */
export function createSecurityHeaders(publicUrl: string): SecurityHeaders {
  return {
    calls: toHeaders(publicUrl, { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }),
    pages: toHeaders(publicUrl, pagePolicy),
  };
}

type Policy = Readonly<Record<string, readonly string[]>>;

/** Own scripts only, nothing inline, no framing. */
const pagePolicy: Policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

function toHeaders(publicUrl: string, directives: Policy): RawHeaders {
  const secure = publicUrl.startsWith('https:');
  const set = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  set(answer.req, answer, (error?: unknown) => {
    if (error) throw error;
  });
  return Object.entries(answer.getHeaders()).flatMap(([name, value]) => [name, String(value)]);
}

/** The policy of the screens: the style tags that the interface kit writes carry this page's own nonce. */
export function toScreenPolicy(nonce: string): string {
  return Object.entries({ ...pagePolicy, styleSrc: ["'self'", `'nonce-${nonce}'`] })
    .map(([name, sources]) => `${toDirective(name)} ${sources.join(' ')}`)
    .join(';');
}

/** `scriptSrc` as it stands in a policy: `script-src`. */
function toDirective(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The policy of the full-page chat: scripts and styles from files only, framed by the allowed origins. */
export function toChatPagePolicy(allowedOrigins: readonly string[]): string {
  const ancestors = allowedOrigins.length === 0 ? '*' : ["'self'", ...allowedOrigins].join(' ');
  return [
    "default-src 'self'",
    "script-src 'self'",
    "script-src-attr 'none'",
    "style-src 'self'",
    "img-src 'self' data: blob: https:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}
