import type { EvidencePack } from '../../../rules/claims/desk.ts';
import { isCarrierFault } from '../../../rules/claims/regime.ts';
import type { Store } from '../../store.ts';

/** What the desk is shown of a busy shipment, as elsewhere. */
const MAX_EVENTS = 50;
const money = (minor: string, currency: string): string =>
  `CASE WHEN ${minor} IS NOT NULL AND ${currency} IS NOT NULL THEN json_build_object('minor', ${minor}, 'currency', ${currency}) END`;

/** $1 reference. Documents inside one row, so that the whole pack is one round trip and of one moment. */
const READ = `
  SELECT
    json_build_object('id', c.id, 'reference', c.reference, 'status', c.status, 'category', c.category, 'severity', c.severity,
      'locale', c.locale, 'description', c.description, 'verifiedLevel', c.verified_level, 'createdAt', c.created_at,
      'remedySought', c.remedy_sought,
      'files', coalesce((SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'contentType', u.content_type,
          'sizeBytes', u.size_bytes) ORDER BY f.added_at, u.id)
        FROM complaint_files f JOIN uploads u ON u.id = f.upload_id WHERE f.complaint_id = c.id), '[]')) AS complaint,
    (SELECT json_build_object('id', k.id, 'complaintReference', c.reference, 'status', k.status, 'kind', k.kind,
        'value', ${money('k.value_minor', 'k.value_currency')}, 'evidence', k.evidence, 'result', k.result,
        'offered', ${money('k.offered_minor', 'k.offered_currency')}, 'offeredBy', k.offered_by, 'acceptedAt', k.accepted_at,
        'paidAt', k.paid_at, 'createdAt', k.created_at)
      FROM claims k WHERE k.complaint_id = c.id) AS claim,
    (SELECT json_build_object('trackingNumber', s.tracking_number, 'service', s.service, 'status', s.status, 'reason', s.reason,
        'promisedAt', s.promised_at, 'createdAt', s.created_at, 'from', coalesce(s.sender->>'city', ''),
        'to', coalesce(s.recipient->>'city', ''), 'declared', ${money('s.declared_minor', 's.declared_currency')},
        'insured', ${money('s.insured_minor', 's.insured_currency')}, 'freight', ${money('s.freight_minor', 's.freight_currency')},
        'weightGrams', s.weight_grams, 'pieceCount', s.piece_count,
        'items', coalesce((SELECT json_agg(json_build_object('description', i.description, 'quantity', i.quantity,
            'unit', ${money('i.unit_minor', 'i.currency')}) ORDER BY i.position) FROM shipment_items i WHERE i.shipment_id = s.id), '[]'),
        'events', coalesce((SELECT json_agg(json_build_object('at', e.occurred_at, 'status', e.status, 'reason', e.reason, 'text', e.text,
            'city', e.city)) FROM (SELECT * FROM tracking_events WHERE shipment_id = s.id
              ORDER BY occurred_at DESC, recorded_at DESC, id DESC LIMIT ${MAX_EVENTS}) e), '[]'))
      FROM shipments s WHERE s.id = c.shipment_id) AS shipment,
    coalesce((SELECT json_agg(json_build_object('at', e.at, 'actor', json_build_object('type', e.actor_type, 'id', e.actor_id),
        'action', e.action, 'from', e.from_status, 'to', e.to_status, 'words', e.words) ORDER BY e.seq)
      FROM complaint_events e WHERE e.complaint_id = c.id), '[]') AS history
  FROM complaints c WHERE c.reference = $1`;

/** Everything a claim rests on; undefined when there is no such complaint. One round trip. */
export async function readEvidencePack(store: Store, reference: string): Promise<EvidencePack | undefined> {
  const [row] = await store.query<Record<keyof EvidencePack, unknown>>(READ, [reference]);
  if (!row) return undefined;
  // The statement above names every key as the type does; a test reads a whole pack.
  const { shipment, ...pack } = revive(row) as EvidencePack;
  if (!shipment) return pack;
  return { ...pack, shipment: { ...shipment, events: shipment.events.map((event) => ({ ...event, isFault: isCarrierFault(event) })) } };
}

const INSTANTS: ReadonlySet<string> = new Set(['at', 'createdAt', 'promisedAt', 'acceptedAt', 'paidAt']);

/** JSON as the product's types have it: what is null is absent, instants are dates. */
function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(
    entries.map(([key, each]) => [key, typeof each === 'string' && INSTANTS.has(key) ? new Date(each) : revive(each)]),
  );
}
