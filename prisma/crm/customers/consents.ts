import type { Clock } from '../../../core/clock.ts';
import { AppError } from '../../../core/errors.ts';
import { createId } from '../../../core/ids.ts';
import type { Consent, Consents } from '../../../rules/customers/types.ts';
import { toCleanText } from '../../clean.ts';
import type { Store } from '../../store.ts';

/** $1 customer, $2 now, $3 id, $4 purpose, $5 yes or no, $6 text version, $7 channel. A no to `profile` empties what it covered. */
const ADD = `
  WITH c AS (
    UPDATE customers c SET updated_at = greatest($2::timestamptz, c.updated_at + interval '1 millisecond')
    WHERE c.id = (SELECT coalesce(merged_into_id, id) FROM customers WHERE id = $1) AND c.status = 'active' RETURNING id
  ),
  emptied AS (
    UPDATE contact_people p SET interests = NULL, birthday_on = NULL, updated_at = $2 FROM c
    WHERE p.customer_id = c.id AND $4 = 'profile' AND NOT $5::boolean
  )
  INSERT INTO consents (id, customer_id, purpose, is_granted, text_version, channel, at)
  SELECT $3, id, $4, $5, $6, $7, $2 FROM c RETURNING id`;

/** Each yes and no stays as its own line: what was agreed to when can be shown. */
export function createConsents(store: Store, clock: Clock): Consents {
  async function add(customerId: string, isGranted: boolean, consent: Omit<Consent, 'isGranted' | 'at'>): Promise<void> {
    const { purpose, textVersion, channel } = consent;
    const now = clock.now();
    const params = [
      toCleanText(customerId),
      now,
      createId(now.getTime()),
      purpose,
      isGranted,
      toCleanText(textVersion),
      toCleanText(channel),
    ];
    const rows = await store.query(ADD, params);
    if (rows.length === 0) throw new AppError('NOT_FOUND', { customer: customerId });
  }
  return {
    grant: (customerId, consent) => add(customerId, true, consent),
    withdraw: (customerId, consent) => add(customerId, false, consent),
    read: (customerId) =>
      store.query<Consent>(
        `SELECT DISTINCT ON (purpose) purpose, is_granted AS "isGranted", text_version AS "textVersion", channel, at FROM consents
         WHERE customer_id = (SELECT coalesce(merged_into_id, id) FROM customers WHERE id = $1) ORDER BY purpose, at DESC, id DESC`,
        [toCleanText(customerId)],
      ),
  };
}
