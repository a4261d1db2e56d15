import { type ChainFault, findChainFault, type SealedEvent } from '../../../rules/complaints/audit.ts';
import type { Store } from '../../store.ts';
import { type EventRow, toEvent, WITH_SEALS } from './rows.ts';

const BATCH = 200;

/** The first thing wrong with one ticket's audit. */
export interface AuditFault extends ChainFault {
  readonly reference: string;
}

export interface AuditReport {
  readonly tickets: number;
  readonly lines: number;
  /** At most one per ticket, in the order the tickets were opened. */
  readonly faults: readonly AuditFault[];
}

type SealRow = EventRow & {
  readonly salt: string | null;
  readonly wordsDigest: string | null;
  readonly prevHash: string;
  readonly hash: string;
};

interface AuditRow {
  readonly id: string;
  readonly reference: string;
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly events: readonly SealRow[] | null;
}

/** Computes every ticket's audit anew and compares. Reads a few hundred tickets at a time and locks nothing: the product may run. */
export async function verifyAudit(store: Store): Promise<AuditReport> {
  const faults: AuditFault[] = [];
  let [tickets, lines, last] = [0, 0, ''];
  for (;;) {
    const sql = `SELECT ${WITH_SEALS} FROM complaints c WHERE c.id > $1 ORDER BY c.id LIMIT ${BATCH}`;
    const rows = await store.query<AuditRow>(sql, [last]);
    for (const { id, reference, events, ...end } of rows) {
      // The store's columns are exactly those of a sealed line.
      const sealed = (events ?? []).map((event) => toEvent(event) as unknown as SealedEvent);
      const fault = findChainFault(sealed, end);
      if (fault) faults.push({ reference, ...fault });
      [tickets, lines, last] = [tickets + 1, lines + sealed.length, id];
    }
    if (rows.length < BATCH) return { tickets, lines, faults };
  }
}
