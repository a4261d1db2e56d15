import { COMPLAINT_STATUSES } from '../../../rules/complaints/codes.ts';
import { isOpen } from '../../../rules/complaints/states.ts';
import type { Statement } from '../../store.ts';
import { insertFacts } from '../facts.ts';
import { CUSTOMER_COLUMNS } from './rows.ts';

/** Ticket states as an SQL list, from the one place that knows which are open. */
export const OPEN_STATUSES = COMPLAINT_STATUSES.filter(isOpen)
  .map((status) => `'${status}'`)
  .join(', ');

/** Whom the id $1 means: the customer, or who stands for them. */
const RESOLVED = '(SELECT coalesce(merged_into_id, id) FROM customers WHERE id = $1)';

/**
 * The page after a place. $1 status, $2 segment, $3 changed at or after, $4 and $5 the place, $6 limit. Whichever is null is no
 * condition; a null instant stands for the beginning of time so that the index always gives the range.
 */
const pageOf = (segment: string): string => `
  WHERE c.status = $1 AND ${segment}
    AND c.updated_at >= coalesce($3::timestamptz, '-infinity') AND (c.updated_at, c.id) > (coalesce($4::timestamptz, '-infinity'), $5)
  ORDER BY c.updated_at, c.id LIMIT $6`;

export const LIST: Statement = {
  name: 'customers-list',
  text: `SELECT ${CUSTOMER_COLUMNS} FROM customers c ${pageOf('$2::text IS NULL')}`,
};

/** Apart from LIST, so that each has a plan with its own index. */
export const LIST_SEGMENT: Statement = {
  name: 'customers-list-segment',
  text: `SELECT ${CUSTOMER_COLUMNS} FROM customers c ${pageOf('c.segment = $2')}`,
};

/**
 * As LIST, of those whose name, external id or phone begins so: $7 the text, $8 phones it may be the beginning of, as JSON. Not
 * LIKE, which a plan made for any text would read in full; LIMIT 1 keeps the planner from joining all customers with them.
 */
export const SEARCH: Statement = {
  name: 'customers-search',
  text: `
  WITH found AS (
    SELECT coalesce(merged_into_id, id) AS survivor, id FROM customers WHERE name ^@ $7
    UNION SELECT coalesce(merged_into_id, id), id FROM customers WHERE external_id ^@ $7
    UNION SELECT (SELECT coalesce(u.merged_into_id, u.id) FROM customers u WHERE u.id = k.customer_id), k.customer_id
    FROM json_array_elements_text($8::json) AS p(phone) CROSS JOIN LATERAL (
      SELECT customer_id FROM contacts WHERE value ^@ p.phone AND kind = 'phone') k
  )
  SELECT ${CUSTOMER_COLUMNS}
  FROM (SELECT DISTINCT CASE WHEN $1 = 'active' THEN survivor ELSE id END AS id FROM found) AS f
  CROSS JOIN LATERAL (SELECT * FROM customers WHERE id = f.id LIMIT 1) AS c ${pageOf('($2::text IS NULL OR c.segment = $2)')}`,
};

/** $1 customer. Interests and birthdays leave the store only while the person's consent to it stands. */
export const FILE: Statement = {
  name: 'customer-file',
  text: `
  SELECT ${CUSTOMER_COLUMNS}, c.segment_basis AS "segmentBasis",
    (SELECT json_agg(m.id ORDER BY m.id) FROM customers m WHERE m.merged_into_id = c.id) AS "mergedIds",
    (SELECT json_agg(k ORDER BY k.kind DESC, k.value) FROM (
       SELECT kind, value, verified_at AS "verifiedAt" FROM contacts WHERE customer_id = c.id) k) AS contacts,
    (SELECT json_agg(p ORDER BY p.name, p.id) FROM (
       SELECT id, name, job_title AS "jobTitle", phone, email, relationship,
              CASE WHEN profile.is_granted THEN interests END AS interests, CASE WHEN profile.is_granted THEN birthday_on END AS "birthdayOn"
       FROM contact_people WHERE customer_id = c.id) p) AS people,
    (SELECT json_agg(n ORDER BY n.purpose) FROM (
       SELECT DISTINCT ON (purpose) purpose, is_granted AS "isGranted", text_version AS "textVersion", channel, at
       FROM consents WHERE customer_id = c.id ORDER BY purpose, at DESC, id DESC) n) AS consents,
    (SELECT count(*)::int FROM (
       SELECT 1 FROM complaints WHERE customer_id = c.id AND status IN (${OPEN_STATUSES}) LIMIT 1000) t) AS "openTickets",
    (SELECT json_agg(v ORDER BY v."createdAt" DESC, v.id DESC) FROM (
       SELECT v.id, v.channel, v.mode, v.created_at AS "createdAt"
       FROM channel_identities i CROSS JOIN LATERAL (
         SELECT id, channel, mode, created_at FROM conversations
         WHERE channel = i.channel AND user_id = i.user_id ORDER BY created_at DESC LIMIT 5) v
       WHERE i.customer_id = c.id ORDER BY v.created_at DESC, v.id DESC LIMIT 5) v) AS conversations,
    (SELECT count(*)::int FROM (SELECT 1 FROM shipments WHERE customer_id = c.id LIMIT 10000) s) AS "shipmentCount"
  FROM customers c
  LEFT JOIN LATERAL (
    SELECT is_granted FROM consents WHERE customer_id = c.id AND purpose = 'profile' ORDER BY at DESC, id DESC LIMIT 1) profile ON true
  WHERE c.id = ${RESOLVED} AND c.status = 'active'`,
};

/** $1 customer: their row, locked, with whether consent to a profile stands. */
export const LOCK = `
  SELECT ${CUSTOMER_COLUMNS}, coalesce((
    SELECT is_granted FROM consents WHERE customer_id = c.id AND purpose = 'profile' ORDER BY at DESC, id DESC LIMIT 1), false) AS "mayProfile"
  FROM customers c WHERE c.id = ${RESOLVED} AND c.status = 'active' FOR UPDATE OF c`;

/** The instant a change gets: later than the one before it even within a millisecond, so that `expectedUpdatedAt` sees it. */
const NEXT = `greatest($2::timestamptz, c.updated_at + interval '1 millisecond')`;

/** $1 customer, $2 now, $3 the fields that change, as JSON: those it does not name stay; $4 the fact of it. */
export const CHANGE = `
  WITH c AS (UPDATE customers c SET updated_at = ${NEXT},
    ${['name', 'locale', 'company', 'industry', 'goods', 'address']
      .map((field) => `${field} = CASE WHEN $3::jsonb ? '${field}' THEN $3::jsonb ->> '${field}' ELSE c.${field} END`)
      .join(', ')},
    kind = coalesce($3::jsonb ->> 'kind', c.kind),
    account_owner = CASE WHEN $3::jsonb ? 'accountOwner' THEN $3::jsonb ->> 'accountOwner' ELSE c.account_owner END,
    preferred_channel = CASE WHEN $3::jsonb ? 'preferredChannel' THEN $3::jsonb ->> 'preferredChannel' ELSE c.preferred_channel END
  WHERE c.id = $1 RETURNING c.*),
  counted AS (${insertFacts({ from: 'c', rows: '$4', scope: { customerId: 'c.id' } })})
  SELECT ${CUSTOMER_COLUMNS} FROM c`;

/** $1 customer, $2 now, $3 the whole list as JSON. */
export const SET_PEOPLE = `
  WITH n AS (
    SELECT * FROM json_to_recordset($3::json) AS n(id text, name text, "jobTitle" text, phone text, email text, relationship text,
      interests text, "birthdayOn" text)
  ),
  gone AS (DELETE FROM contact_people WHERE customer_id = $1 AND id NOT IN (SELECT id FROM n))
  INSERT INTO contact_people AS p (id, customer_id, name, job_title, phone, email, relationship, interests, birthday_on, created_at, updated_at)
  SELECT id, $1, name, "jobTitle", phone, email, relationship, interests, "birthdayOn", $2, $2 FROM n
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, job_title = excluded.job_title, phone = excluded.phone, email = excluded.email,
    relationship = excluded.relationship, interests = excluded.interests, birthday_on = excluded.birthday_on, updated_at = excluded.updated_at
  WHERE p.customer_id = $1`;

export const SET_CONTACTS = `
  WITH n AS (SELECT * FROM json_to_recordset($3::json) AS n(id text, kind text, value text)),
  gone AS (
    DELETE FROM contacts k WHERE k.customer_id = $1 AND NOT EXISTS (SELECT FROM n WHERE n.kind = k.kind AND n.value = k.value)
  )
  INSERT INTO contacts (id, customer_id, kind, value, created_at)
  SELECT id, $1, kind, value, $2 FROM n ON CONFLICT (customer_id, kind, value) DO NOTHING`;

/** $1 customer, $2 now, $3 note id, $4 kind, $5 author, $6 text, $7 when it was; the customer counts as changed. */
export const ADD_NOTE = `
  WITH c AS (
    UPDATE customers c SET updated_at = ${NEXT} WHERE c.id = ${RESOLVED} AND c.status = 'active' RETURNING id
  )
  INSERT INTO customer_notes (id, customer_id, kind, author, text, at)
  SELECT $3, id, $4, $5, $6, $7 FROM c ON CONFLICT (id) DO UPDATE SET at = excluded.at RETURNING id`;
