import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Express, type Response } from 'express';
import type { ChatService } from '../services.ts';
import { chatPageStyle, createChatPage } from './chat-page.ts';
import { HttpProblem } from './http-problem.ts';
import { toScreenPolicy } from './security.ts';

/** Where `client/index.html` leaves room for the nonce of its style tags. */
const noncePlace = '%STYLE_NONCE%';

interface Pages {
  /** The built screens, `dist/client`. */
  readonly clientFolder: string;
  /** The built chat, `dist/widget`. */
  readonly widgetFolder: string;
  readonly chat: ChatService;
}

/** The screens, the widget for any page, and the full-page chat. */
export function mountPages(app: Express, { clientFolder, widgetFolder, chat }: Pages): void {
  app.get('/widget.js', (_req, res) => {
    allowAnywhere(res);
    res.set('Cache-Control', 'public, max-age=300');
    res.sendFile(join(widgetFolder, 'widget.js'));
  });
  app.use('/widget', express.static(widgetFolder, { index: false, setHeaders: allowAnywhere }));
  app.get('/chat/:bot', createChatPage(chat));
  app.get('/chat.css', (_req, res) => {
    res.type('css').set('Cache-Control', 'public, max-age=3600').send(chatPageStyle);
  });
  app.use(
    '/assets',
    express.static(join(clientFolder, 'assets'), {
      index: false,
      immutable: true,
      maxAge: '365d',
      fallthrough: true,
    }),
  );
  app.use(express.static(clientFolder, { index: false, maxAge: '1h' }));
  app.get('/{*page}', async (req, res, next) => {
    // A missing script must not be answered with a page, nor must a missing call.
    if (/^\/(api|assets|widget|chat)(\/|$)/.test(req.path) || !req.accepts('html')) return next();
    const page = await readPage(join(clientFolder, 'index.html'));
    const nonce = randomBytes(16).toString('base64');
    res
      .set({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': toScreenPolicy(nonce) })
      .type('html')
      .send(page.replace(noncePlace, nonce));
  });
}

async function readPage(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new HttpProblem(404, 'not-found', { cause: error });
  }
}

function allowAnywhere(res: Response): void {
  res.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
}
