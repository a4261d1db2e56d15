import { ENDED } from '../../../rules/complaints/states.ts';
import type { CaseData, TableData } from './types.ts';

/** Where the files of a ticket are joined to it. */
export const COMPLAINT_FILES = { table: 'complaint_files', owner: 'complaint_id' } as const;

/** Ended states as an SQL list. */
export const ENDED_LIST = [...ENDED].map((status) => `'${status}'`).join(', ');

const COMPLAINT_CASE = {
  isNeeded: `(t.is_legal_hold OR t.status NOT IN (${ENDED_LIST}))`,
  endedAt: 'coalesce(t.closed_at, t.updated_at)',
  files: COMPLAINT_FILES,
} satisfies CaseData;

/** What went wrong, and what was done about it. */
export const COMPLAINT_DATA: readonly TableData[] = [
  { table: 'incidents', erasing: [{ effect: 'kept', because: 'a station and a number of tickets' }], retention: 'unlimited' },
  {
    ...{ table: 'complaints', case: COMPLAINT_CASE },
    of: { customers: ['customer_id'], channel_identities: ['identity_id'], conversations: ['conversation_id'] },
    timeline: {
      ...{ kind: 'complaint', id: 't.reference', at: 't.created_at' },
      data: `'type', t.type, 'category', t.category, 'severity', t.severity, 'status', t.status`,
    },
    // Colleagues' notes are not told: they are about how it is handled.
    copy: {
      ...{ section: 'complaints', by: 'complaints', end: 'ORDER BY t.created_at, t.id' },
      shows: `t.reference, t.type, t.category, t.status, t.severity, t.channel, t.description, t.remedy_sought AS "remedySought",
        t.contact_name AS "contactName", t.contact_phone AS "contactPhone", t.praised, t.tracking_number AS "trackingNumber", t.remedy,
        t.resolution, t.created_at AS "openedAt", t.resolved_at AS "resolvedAt", t.closed_at AS "closedAt",
        coalesce((SELECT json_agg(json_build_object('at', e.at, 'by', e.actor_type, 'action', e.action, 'status', e.to_status, 'words', e.words)
          ORDER BY e.seq) FROM complaint_events e WHERE e.complaint_id = t.id AND e.action <> 'noted'), '[]') AS history,
        (SELECT json_build_object('kind', k.kind, 'status', k.status, 'valueMinor', k.value_minor::text, 'currency', k.value_currency,
          'offeredMinor', k.offered_minor::text, 'paidAt', k.paid_at) FROM claims k WHERE k.complaint_id = t.id) AS claim`,
    },
    erasing: [
      {
        ...{ effect: 'redacted', counted: 'complaints' },
        set: () => `customer_id = NULL, identity_id = NULL, description = '', contact_phone = NULL, contact_name = NULL, praised = NULL,
          resolution = NULL, open_key = NULL, next_alarm_at = NULL, version = version + 1,
          remedy = CASE WHEN remedy IS NULL THEN NULL ELSE remedy || '{"text": ""}' END`,
      },
    ],
    ...{ mended: 'corrective_action', retention: 'complaints', merge: 'moved' },
  },
  {
    ...{ table: 'complaint_events', of: { complaints: ['complaint_id'] } },
    erasing: [
      // The digest stays, and with the salt gone tells nothing: the chain over it still holds.
      {
        ...{ effect: 'redacted', counted: 'complaintEvents', where: '(t.words IS NOT NULL OR t.salt IS NOT NULL)' },
        set: () => 'words = NULL, salt = NULL',
      },
    ],
    retention: 'parent',
  },
  {
    ...{ table: 'complaint_files', of: { complaints: ['complaint_id'] } },
    erasing: [{ effect: 'kept', because: 'they go with the uploads they name' }],
    retention: 'parent',
  },
  {
    ...{ table: 'claims', of: { complaints: ['complaint_id'] } },
    erasing: [{ effect: 'kept', because: 'sums and rules, of a complaint that is nobody’s any more' }],
    retention: 'parent',
  },
];
