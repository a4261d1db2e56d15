import { createFixedClock } from '../../core/clock.ts';
import type { FileRef } from '../../core/types.ts';
import { createClaims } from '../../prisma/crm/claims/index.ts';
import { runAlarms } from '../../prisma/crm/complaints/alarms.ts';
import { verifyAudit } from '../../prisma/crm/complaints/audit.ts';
import { createComplaintDesk, createComplaints } from '../../prisma/crm/complaints/index.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createUploads } from '../../prisma/crm/conversations/uploads.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import { createVerification } from '../../prisma/crm/verification.ts';
import type { Store } from '../../prisma/store.ts';
import { createSlaPolicy } from '../../rules/complaints/policy.ts';
import type { ComplaintNotice } from '../../rules/complaints/types.ts';
import type { ClaimFact, ComplaintFact } from '../../rules/facts.ts';
import { inPieces } from '../bytes.ts';
import { createMemoryClaims } from '../memoryClaims.ts';
import { createMemoryComplaints } from '../memoryComplaints.ts';
import { createMemoryConversations } from '../memoryConversations.ts';
import { createMemoryShipments } from '../memoryShipments.ts';
import { createMemoryVerification } from '../memoryVerification.ts';
import { clear, stores } from '../prisma/store.ts';
import { type CountedFact, START, type TicketStore, type Tickets } from './tickets.ts';

const BYTES = Buffer.from('x');
const TIME_ZONE = 'Asia/Shanghai';
const policy = createSlaPolicy(TIME_ZONE);

/** All there are: in memory, and on every store of the tests. */
export const ticketStores: readonly { readonly name: string; open(): Promise<TicketStore> }[] = [
  { name: 'in memory', open: async () => ({ begin: async () => createMemoryTickets(), close: async () => {} }) },
  ...stores.map(({ name, open }) => ({
    name: `on the ${name} store`,
    async open() {
      const store = await open();
      return {
        async begin() {
          await clear(store);
          return createStoredTickets(store);
        },
        close: () => store.close(),
      };
    },
  })),
];

function createMemoryTickets(): Tickets {
  const clock = createFixedClock(START);
  const customers = new Map<string, string>();
  const keyAccounts = new Set<string>();
  const shipments = createMemoryShipments(clock);
  const files = new Map<string, { readonly conversationId: string; readonly file: FileRef }>();
  const conversations = createMemoryConversations(customers);
  const uploads = {
    async find(id: string) {
      const found = files.get(id);
      return found && { ...found, bytes: inPieces(BYTES) };
    },
  };
  const complaints = createMemoryComplaints({ clock, shipments: shipments.all, conversations, uploads, keyAccounts, policy });
  const claims = createMemoryClaims({ clock, complaints, shipments: shipments.all });
  return {
    ...{ clock, complaints, claims, desk: complaints.desk },
    verification: createMemoryVerification({ clock, shipments: shipments.all, phoneOf: complaints.phoneOf }),
    async ship(shipment, events) {
      await shipments.put(shipment);
      await shipments.append(shipment.trackingNumber, events);
      if (shipment.customer) customers.set(shipment.customer.externalId, '');
    },
    async chat(id, userId, customer) {
      await conversations.open({ id, channel: 'webchat', userId, locale: 'zh-Hans', ...(customer && { customerExternalId: customer }) });
    },
    customerId: async (externalId) => externalId,
    favour: async (externalId) => void keyAccounts.add(externalId),
    async upload(conversationId, name) {
      const file = { id: `file-${files.size + 1}`, name, contentType: 'image/jpeg', sizeBytes: BYTES.length };
      files.set(file.id, { conversationId, file });
      return file;
    },
    runAlarms: async () => complaints.runAlarms(),
    isWhole: async () => complaints.isWhole(),
    listNotices: async () => complaints.notices,
    listWebhooks: async () => complaints.webhooks.map(({ event, complaint }) => `${event} ${complaint.reference}`),
    listFacts: async (of) => (of === 'claim' ? claims.facts : complaints.facts).map(toCounted),
  };
}

function toCounted({ name, actor, group, label, ...fact }: ComplaintFact | ClaimFact): CountedFact {
  return {
    ...{ name, actor },
    ...(group !== undefined && { group }),
    ...(label !== undefined && { label }),
    ...('seconds' in fact && { startedAt: fact.startedAt, seconds: fact.seconds, businessSeconds: fact.businessSeconds }),
    ...('amount' in fact && fact.amount && { minor: fact.amount.minor }),
  };
}

function createStoredTickets(store: Store): Tickets {
  const clock = createFixedClock(START);
  const complaints = createComplaints(store, clock, { policy });
  const conversations = createConversations(store, clock);
  const shipments = createShipments(store, clock);
  const uploads = createUploads(store, clock);
  return {
    ...{ clock, complaints, desk: createComplaintDesk(store, clock, { policy }), verification: createVerification(store, clock) },
    claims: createClaims(store, clock, {
      timeZone: TIME_ZONE,
      propose: (reference, remedy, by, key) => complaints.change(reference, { to: 'RESOLUTION_PROPOSED', remedy }, by, key),
    }),
    async ship(shipment, events) {
      await shipments.put(shipment);
      await shipments.append(shipment.trackingNumber, events);
    },
    async chat(id, userId, customer) {
      await conversations.open({ id, channel: 'webchat', userId, locale: 'zh-Hans', ...(customer && { customerExternalId: customer }) });
    },
    async customerId(externalId) {
      const [row] = await store.query<{ id: string }>('SELECT id FROM customers WHERE external_id = $1', [externalId]);
      return row!.id;
    },
    async favour(externalId) {
      await store.query(`UPDATE customers SET segment = 'TOP10_STABLE' WHERE external_id = $1`, [externalId]);
    },
    upload: (conversationId, name) => uploads.save(conversationId, { name, contentType: 'image/jpeg', bytes: BYTES }),
    runAlarms: () => runAlarms(store, clock, { policy }),
    isWhole: async () => (await verifyAudit(store)).faults.length === 0,
    async listNotices() {
      const sql = `SELECT payload FROM outbox WHERE kind = 'conversation.notice' ORDER BY id`;
      return (await store.query<{ payload: ComplaintNotice }>(sql)).map(({ payload }) => payload);
    },
    async listWebhooks() {
      const sql = `
        SELECT payload->>'event' || ' ' || (payload->'data'->>'reference') AS told FROM outbox WHERE kind = 'crm.webhook' ORDER BY id`;
      return (await store.query<{ told: string }>(sql)).map(({ told }) => told);
    },
    async listFacts(of) {
      const rows = await store.query<{ [K in keyof CountedFact]: CountedFact[K] | null }>(
        `SELECT name, json_build_object('type', actor_type, 'id', actor_id) AS actor, group_name AS group, label, started_at AS "startedAt",
           seconds, business_seconds AS "businessSeconds", amount_minor::int AS minor
         FROM service_facts WHERE (name LIKE 'claim.%') = $1 ORDER BY id`,
        [of === 'claim'],
      );
      return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as CountedFact);
    },
  };
}
