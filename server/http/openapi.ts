import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { contract } from '../../shared/api/contract.ts';
import { problemSchema } from '../../shared/api/problem.ts';
import type { Access, Route } from '../../shared/api/route.ts';

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** The OpenAPI 3.1 document of the whole contract, from the very schemas that validate. */
export function toOpenApi(publicUrl: string, version: string): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, route] of Object.entries<Route>(contract)) {
    paths[route.path] = { ...paths[route.path], [route.method]: toOperation(name, route) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Baton',
      version,
      description: 'Errors are RFC 9457 problems (application/problem+json). Unknown fields are refused.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'baton.session_token' },
        key: { type: 'http', scheme: 'bearer', description: 'An API key, made in the settings' },
        conversation: { type: 'http', scheme: 'bearer', description: 'The token of one conversation' },
      },
    },
  });
}

const repeatableHeaders = z.object({
  'Idempotency-Key': z.string().min(1).max(255).optional().meta({
    description:
      'Sent again with the same key within 30 days, the call is answered as the first time and changes nothing.',
  }),
});

function toOperation(name: string, route: Route): ZodOpenApiOperationObject {
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.tag],
    'x-roles': toWho(route.roles),
    security: toSecurity(route.roles),
    ...((route.params || route.query || route.repeatable) && {
      requestParams: {
        ...(route.params && { path: route.params }),
        ...(route.query && { query: route.query }),
        ...(route.repeatable && { header: repeatableHeaders }),
      },
    }),
    ...(route.body && { requestBody: toRequestBody(route, route.body) }),
    responses: toResponses(route),
  };
}

/** Who may call, as a list of words. */
function toWho(access: Access): string[] {
  return typeof access === 'string' ? [access] : [...access];
}

function toSecurity(access: Access): Record<string, string[]>[] {
  if (access === 'public') return [{}];
  return access === 'conversation' ? [{ conversation: [] }] : [{ session: [] }, { key: [] }];
}

function toRequestBody(route: Route, body: z.ZodType): ZodOpenApiOperationObject['requestBody'] {
  if (route.accepts !== 'multipart')
    return { required: true, content: { 'application/json': { schema: body } } };
  const file = z.string().meta({ format: 'binary' });
  const schema = body instanceof z.ZodObject ? body.extend({ file }) : z.object({ file });
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

function toResponses(route: Route): ZodOpenApiResponsesObject {
  const type = { json: 'application/json', events: 'text/event-stream', file: '*/*' }[route.sends ?? 'json'];
  const answers = Object.entries(route.answers).map(([status, schema]) => [
    status,
    schema
      ? { description: route.summary, content: { [type]: { schema } } }
      : { description: 'Done; no body' },
  ]);
  return {
    ...Object.fromEntries(answers),
    default: {
      description: 'A problem',
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  };
}
