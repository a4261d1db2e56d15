import type { TableData } from './types.ts';

/** Who customers are. */
export const CUSTOMER_DATA: readonly TableData[] = [
  {
    table: 'customers',
    beside: { merged_into_id: 'who stands for a customer; all of them are found together' },
    knows: { names: 'SELECT name FROM own_customers' },
    copy: {
      ...{
        section: 'profiles',
        by: 'customers',
        where: `t.status IN ('active', 'merged')`,
        end: 'ORDER BY t.merged_into_id NULLS FIRST, t.id',
      },
      shows: `t.external_id AS "customerNumber", t.name, t.locale AS language, t.kind, t.company, t.industry, t.goods, t.address,
        t.preferred_channel AS "preferredChannel", t.service_score AS "serviceScore", t.service_scores AS "serviceAnswers",
        t.segment AS "customerGroup", t.segment_basis AS "customerGroupComputedFrom", t.created_at AS "customerSince"`,
    },
    erasing: [{ effect: 'kept', because: 'emptied last, by emptyCustomers: what pointed at the row must find one' }],
    retention: 'unlimited',
  },
  {
    ...{ table: 'contacts', of: { customers: ['customer_id'] } },
    knows: {
      phones: `SELECT value FROM contacts WHERE kind = 'phone' AND customer_id IN (SELECT id FROM own_customers)`,
      emails: `SELECT value FROM contacts WHERE kind = 'email' AND customer_id IN (SELECT id FROM own_customers)`,
    },
    copy: {
      ...{ section: 'contacts', by: 'customers', end: 'ORDER BY t.kind, t.value' },
      shows: 't.kind, t.value, t.verified_at AS "verifiedAt", t.created_at AS since',
    },
    erasing: [{ effect: 'deleted', counted: 'contacts' }],
    ...{ retention: 'parent', merge: { unlessThere: ['kind', 'value'] } },
  },
  {
    ...{ table: 'contact_people', of: { customers: ['customer_id'] } },
    knows: {
      names: 'SELECT name FROM contact_people WHERE customer_id IN (SELECT id FROM own_customers)',
      phones: 'SELECT phone FROM contact_people WHERE customer_id IN (SELECT id FROM own_customers)',
      emails: 'SELECT email FROM contact_people WHERE customer_id IN (SELECT id FROM own_customers)',
    },
    copy: {
      ...{ section: 'contactPersons', by: 'customers', end: 'ORDER BY t.id' },
      shows: 't.name, t.job_title AS "jobTitle", t.phone, t.email, t.relationship, t.interests, t.birthday_on AS birthday',
    },
    erasing: [{ effect: 'deleted', counted: 'people' }],
    ...{ retention: 'parent', merge: 'moved' },
  },
  {
    ...{ table: 'consents', of: { customers: ['customer_id'] } },
    copy: {
      ...{ section: 'consents', by: 'customers', end: 'ORDER BY t.at, t.id' },
      shows: 't.purpose, t.is_granted AS granted, t.text_version AS "textVersion", t.channel, t.at',
    },
    erasing: [{ effect: 'deleted', counted: 'consents' }],
    ...{ retention: 'parent', merge: 'moved' },
  },
  {
    ...{ table: 'customer_notes', of: { customers: ['customer_id'] } },
    timeline: { kind: 'note', id: 't.id', at: 't.at', data: `'noteKind', t.kind, 'author', t.author, 'text', t.text` },
    copy: { section: 'notes', by: 'customers', shows: 't.kind, t.text, t.at', end: 'ORDER BY t.at, t.id' },
    erasing: [{ effect: 'deleted', counted: 'notes' }],
    ...{ retention: 'parent', merge: 'moved' },
  },
  {
    ...{ table: 'customer_merges', of: { customers: ['from_id', 'into_id'] } },
    erasing: [{ effect: 'deleted', counted: 'merges' }],
    retention: 'parent',
  },
  {
    table: 'erasures',
    erasing: [{ effect: 'kept', because: 'the proof that a person was erased: hashes alone, so that no import brings them back' }],
    retention: 'unlimited',
  },
  {
    ...{ table: 'channel_identities', of: { customers: ['customer_id'] } },
    copy: {
      ...{ section: 'signIns', by: 'channel_identities', end: 'ORDER BY t.id' },
      shows: 't.channel, t.user_id AS "userId", t.bound_at AS "boundAt", t.created_at AS since',
    },
    erasing: [{ effect: 'deleted', counted: 'identities' }],
    ...{ retention: 'unlimited', merge: 'moved' },
  },
];

/** What becomes of a customer's row when they are erased, beside its status. */
export const EMPTIED_CUSTOMER = `
  external_id = NULL, name = NULL, locale = NULL, kind = 'person', company = NULL, industry = NULL, goods = NULL, address = NULL,
  account_owner = NULL, preferred_channel = NULL, service_score = NULL, service_scores = 0, segment = NULL, segmented_at = NULL,
  segment_basis = NULL, merged_into_id = NULL`;
