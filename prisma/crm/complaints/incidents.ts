import { dayIn } from '../../../core/i18n.ts';
import { createId, hashText } from '../../../core/ids.ts';
import type { Actor } from '../../../rules/access/actor.ts';
import { type ChainEnd, sealLines } from '../../../rules/cases/audit.ts';
import type { Complaint } from '../../../rules/complaints/types.ts';
import { toCleanJson } from '../../clean.ts';
import type { Store } from '../../store.ts';
import { endOf, insertLines, toLineRows } from '../cases/lines.ts';
import { insertFacts, toFactRows } from '../facts.ts';
import { insertJobs, toJobRows } from '../jobRows.ts';
import { TRAIL } from './definition.ts';

/** So many different people with the same trouble at one station within a day are no chance. */
const MIN_PARTIES = 3;
const MAX_LINKED = 500;
const MAX_RUNS = 10;
const SYSTEM: Actor = { type: 'system', id: 'rules' };

/** $1 station, $2 category, $3 now: the incident that runs there, and tickets of the last day that are in none. */
const CHECK = {
  name: 'incident-check',
  text: `
    SELECT (SELECT reference FROM incidents WHERE station = $1 AND category = $2 AND began_at > $3::timestamptz - interval '1 day'
            AND closed_at IS NULL ORDER BY began_at DESC LIMIT 1) AS incident,
      (SELECT json_agg(t) FROM (
         SELECT id, reference, version, last_seq AS "lastSeq", last_hash AS "lastHash", created_at AS "createdAt",
           coalesce(customer_id, identity_id, id) AS party
         FROM complaints WHERE station = $1 AND category = $2 AND created_at > $3::timestamptz - interval '1 day' AND type = 'complaint'
           AND incident IS NULL AND status <> 'MERGED' ORDER BY created_at DESC LIMIT ${MAX_LINKED}) t) AS tickets`,
};

/**
 * $1 id, $2 station, $3 category, $4 began, $5 now, $6 key that only one may take in that day, $7 counter of the day's numbers, $8 day
 * as digits, $9 references of its tickets as JSON, $10 facts, $11 outbox rows, $12 now and $13 beginning as text. No row when another
 * instance was quicker.
 */
const OPEN = `
  WITH taken AS (
    INSERT INTO counters AS k (key, count, expires_at) VALUES ($6, 1, $4::timestamptz + interval '1 day')
    ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at WHERE k.expires_at <= $5 RETURNING 1
  ),
  number AS (
    INSERT INTO counters AS k (key, count, expires_at) SELECT $7, 1, $5::timestamptz + interval '2 days' FROM taken
    ON CONFLICT (key) DO UPDATE SET count = k.count + 1 RETURNING count
  ),
  opened AS (
    INSERT INTO incidents (id, reference, station, category, began_at, complaint_count, created_at)
    SELECT $1, 'INC-' || $8 || '-' || lpad(count::text, greatest(4, length(count::text)), '0'), $2, $3, $4, 0, $5 FROM number RETURNING *
  ),
  fact AS (${insertFacts({
    ...{ from: 'opened', rows: '$10' },
    scope: { subjectId: 'opened.id', category: 'opened.category', station: 'opened.station', label: 'opened.reference' },
  })}),
  queued AS (${insertJobs({
    ...{ from: 'opened', rows: '$11' },
    scope: {
      key: "'incident.opened:' || opened.reference",
      payload: `jsonb_build_object('event', 'incident.opened', 'occurredAt', $12::text, 'data', json_build_object('reference', opened.reference,
        'station', opened.station, 'category', opened.category, 'beganAt', $13::text, 'complaints', $9::json))`,
    },
  })})
  SELECT reference FROM opened`;

/** $1 tickets with the new end of their audits as JSON, $2 now, $3 incident, $4 lines. Locked in one order, or two could wait for each other. */
const LINK = `
  WITH n AS (SELECT * FROM json_to_recordset($1::json) AS n(id text, version int, "lastSeq" int, "lastHash" text)),
  locked AS (SELECT c.id FROM complaints c WHERE c.id IN (SELECT id FROM n) ORDER BY c.id FOR UPDATE),
  linked AS (
    UPDATE complaints c SET incident = $3, version = c.version + 1, last_seq = n."lastSeq", last_hash = n."lastHash",
      updated_at = greatest($2::timestamptz, c.updated_at + interval '1 millisecond')
    FROM n JOIN locked ON locked.id = n.id
    WHERE c.id = n.id AND c.version = n.version AND c.last_seq = n."lastSeq" - 1 AND c.incident IS NULL RETURNING c.id, c.version, c.updated_at
  ),
  lines AS (${insertLines(TRAIL, '(SELECT id FROM linked) AS ends', '$4')})
  SELECT id, version, updated_at AS "updatedAt" FROM linked`;

const COUNT = `
  UPDATE incidents i SET complaint_count = (SELECT count(*) FROM complaints c WHERE c.station = i.station AND c.category = i.category
    AND c.created_at >= i.began_at AND c.incident = i.reference)
  WHERE i.reference = $1`;

interface Loose extends ChainEnd {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly createdAt: string;
  readonly party: string;
}

/**
 * Whether a new ticket is one of many: opens the incident when it is the third person's, and takes in whoever came at the same
 * moment. One round trip when there is nothing to do.
 * @returns the ticket as it is then; undefined when it is not part of an incident
 */
export async function findIncident(store: Store, ticket: Complaint, now: Date, timeZone: string): Promise<Complaint | undefined> {
  const { station, category, type } = ticket;
  if (station === undefined || type !== 'complaint') return undefined;
  let joined: Complaint | undefined;
  for (let run = 1; run <= MAX_RUNS; run++) {
    const [found] = await store.query<{ incident: string | null; tickets: readonly Loose[] | null }>(CHECK, [station, category, now]);
    const tickets = found?.tickets ?? [];
    const isMany = new Set(tickets.map(({ party }) => party)).size >= MIN_PARTIES;
    const running = found?.incident ?? undefined;
    if (tickets.length === 0 || (running === undefined && !isMany)) return joined;
    const incident = running ?? (await openIncident(store, station, category, tickets, now, timeZone));
    // Another instance opens it at this moment: it will be there at the next look.
    if (incident === undefined) continue;
    const linked = await link(store, incident, tickets, now);
    const own = linked.find(({ id }) => id === ticket.id);
    if (own) joined = { ...ticket, incident, version: own.version, updatedAt: own.updatedAt };
    if (linked.length === tickets.length) return joined;
  }
  return joined;
}

/** Counts an incident's tickets anew: right also after a crash. */
export async function countIncident(store: Store, reference: string): Promise<void> {
  await store.query(COUNT, [reference]);
}

async function openIncident(
  store: Store,
  station: string,
  category: string,
  tickets: readonly Loose[],
  now: Date,
  timeZone: string,
): Promise<string | undefined> {
  const beganAt = new Date(Math.min(...tickets.map(({ createdAt }) => new Date(createdAt).getTime())));
  const dayOn = dayIn(now, timeZone);
  const [row] = await store.query<{ reference: string }>(OPEN, [
    ...[createId(now.getTime()), station, category, beganAt, now, hashText(`incident:${station}|${category}`), `reference:INC:${dayOn}`],
    ...[dayOn.replaceAll('-', ''), JSON.stringify(tickets.map(({ reference }) => reference).sort())],
    ...[toFactRows([{ name: 'incident.opened' }], now), toJobRows([{ kind: 'crm.webhook', key: '', payload: {} }], now)],
    ...[now.toISOString(), beganAt.toISOString()],
  ]);
  return row?.reference;
}

interface Linked {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Date;
}

async function link(store: Store, incident: string, tickets: readonly Loose[], now: Date): Promise<readonly Linked[]> {
  const sealed = tickets.map(({ id, version, ...end }) => {
    const line = { actor: SYSTEM, action: 'linked', data: { reference: incident, relation: 'incident' } };
    return { id, version, lines: sealLines([line], now, end), end };
  });
  const lines = sealed.flatMap((each) => toLineRows(TRAIL, each.id, each.lines));
  const ends = sealed.map(({ id, version, ...each }) => ({ id, version, ...endOf(each.lines, each.end) }));
  const linked = await store.query<Linked>(LINK, [toCleanJson(ends), now, incident, toCleanJson(lines)]);
  await countIncident(store, incident);
  return linked;
}
