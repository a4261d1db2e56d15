import { z } from 'zod';
import type { Description, Named } from './endpoint.ts';

/** An OpenAPI 3.1 document, or a part of one: plain JSON. */
type Json = Readonly<Record<string, unknown>>;

const problem = z.object({
  type: z.string().describe('`urn:problem:` and the code, e.g. `urn:problem:invalid-input`.'),
  title: z.string().describe('What happened and what to do next.'),
  status: z.int(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'Not JSON, or not valid: `errors` lists every problem.',
  401: 'No valid key.',
  403: 'The key lacks the `permission` named; or the amount is above what its role may offer: `needs` names the least role or group that may.',
  404: 'No such resource.',
  409: 'Refused as things stand: the resource changed meanwhile (read it again), or it may not go there (`allowed` lists where it may).',
  408: 'The body came too slowly.',
  413: 'The body is too large.',
  415: 'The body is no JSON in UTF-8.',
  429: 'Too many wrong keys; see Retry-After.',
  503: 'The store does not answer or the server is stopping; see Retry-After. Nothing was written: send it again.',
};

/**
 * The document of the endpoints, made from the schemas that check them. The schemas are those of what may be sent: fields they do
 * not name are allowed.
 */
export function createOpenApi(endpoints: readonly Description[], parts: Readonly<Record<string, z.ZodType>>): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) {
    const methods = paths[endpoint.path] ?? {};
    paths[endpoint.path] = { ...methods, [endpoint.method]: describe(endpoint) };
  }
  const named = endpoints.flatMap(({ body, answers }): Named[] => [...(body ? [body] : []), ...Object.values(answers)]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'API for the company’s systems',
      version: '1',
      description:
        'Writes are idempotent: repeat them freely, those that take an Idempotency-Key with the same key. Fields that are not named here are ignored, null counts as absent unless a field says otherwise, and further fields may be added to answers.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of this server: API_KEY, or one of API_KEYS whose role and scopes have what the operation needs.',
        },
      },
      schemas: toSchemas({ ...parts, Problem: problem, ...Object.fromEntries(named.map(({ name, schema }) => [name, schema])) }),
    },
  };
}

function describe(endpoint: Description): Json {
  const { summary, details, permission, params, query, headers, body, answers } = endpoint;
  return {
    operationId: endpoint.name,
    summary,
    ...(details !== undefined && { description: details }),
    // OpenAPI 3.1: for schemes other than OAuth's, the names of what the caller must be allowed.
    security: permission === 'public' ? [] : [{ key: [permission] }],
    parameters: [...listParameters('path', params), ...listParameters('query', query), ...listParameters('header', headers)],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: refer(body.name), example: body.example } } } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, { means, type = 'application/json', name }]) => [status, respond(means, type, name)]),
      ),
      ...Object.fromEntries(
        listRefusals(endpoint).map((status) => [status, respond(REFUSALS[status] ?? '', 'application/problem+json', 'Problem')]),
      ),
    },
  };
}

function listRefusals({ permission, params, query, headers, body, refusals = [] }: Description): readonly number[] {
  const hasInput = [params, query, headers, body].some((part) => part !== undefined);
  return [
    ...(hasInput ? [400] : []),
    ...(permission === 'public' ? [] : [401, 403, 429]),
    ...(body ? [408, 413, 415] : []),
    ...refusals,
    503,
  ];
}

function respond(description: string, type: string, name: string): Json {
  return { description, content: { [type]: { schema: refer(name) } } };
}

function refer(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

const OPTIONS: z.core.ToJSONSchemaParams = {
  io: 'input',
  override({ jsonSchema }) {
    // The format says it; zod's pattern for it is 300 characters of leap years.
    if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  },
};

function listParameters(place: 'path' | 'query' | 'header', schema: z.ZodObject | undefined): readonly Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, OPTIONS);
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: required.includes(name), schema: property }));
}

function toSchemas(schemas: Readonly<Record<string, z.ZodType>>): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { ...OPTIONS, uri: (id) => `#/components/schemas/${id}` });
  // Inside OpenAPI a schema has no identity of its own, and 2020-12 is its dialect anyway.
  return Object.fromEntries(Object.entries(made.schemas).map(([name, { $id: _id, $schema: _dialect, ...schema }]) => [name, schema]));
}
