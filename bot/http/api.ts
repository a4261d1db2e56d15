import type { Server } from 'restify';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import type { Reconciliation } from '../../prisma/crm/reconciliation.ts';
import type { ClaimDesk } from '../../rules/claims/desk.ts';
import type { ComplaintDesk } from '../../rules/complaints/desk.ts';
import type { Uploads } from '../../rules/conversations/types.ts';
import type { ShipmentIntake, Shipments } from '../../rules/shipments/types.ts';
import { type CallbackSource, createCallbackEndpoints } from './api/callbacks.ts';
import { createClaimEndpoints } from './api/claims.ts';
import { COMPLAINT_PARTS } from './api/complaintSchemas.ts';
import { createComplaintEndpoints } from './api/complaints.ts';
import { type CustomerEndpointDeps, createCustomerEndpoints } from './api/customers.ts';
import { defineEndpoint, type Endpoint } from './api/endpoint.ts';
import { createOpenApi } from './api/openapi.ts';
import { createReconciliationEndpoint } from './api/reconciliation.ts';
import { SHIPMENT_PARTS } from './api/shipmentSchemas.ts';
import { createShipmentEndpoints } from './api/shipments.ts';
import { createWebhookEndpoints, type WebhookEndpointDeps } from './api/webhooks.ts';
import { createKeyCheck } from './keyCheck.ts';
import { createRoute, type Work } from './route.ts';

export interface ApiDeps {
  readonly apiKey: string;
  readonly intake: ShipmentIntake;
  /** For telling back what was stored. */
  readonly shipments: Pick<Shipments, 'find'>;
  readonly callbacks: CallbackSource;
  readonly complaints: ComplaintDesk;
  /** For the bytes of evidence. */
  readonly uploads: Pick<Uploads, 'find'>;
  readonly claims: ClaimDesk;
  readonly webhooks: WebhookEndpointDeps;
  readonly customers: CustomerEndpointDeps;
  /** @param day `YYYY-MM-DD` of the company's zone */
  reconcile(day: string): Promise<Reconciliation>;
  readonly clock: Clock;
  readonly log: Log;
  /** How many proxies of ours stand in front, for counting a client's wrong keys. */
  readonly trustProxy: number;
  /** True once stopping: calls are answered 503, and clients come again. */
  isClosing(): boolean;
}

const ROOT = '/api/v1';

/**
 * Mounts /api/v1, the API for the company's own systems: Bearer key, JSON, errors as RFC 9457 problems. Bodies are read here: a
 * bodyParser used for the whole server would swallow them.
 */
export function mountApi(server: Server, deps: ApiDeps): void {
  const { log, trustProxy, isClosing } = deps;
  const checkKey = createKeyCheck(deps.apiKey, deps.clock);
  const { endpoints } = createEndpoints(deps);
  const route = createRoute({ name: 'The API', log, trustProxy, isClosing });
  const withKey =
    (work: Work): Work =>
    (call) => {
      if (!checkKey(call.req.headers.authorization, call.caller.address)) throw new AppError('UNAUTHENTICATED');
      return work(call);
    };

  for (const endpoint of endpoints) {
    const path = ROOT + endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    const handler = route(endpoint.isPublic ? endpoint.answer : withKey(endpoint.answer));
    server[endpoint.method](path, handler);
    if (endpoint.method === 'get') server.head(path, handler);
  }
  const rest = route(withKey(createRest(endpoints)));
  for (const path of [ROOT, `${ROOT}/*`]) for (const method of ALL_METHODS) server[method](path, rest);
}

const ALL_METHODS = ['get', 'head', 'put', 'post', 'patch', 'del', 'opts'] as const;

/** The OpenAPI document that every server of this release answers with. */
export function describeApi(): ReturnType<typeof createOpenApi> {
  // A description asks nothing of what works behind the endpoints: in its place stands what has every name and does nothing.
  const nothing: unknown = new Proxy(() => undefined, { get: () => nothing });
  return createEndpoints(nothing as ApiDeps).document;
}

function createEndpoints(deps: ApiDeps): { readonly endpoints: readonly Endpoint[]; readonly document: ReturnType<typeof createOpenApi> } {
  const openApi = defineEndpoint({
    ...{ method: 'get', path: '/openapi.json', name: 'getOpenApi', isPublic: true },
    summary: 'This document',
    answers: { 200: { means: 'OpenAPI 3.1.', name: 'OpenApi', schema: z.record(z.string(), z.unknown()) } },
    work: async () => ({ status: 200, body: document }),
  });
  const endpoints = [
    ...createShipmentEndpoints(deps),
    ...createCallbackEndpoints(deps.callbacks),
    ...createComplaintEndpoints(deps),
    ...createClaimEndpoints(deps.claims),
    ...createCustomerEndpoints(deps.customers),
    ...createWebhookEndpoints(deps.webhooks),
    createReconciliationEndpoint((day) => deps.reconcile(day)),
    openApi,
  ];
  const document = createOpenApi(endpoints, { ...SHIPMENT_PARTS, ...COMPLAINT_PARTS });
  return { endpoints, document };
}

/** What is at no address, or at one that does not take the method. */
function createRest(endpoints: readonly Endpoint[]): Work {
  const places = endpoints.map(({ path, method }) => ({ method, pattern: new RegExp(`^${ROOT}${path.replace(/\{\w+\}/g, '[^/]+')}$`) }));
  return ({ req }) => {
    const path = (req.url ?? '').split('?', 1)[0] ?? '';
    const methods = places.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method.toUpperCase());
    if (methods.length === 0) throw new AppError('NOT_FOUND');
    throw new AppError('METHOD_NOT_ALLOWED', { allow: (methods.includes('GET') ? [...methods, 'HEAD'] : methods).join(', ') });
  };
}
