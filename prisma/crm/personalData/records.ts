import type { TableData } from './types.ts';

/** What is counted, sent and learnt from, and the company's own. */
export const RECORD_DATA: readonly TableData[] = [
  { table: 'counters', erasing: [{ effect: 'kept', because: 'keys of persons are hashes, and gone within days' }], retention: 'counters' },
  {
    ...{ table: 'service_facts', of: { customers: ['customer_id'] } },
    beside: { conversation_id: 'a number of its day: the conversation it names is nobody’s any more' },
    copy: {
      ...{ section: 'activity', by: 'customers' },
      shows: `t.name, to_char(min(t.occurred_at) AT TIME ZONE 'UTC', 'YYYY-MM') AS month, count(*)::int AS count`,
      end: `GROUP BY t.name, date_trunc('month', t.occurred_at AT TIME ZONE 'UTC') ORDER BY 2, 1`,
    },
    // Who is counted stays one, and nobody can say which.
    erasing: [
      {
        ...{ effect: 'redacted', counted: 'facts' },
        set: (nobody) => `customer_id = ${nobody}, actor_id = CASE WHEN actor_type <> 'customer' THEN actor_id END`,
      },
    ],
    retention: 'unlimited',
  },
  {
    ...{ table: 'outbox', mentions: { column: 'payload', words: 'quoted' } },
    // What was sent stays as a number of its day; what was not is not sent.
    erasing: [
      {
        ...{ effect: 'redacted', counted: 'outbox', where: 't.done_at IS NOT NULL' },
        set: () => `last_error = NULL,
          payload = jsonb_strip_nulls(jsonb_build_object('event', payload -> 'event', 'occurredAt', payload -> 'occurredAt'))`,
      },
      { effect: 'deleted', counted: 'outbox', where: 't.done_at IS NULL' },
    ],
    retention: 'outbox',
  },
  {
    ...{ table: 'nlu_candidates', mentions: { column: 'text', words: 'plain' } },
    erasing: [{ effect: 'deleted', counted: 'candidates' }],
    retention: 'candidates',
  },
  { table: 'staff', erasing: [{ effect: 'kept', because: 'the company’s own people' }], retention: 'unlimited' },
];
