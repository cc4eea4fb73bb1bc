import type { Logger } from 'pino';
import type { Meter } from '../meter.ts';
import type { ChatService } from '../services.ts';
import { type CallLog, createCallLog } from './call-log.ts';
import { type ChatOrigins, createChatOrigins } from './cross-origin.ts';
import { EventStreams } from './event-streams.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { createSecurityHeaders, type SecurityHeaders } from './security.ts';

interface CommonDeps {
  readonly logger: Logger;
  readonly meter: Meter;
  readonly publicUrl: string;
  readonly rateLimits: boolean;
  readonly chat: ChatService;
  /** Aborts when the server closes: live streams end. */
  readonly stop: AbortSignal;
}

/** What both ways into the server use, made once: Express, and the front before it. */
export interface Common {
  readonly logger: Logger;
  readonly meter: Meter;
  readonly log: CallLog;
  readonly security: SecurityHeaders;
  readonly origins: ChatOrigins;
  readonly limits: RateLimits;
  readonly streams: EventStreams;
}

export function createCommon({ logger, meter, publicUrl, rateLimits, chat, stop }: CommonDeps): Common {
  const streams = new EventStreams(meter);
  stop.addEventListener('abort', () => streams.end(), { once: true });
  return {
    logger,
    meter,
    log: createCallLog(logger),
    security: createSecurityHeaders(publicUrl),
    origins: createChatOrigins(chat, publicUrl),
    limits: createRateLimits(rateLimits, meter),
    streams,
  };
}
