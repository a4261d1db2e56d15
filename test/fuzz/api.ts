import { call } from '../process/client.ts';
import { type Campaign, isFault, MOST_BYTES, request } from './campaign.ts';
import { nastyText, spoil, toAddressPart } from './nasty.ts';

interface Operation {
  readonly path: string;
  readonly method: string;
  readonly example: unknown;
  readonly query: readonly string[];
}

/** Every operation of the product's own OpenAPI document, with its example and others made of it. */
export const api: Campaign = async ({ product, random, sending, report }) => {
  const { json } = await call(`${product.url}/api/v1/openapi.json`, 'GET');
  const operations = listOperations(json);
  const headers = { authorization: `Bearer ${product.secrets.API_KEY}` };
  return async () => {
    const { path, method, example, query } = random.pick(operations);
    const place = (): string =>
      toAddressPart(random.chance(0.5) ? random.pick(['XB880000000015', 'CMP-20261122-0001', '1']) : nastyText(random).slice(0, 300));
    const asked = query.filter(() => random.chance(0.3)).map((name) => `${name}=${place()}`);
    const url = `${product.url}/api/v1${path.replace(/\{\w+\}/g, place)}${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
    const body = example === undefined ? undefined : JSON.stringify(random.chance(0.2) ? example : spoil(example, random));
    const idempotent = random.chance(0.3) ? { 'idempotency-key': 'k' } : undefined;
    if ((body?.length ?? 0) > MOST_BYTES) return;
    sending([method, url, body]);
    const { status, text } = await request(url, method, body, { ...headers, ...idempotent });
    if (isFault(status)) report(`${method} ${url} → ${status} ${text}`, body ?? '');
  };
};

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape is walked
function listOperations(document: any): readonly Operation[] {
  return Object.entries<Record<string, never>>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Record<string, never>>(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      example: method === 'get' ? undefined : exampleOf(operation),
      query: parametersOf(operation),
    })),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: as above
const exampleOf = (operation: any): unknown => operation.requestBody?.content?.['application/json']?.example ?? {};

// biome-ignore lint/suspicious/noExplicitAny: as above
const parametersOf = (operation: any): readonly string[] =>
  (operation.parameters ?? []).filter((each: { in: string }) => each.in === 'query').map(({ name }: { name: string }) => name);
