import type { Server } from 'restify';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import type { Reconciliation } from '../../prisma/crm/reconciliation.ts';
import type { CallbackDesk } from '../../rules/callbacks/types.ts';
import type { ClaimDesk } from '../../rules/claims/desk.ts';
import type { ComplaintDesk } from '../../rules/complaints/desk.ts';
import type { Uploads } from '../../rules/conversations/types.ts';
import type { ShipmentIntake, Shipments } from '../../rules/shipments/types.ts';
import { createCallbackEndpoints } from './api/callbacks.ts';
import { createClaimEndpoints } from './api/claims.ts';
import { COMPLAINT_PARTS } from './api/complaintSchemas.ts';
import { createComplaintEndpoints } from './api/complaints.ts';
import { type CustomerEndpointDeps, createCustomerEndpoints } from './api/customers.ts';
import { BYTES, defineEndpoint, type Endpoint } from './api/endpoint.ts';
import { createOpenApi } from './api/openapi.ts';
import { createReconciliationEndpoint } from './api/reconciliation.ts';
import { SHIPMENT_PARTS } from './api/shipmentSchemas.ts';
import { createShipmentEndpoints } from './api/shipments.ts';
import { createWebhookEndpoints, type WebhookEndpointDeps } from './api/webhooks.ts';
import { type Authenticate, authorize } from './authorize.ts';
import { createGate, FILES_AT_ONCE } from './gate.ts';
import { createRoute, type Work } from './route.ts';

export interface ApiDeps {
  readonly authenticate: Authenticate;
  readonly intake: ShipmentIntake;
  /** For telling back what was stored. */
  readonly shipments: Pick<Shipments, 'find'>;
  readonly callbacks: CallbackDesk;
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
 * Mounts /api/v1, the API for the company's own systems: Bearer keys with permissions, JSON, errors as RFC 9457 problems. Bodies are
 * read here: a bodyParser used for the whole server would swallow them.
 */
export function mountApi(server: Server, deps: ApiDeps): void {
  const { authenticate, log, trustProxy, isClosing } = deps;
  const endpoints = createEndpoints(deps);
  const route = createRoute({ name: 'The API', log, trustProxy, isClosing });

  const files = createGate(FILES_AT_ONCE);
  for (const endpoint of endpoints) {
    const path = ROOT + endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    const { permission } = endpoint;
    const work: Work = (call) => endpoint.answer(call, permission === 'public' ? undefined : authorize(authenticate, call, permission));
    const handler = route(isDear(endpoint) ? (call) => files(call.req, async () => work(call)) : work);
    server[endpoint.method](path, handler);
    if (endpoint.method === 'get') server.head(path, handler);
  }
  const refuse = createRest(endpoints);
  const rest = route((call) => {
    authorize(authenticate, call);
    return refuse(call);
  });
  for (const path of [ROOT, `${ROOT}/*`]) for (const method of ALL_METHODS) server[method](path, rest);
}

/** What answers with the bytes of a file. */
const isDear = ({ answers }: Endpoint): boolean => Object.values(answers).some(({ schema }) => schema === BYTES);

const ALL_METHODS = ['get', 'head', 'put', 'post', 'patch', 'del', 'opts'] as const;

/** The OpenAPI document that every server of this release answers with. */
export function describeApi(): ReturnType<typeof createOpenApi> {
  // A description asks nothing of what works behind the endpoints: in its place stands what has every name and does nothing.
  const nothing: unknown = new Proxy(() => undefined, { get: () => nothing });
  return describe(createEndpoints(nothing as ApiDeps));
}

const describe = (endpoints: readonly Endpoint[]): ReturnType<typeof createOpenApi> =>
  createOpenApi(endpoints, { ...SHIPMENT_PARTS, ...COMPLAINT_PARTS });

/** All endpoints below /api/v1, in the order of the document. */
export function createEndpoints(deps: Omit<ApiDeps, 'authenticate'>): readonly Endpoint[] {
  const openApi = defineEndpoint({
    ...{ method: 'get', path: '/openapi.json', name: 'getOpenApi', permission: 'public' },
    summary: 'This document',
    answers: { 200: { means: 'OpenAPI 3.1.', name: 'OpenApi', schema: z.record(z.string(), z.unknown()) } },
    // The bytes of what the schema says.
    work: async () => ({ status: 200, body: document as unknown as Record<string, unknown> }),
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
  // Made once, and the same bytes for everybody: it is large, and asked for without a key.
  const document: Buffer = Buffer.from(JSON.stringify(describe(endpoints)));
  return endpoints;
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
