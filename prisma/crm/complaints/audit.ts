import { type ChainFault, findChainFault } from '../../../rules/cases/audit.ts';
import type { Store } from '../../store.ts';
import { type EventRow, toSealedEvent, WITH_SEALS } from './rows.ts';

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

interface AuditRow {
  readonly id: string;
  readonly reference: string;
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly events: readonly EventRow[] | null;
}

/** Computes every ticket's audit anew and compares. Reads a few hundred tickets at a time and locks nothing: the product may run. */
export async function verifyAudit(store: Store): Promise<AuditReport> {
  const faults: AuditFault[] = [];
  let [tickets, lines, last] = [0, 0, ''];
  for (;;) {
    const sql = `SELECT ${WITH_SEALS} FROM complaints c WHERE c.id > $1 ORDER BY c.id LIMIT ${BATCH}`;
    const rows = await store.query<AuditRow>(sql, [last]);
    for (const { id, reference, events, ...end } of rows) {
      const sealed = (events ?? []).map(toSealedEvent);
      const fault = findChainFault(sealed, end);
      if (fault) faults.push({ reference, ...fault });
      [tickets, lines, last] = [tickets + 1, lines + sealed.length, id];
    }
    if (rows.length < BATCH) return { tickets, lines, faults };
  }
}
