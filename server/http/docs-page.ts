import { contract } from '../../shared/api/contract.ts';
import type { Access, Route } from '../../shared/api/route.ts';
import type { HttpTexts } from '../../shared/locales/en/http.ts';
import { escapeHtml } from './escape-html.ts';
import type { OpenApiDocument } from './openapi.ts';
import { type SchemaLike, toShape } from './schema-shape.ts';
import type { TextLanguage } from './text-language.ts';
import { texts } from './texts.ts';

/** What this page reads of an OpenAPI document, which is plain JSON. */
interface ReadableDocument {
  readonly paths: Record<string, Record<string, ReadableOperation>>;
  readonly components?: { readonly schemas?: Record<string, SchemaLike> };
}
interface ReadableOperation {
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly schema?: SchemaLike;
  }[];
  readonly requestBody?: ReadableContent;
  readonly responses: Record<string, ReadableContent>;
}
interface ReadableContent {
  readonly content?: Record<string, { readonly schema?: SchemaLike }>;
}
type DocsTexts = HttpTexts['docs'];

/** The readable page of the HTTP interface, in a language; plain HTML with a style sheet beside it. */
export function toDocsPage(document: OpenApiDocument, language: TextLanguage): string {
  const { docs } = texts[language];
  const readable = document as unknown as ReadableDocument;
  const tags = [...new Set(Object.values<Route>(contract).map((route) => route.tag))];
  const links = [...tags, 'schemas'].map((tag) => `<a href="#${tag}">${tag}</a>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(docs.title)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header><h1>${escapeHtml(docs.title)}</h1>
<p>${escapeHtml(docs.intro)} <a href="/api/openapi.json">openapi.json</a></p>
<nav>${links.join(' ')}</nav></header>
<main>
${tags.map((tag) => toSection(tag, readable, docs)).join('\n')}
${toSchemas(readable)}
</main>
</body>
</html>`;
}

function toSection(tag: string, document: ReadableDocument, docs: DocsTexts): string {
  const calls = Object.entries<Route>(contract)
    .filter(([, route]) => route.tag === tag)
    .map(([name, route]) => toCall(name, route, document.paths[route.path]?.[route.method], docs));
  return `<section id="${tag}"><h2>${tag}</h2>${calls.join('\n')}</section>`;
}

function toCall(
  name: string,
  route: Route,
  operation: ReadableOperation | undefined,
  docs: DocsTexts,
): string {
  const query = operation?.parameters?.filter((parameter) => parameter.in === 'query') ?? [];
  const parts = [
    `<p><b>${escapeHtml(docs.who)}:</b> ${escapeHtml(toWho(route.roles, docs))}</p>`,
    query.length > 0 && toBlock(docs.query, query.map(toQueryLine).join('\n')),
    operation?.requestBody && toBlock(docs.body, toBody(operation.requestBody, docs)),
    ...Object.entries(operation?.responses ?? {})
      .filter(([status]) => status !== 'default')
      .map(([status, response]) => toBlock(`${docs.answer} ${status}`, toBody(response, docs))),
  ];
  return `<details id="${name}"><summary><code class="${route.method}">${route.method.toUpperCase()}</code>
<code>${escapeHtml(route.path)}</code> <span>${escapeHtml(route.summary)}</span></summary>
${parts.filter(Boolean).join('\n')}
</details>`;
}

function toQueryLine({ name, schema = {} }: { name: string; schema?: SchemaLike }): string {
  return `${escapeHtml(name)}?: ${toShape(schema)}`;
}

function toBody({ content }: ReadableContent, docs: DocsTexts): string {
  const [type, media] = Object.entries(content ?? {})[0] ?? [];
  if (type === undefined) return escapeHtml(docs.noBody);
  const shape = toShape(media?.schema ?? {});
  return type === 'application/json' ? shape : `${escapeHtml(type)}\n${shape}`;
}

function toSchemas({ components }: ReadableDocument): string {
  const schemas = Object.entries(components?.schemas ?? {})
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(
      ([name, schema]) =>
        `<h3 id="schema-${escapeHtml(name)}">${escapeHtml(name)}</h3><pre>${toShape(schema)}</pre>`,
    );
  return `<section id="schemas"><h2>schemas</h2>${schemas.join('\n')}</section>`;
}

function toBlock(title: string, html: string): string {
  return `<h3>${escapeHtml(title)}</h3><pre>${html}</pre>`;
}

function toWho(access: Access, docs: DocsTexts): string {
  if (access === 'public') return docs.public;
  if (access === 'conversation') return docs.conversation;
  return access === 'signed-in' ? docs.signedIn : access.join(', ');
}
