import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * The headers that keep a browser from running what is not ours: own scripts only, nothing inline, no
 * framing. The style tags that the interface kit writes carry the page's own nonce.
 */
export function createSecurityHeaders(publicUrl: string): RequestHandler {
  const secure = publicUrl.startsWith('https:');
  const secured = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", (_req, res) => `'nonce-${toStyleNonce(res as Response)}'`],
        imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  return (req, res, next) => {
    res.locals.styleNonce = randomBytes(16).toString('base64');
    secured(req, res, next);
  };
}

/** The nonce by which this answer's page may write style tags. */
export function toStyleNonce(res: Response): string {
  return String(res.locals.styleNonce);
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
