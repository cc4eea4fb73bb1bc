import type { Express } from 'express';
import { toDocsPage } from './docs-page.ts';
import { docsStyle } from './docs-style.ts';
import { toOpenApi } from './openapi.ts';
import { toTextLanguage } from './text-language.ts';

/** The contract for programs and for people. Made once, at the first question. */
export function mountDocs(app: Express, publicUrl: string, version: string): void {
  let made: ReturnType<typeof toOpenApi> | undefined;
  const document = () => {
    made ??= toOpenApi(publicUrl, version);
    return made;
  };
  app.get('/api/openapi.json', (_req, res) => {
    res.json(document());
  });
  app.get('/api/docs', (req, res) => {
    res.vary('Accept-Language');
    res.type('html').send(toDocsPage(document(), toTextLanguage(req.headers['accept-language'])));
  });
  app.get('/api/docs.css', (_req, res) => {
    res.type('css').set('Cache-Control', 'public, max-age=3600').send(docsStyle);
  });
}
