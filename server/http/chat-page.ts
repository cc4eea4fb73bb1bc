import type { RequestHandler } from 'express';
import { type ChatBot, chatRoutes } from '../../shared/api/chat.ts';
import type { ChatService } from '../services.ts';
import { toClientAddress } from './client-address.ts';
import { escapeHtml } from './escape-html.ts';
import { HttpProblem } from './http-problem.ts';
import { toChatPagePolicy } from './security.ts';
import { matchLanguage, toTextLanguage } from './text-language.ts';

/** `/chat/{bot}`: the chat as a whole page, which the allowed origins may frame. */
export function createChatPage(chat: ChatService): RequestHandler<{ bot: string }> {
  return async (req, res) => {
    const { bot } = req.params;
    const acceptLanguage = req.headers['accept-language'] ?? '';
    const { language } = chatRoutes.chatBot.query.safeParse({ language: req.query.language }).data ?? {};
    const client = {
      ip: toClientAddress(req),
      origin: null,
      acceptLanguage,
      language: toTextLanguage(acceptLanguage),
    };
    const [origins, found] = await Promise.all([
      chat.allowedOrigins({ bot }),
      chat.chatBot({ params: { bot }, query: {}, body: undefined, caller: null, client }).catch(toStatus),
    ]);
    res.removeHeader('X-Frame-Options');
    res.vary('Accept-Language');
    res.set({ 'Content-Security-Policy': toChatPagePolicy(origins), 'Cache-Control': 'no-cache' });
    // The widget itself says, in words, that a bot is off or is not there.
    if (typeof found === 'number') res.status(found);
    const known = typeof found === 'number' ? null : found.bot;
    res.type('html').send(toPage(bot, known, language, acceptLanguage));
  };
}

export const chatPageStyle = 'html, body { height: 100%; margin: 0; } body { overflow: hidden; }';

function toStatus(error: unknown): number {
  if (error instanceof HttpProblem) return error.status;
  throw error;
}

/** `data-` attributes are how any page configures the widget. */
function toPage(
  slug: string,
  bot: ChatBot | null,
  language: string | undefined,
  acceptLanguage: string,
): string {
  const spoken = bot ? matchLanguage([acceptLanguage], bot.languages) : toTextLanguage(acceptLanguage);
  const chosen = language === undefined ? '' : ` data-language="${escapeHtml(language)}"`;
  return `<!doctype html>
<html lang="${escapeHtml(language ?? spoken)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escapeHtml(bot?.persona.name ?? 'Chat')}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/chat.css">
</head>
<body>
<main id="baton-chat"></main>
<script src="/widget.js" data-bot="${escapeHtml(slug)}"${chosen} data-mode="page" async></script>
</body>
</html>`;
}
