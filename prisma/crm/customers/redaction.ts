import type { Side } from '../../../rules/shipments/types.ts';
import { toCleanJson } from '../../clean.ts';
import type { Query } from '../../store.ts';
import type { OwnSide } from './footprint.ts';
import { digitsOfPhone } from './phones.ts';

/** What stands where something of a person stood. */
export const REDACTED = '⟨…⟩';
const AT_ONCE = 500;

interface PartyRow {
  readonly id: string;
  readonly side: Side;
  readonly name: string | null;
  readonly phone: string | null;
  readonly street: string | null;
}

const PARTIES = `
  SELECT s.id, n.side, p ->> 'name' AS name, p ->> 'phone' AS phone, p ->> 'street' AS street
  FROM json_to_recordset($1::json) AS n(id text, side text) JOIN shipments s ON s.id = n.id
  CROSS JOIN LATERAL (SELECT CASE n.side WHEN 'sender' THEN s.sender ELSE s.recipient END AS p) x`;

// Country, province and city stay: they say where parcels go, not to whom.
const EMPTIED = `'{"name": "", "phone": ""}'::jsonb || jsonb_strip_nulls(jsonb_build_object(
  'country', p -> 'country', 'province', p -> 'province', 'city', p -> 'city'))`;

const emptySide = (side: Side): string => `
  UPDATE shipments s SET ${side} = (SELECT ${EMPTIED} FROM (SELECT s.${side} AS p) x), ${side}_phone = '', customer_id = CASE
      WHEN s.customer_id IN (SELECT json_array_elements_text($2::json)) THEN NULL ELSE s.customer_id END
  FROM json_to_recordset($1::json) AS n(id text, side text) WHERE s.id = n.id AND n.side = '${side}'`;

const EVENTS = `
  UPDATE tracking_events e SET text = regexp_replace(e.text, $2, '${REDACTED}', 'g'),
    signed_by = CASE WHEN e.signed_by ~ $2 THEN NULL ELSE e.signed_by END
  WHERE e.shipment_id IN (SELECT id FROM json_to_recordset($1::json) AS n(id text)) AND (e.text ~ $2 OR e.signed_by ~ $2)
  RETURNING 1 AS one`;

/**
 * Makes somebody's side of waybills nameless, and what events say of them; unlinks the waybills from the customers given. Their
 * own name, phone and street are read from the waybills themselves. Returns how many rows of each changed.
 */
export async function redactShipments(
  query: Query,
  sides: readonly OwnSide[],
  customerIds: readonly string[],
): Promise<{ readonly shipments: number; readonly events: number }> {
  let events = 0;
  const ids = JSON.stringify(customerIds);
  for (let from = 0; from < sides.length; from += AT_ONCE) {
    const batch = toCleanJson(sides.slice(from, from + AT_ONCE).map(({ id, side }) => ({ id, side })));
    const parties = await query<PartyRow>(PARTIES, [batch]);
    const pattern = patternOf(parties.flatMap(({ name, phone, street }) => wordsOf(name, phone, street)));
    if (pattern) events += (await query(EVENTS, [batch, pattern])).length;
    await query(emptySide('sender'), [batch, ids]);
    await query(emptySide('recipient'), [batch, ids]);
  }
  return { shipments: new Set(sides.map(({ id }) => id)).size, events };
}

function wordsOf(name: string | null, phone: string | null, street: string | null): readonly string[] {
  const longEnough = [name, street].filter((word): word is string => word !== null && word.length > 1);
  return [...longEnough, ...(phone ? digitsOfPhone(phone).filter((digits) => digits.length > 6) : [])];
}

/** A regular expression of PostgreSQL for any of the words; digits may stand apart, as in 138-0000-1234. Undefined without words. */
export function patternOf(words: readonly string[]): string | undefined {
  const parts = [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => {
      if (/^\d+$/.test(word)) return word.split('').join('[ -]?');
      return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    });
  return parts.length === 0 ? undefined : parts.join('|');
}
