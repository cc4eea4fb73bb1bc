import { contract } from '../../shared/api/contract.ts';
import type { Access, Route } from '../../shared/api/route.ts';
import type { HttpTexts } from '../../shared/locales/en/http.ts';
import { escapeHtml } from './escape-html.ts';
import type { OpenApiDocument } from './openapi.ts';
import type { TextLanguage } from './text-language.ts';
import { texts } from './texts.ts';

/** The readable page of the HTTP interface, in a language; plain HTML with a style sheet beside it. */
export function toDocsPage(document: OpenApiDocument, language: TextLanguage): string {
  const { docs } = texts[language];
  const tags = [...new Set(Object.values<Route>(contract).map((route) => route.tag))];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(docs.title)}</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header><h1>${escapeHtml(docs.title)}</h1>
<p>${escapeHtml(docs.intro)} <a href="/api/openapi.json">openapi.json</a></p>
<nav>${tags.map((tag) => `<a href="#${tag}">${tag}</a>`).join(' ')}</nav></header>
<main>
${tags.map((tag) => toSection(tag, document, docs)).join('\n')}
</main>
</body>
</html>`;
}

function toSection(tag: string, document: OpenApiDocument, docs: HttpTexts['docs']): string {
  const calls = Object.entries<Route>(contract)
    .filter(([, route]) => route.tag === tag)
    .map(([name, route]) => toCall(name, route, document, docs));
  return `<section id="${tag}"><h2>${tag}</h2>${calls.join('\n')}</section>`;
}

function toCall(name: string, route: Route, document: OpenApiDocument, docs: HttpTexts['docs']): string {
  const operation = document.paths?.[route.path]?.[route.method];
  const query = operation?.parameters?.filter((parameter) => 'in' in parameter && parameter.in === 'query');
  const [status = '200', answer] = Object.entries(operation?.responses ?? {})[0] ?? [];
  return `<details id="${name}"><summary><code class="${route.method}">${route.method.toUpperCase()}</code>
<code>${escapeHtml(route.path)}</code> <span>${escapeHtml(route.summary)}</span></summary>
<p><b>${escapeHtml(docs.who)}:</b> ${escapeHtml(toWho(route.roles, docs))}</p>
${query?.length ? `<h3>${escapeHtml(docs.query)}</h3>${toJson(query)}` : ''}
${operation?.requestBody ? `<h3>${escapeHtml(docs.body)}</h3>${toJson(operation.requestBody)}` : ''}
<h3>${escapeHtml(docs.answer)} ${status}</h3>${route.answers[Number(status)] === null ? `<p>${escapeHtml(docs.noBody)}</p>` : toJson(answer)}
</details>`;
}

function toWho(access: Access, docs: HttpTexts['docs']): string {
  if (access === 'public') return docs.public;
  if (access === 'conversation') return docs.conversation;
  return access === 'signed-in' ? docs.signedIn : access.join(', ');
}

function toJson(value: unknown): string {
  return `<pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre>`;
}
