import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { CustomerEndpointDeps } from '../../bot/http/api/customers.ts';
import { type ApiDeps, mountApi } from '../../bot/http/api.ts';
import { readApiKeys } from '../../bot/http/apiKeys.ts';
import { createKeyRing } from '../../bot/http/keyCheck.ts';
import { createFixedClock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { createLog } from '../../core/log.ts';
import type { Callback, CallbackDesk } from '../../rules/callbacks/types.ts';
import type { DeadJob } from '../../rules/jobs.ts';
import type { NewEvent, NewShipment, Shipment, ShipmentIntake, Shipments } from '../../rules/shipments/types.ts';
import { createMemoryClaims } from '../memoryClaims.ts';
import { createMemoryComplaints } from '../memoryComplaints.ts';

export const API_KEY = 'test-key-0123456789abcdef0123456789abcdef';
/** What every test's clock shows: 10:00 in Shanghai. */
export const NOW = '2026-11-21T02:00:00.000Z';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** `{}` where the answer is no JSON. */
  readonly body: Readonly<Record<string, unknown>> & {
    readonly errors?: readonly { readonly path: string; readonly message: string }[];
    readonly callbacks?: readonly { readonly reference: string }[];
    readonly nextCursor?: string;
  };
}

export interface Api {
  readonly clock: ReturnType<typeof createFixedClock>;
  /** `auth` is the whole header; null sends none. */
  call(method: string, path: string, options?: CallOptions): Promise<Answered>;
  stop(): Promise<void>;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly auth?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

type Given = Pick<ApiDeps, 'intake' | 'shipments'> & Partial<ApiDeps>;

/** All that the API stands on; in memory what is not given. */
export function createApiParts(parts: Given, clock = createFixedClock(NOW)): Omit<ApiDeps, 'authenticate'> {
  const complaints = createMemoryComplaints({ clock, shipments: [] });
  return {
    callbacks: createMemoryCallbacks([]),
    complaints: complaints.desk,
    uploads: { find: async () => undefined },
    claims: createMemoryClaims({ clock, complaints, shipments: [] }),
    webhooks: { dead: createMemoryDead([]), wake: () => undefined },
    customers: NO_CUSTOMERS,
    reconcile: async (day) => ({ day, from: clock.now(), to: clock.now(), tickets: { opened: 0, closed: 0, changed: 0 }, webhooks: [] }),
    clock,
    log: createLog('silent'),
    trustProxy: 1,
    isClosing: () => false,
    ...parts,
  };
}

/** The API on a free port, over `parts` and a clock that stands still; opened by `API_KEY`. */
export async function startApi(parts: Given, clock = createFixedClock(NOW)): Promise<Api> {
  const server = restify.createServer();
  const authenticate = createKeyRing(readApiKeys({ API_KEY, API_KEYS: undefined }), clock);
  mountApi(server, { authenticate, ...createApiParts(parts, clock) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  return {
    clock,
    async call(method, path, { body, raw, auth = `Bearer ${API_KEY}`, headers } = {}) {
      const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await fetch(root + path, {
        method,
        headers: { 'content-type': 'application/json', ...(auth !== null && { authorization: auth }), ...headers },
        ...(sent !== undefined && { body: sent }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      const told = isJson ? JSON.parse(bytes.toString() || '{}') : {};
      return { status: response.status, headers: response.headers, body: told, bytes };
    },
    async stop() {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

export interface MemoryIntake extends ShipmentIntake, Pick<Shipments, 'find'> {
  readonly put: ShipmentIntake['put'];
  /** As it was last put. */
  shipment(number: string): NewShipment | undefined;
  events(number: string): readonly NewEvent[];
}

/** Keeps what it is given; two events are the same when their ids are, or instant, code, text and piece. */
export function createMemoryIntake(): MemoryIntake {
  const kept = new Map<string, { shipment: NewShipment; events: Map<string, NewEvent> }>();
  const keyOf = ({ id, occurredAt, code, text, piece }: NewEvent): string => id ?? JSON.stringify([occurredAt, code, text, piece]);
  return {
    async put(shipment) {
      const before = kept.get(shipment.trackingNumber);
      kept.set(shipment.trackingNumber, { shipment, events: before?.events ?? new Map() });
      return before ? 'updated' : 'created';
    },
    async append(number, events) {
      const at = kept.get(number);
      if (!at) return undefined;
      const before = at.events.size;
      for (const event of events) if (!at.events.has(keyOf(event))) at.events.set(keyOf(event), event);
      const accepted = at.events.size - before;
      return { accepted, duplicates: events.length - accepted };
    },
    async find(number) {
      const at = kept.get(number);
      return at && toShipment(at.shipment);
    },
    shipment: (number) => kept.get(number)?.shipment,
    events: (number) => [...(kept.get(number)?.events.values() ?? [])],
  };
}

function toShipment({ trackingNumber, service, pieceCount, sender, recipient, ...more }: NewShipment): Shipment {
  const toParty = ({ name, phone, address: { country, province, city } }: NewShipment['sender']) => ({
    name,
    phone,
    country,
    province,
    city,
  });
  return {
    ...{ id: trackingNumber, trackingNumber, service, pieceCount, status: 'LABEL_CREATED', pieces: [], events: [] },
    direction: more.direction ?? 'forward',
    createdAt: new Date(NOW),
    sender: toParty(sender),
    recipient: toParty(recipient),
    ...(more.orderNumber !== undefined && { orderNumber: more.orderNumber }),
    ...(more.promisedAt && { promisedAt: more.promisedAt }),
  };
}

/** Call-back requests in the order given; a cursor is a reference. Ignores `updatedAfter`, as a source may. */
export function createMemoryCallbacks(stored: readonly Callback[]): CallbackDesk {
  const kept = new Map(stored.map((callback) => [callback.reference, callback]));
  return {
    async list({ status, cursor = '', limit = 50 } = {}) {
      const found = [...kept.values()].filter((callback) => callback.reference > cursor && (!status || callback.status === status));
      const page = found.slice(0, limit);
      return { callbacks: page, ...(found.length > limit && { nextCursor: page.at(-1)!.reference }) };
    },
    async markDone(reference) {
      const found = kept.get(reference);
      if (!found) throw new AppError('NOT_FOUND', { reference });
      const done: Callback = found.doneAt ? found : { ...found, status: 'done', doneAt: new Date(NOW) };
      kept.set(reference, done);
      return done;
    },
  };
}

const nowhere = () => Promise.reject(new AppError('NOT_FOUND'));
/** For what asks of no customers; apiCustomers.test.ts has some. */
const NO_CUSTOMERS: CustomerEndpointDeps = {
  customers: { list: async () => ({ customers: [] }), open: async () => undefined, update: nowhere, timeline: nowhere, addNote: nowhere },
  consents: { grant: nowhere, withdraw: nowhere, read: nowhere },
  merges: { merge: nowhere, undo: nowhere, bindIdentity: nowhere },
  privacy: { exportPerson: async () => undefined, erasePerson: nowhere },
  timeZone: 'Asia/Shanghai',
};

/** Entries that were given up, latest first as given. */
export function createMemoryDead(entries: readonly DeadJob[]) {
  const dead = [...entries];
  return {
    /** Ids in the order they were given their attempts back. */
    revived: [] as string[],
    listDead: async (limit: number, of?: string) => dead.filter(({ kind }) => !of || kind === of).slice(0, limit),
    async revive(id: string, of?: string) {
      const at = dead.findIndex((entry) => entry.id === id && (!of || entry.kind === of));
      if (at < 0) return false;
      dead.splice(at, 1);
      this.revived.push(id);
      return true;
    },
  };
}

const party = (name: string, phone: string, city: string) => ({
  name,
  phone,
  address: { country: 'CN', province: city, city, district: '中心区', street: '测试路 1 号' },
});

/** A shipment that is taken, with changes. */
export const shipmentWith = (changes: object = {}): Record<string, unknown> => ({
  ...{ orderNumber: 'SO-1', service: 'STANDARD', promisedAt: '2026-11-22T18:00:00+08:00', pieces: 1, weightGrams: 1200 },
  declaredValue: { amount: '199.00', currency: 'CNY' },
  sender: party('王明', '13800008888', '广州市'),
  recipient: party('李晓红', '13900001234', '杭州市'),
  customer: { externalId: 'C-1', name: '李晓红' },
  items: [{ description: '蓝牙耳机', quantity: 1 }],
  ...changes,
});

/** An event that is taken, with changes. */
export const eventWith = (changes: object = {}): Record<string, unknown> => ({
  occurredAt: '2026-11-20T09:30:00+08:00',
  status: 'IN_TRANSIT',
  text: '快件已到达【杭州转运中心】',
  location: { city: '杭州' },
  ...changes,
});
