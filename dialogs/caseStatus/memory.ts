import { defineMemory } from '../memory.ts';
import type { Matter, Turn } from '../turn.ts';

/** What `caseStatus` remembers, whoever opened the ticket. */
export interface CaseMemory {
  /** A ticket was opened in this conversation: a greeting asks the store whether it is still being handled. */
  hasTicket?: true;
  noticed?: Noticed;
}

/**
 * What the customer was last told of their ticket, and when (epoch ms): "accept" alone then means that. `isPast`: a parcel was
 * looked at since, so that "how far is it?" means that one.
 */
export interface Noticed {
  readonly reference: string;
  readonly kind: string;
  readonly atMs: number;
  readonly isPast?: true;
}

export const caseMemory = defineMemory<CaseMemory>('caseStatus', (stored, older) => {
  const hasTicket = stored?.hasTicket ?? older.hasTicket;
  const noticed = laterOf(stored?.noticed, older.noticed);
  return { ...(hasTicket && { hasTicket }), ...(noticed && { noticed }) };
});

/** While an older release runs beside, it writes where it always did: what was told last is meant, whoever told it. */
function laterOf(a: Noticed | undefined, b: Noticed | undefined): Noticed | undefined {
  return a && b ? (b.atMs > a.atMs ? b : a) : (a ?? b);
}

/** Keeps what the customer is told of their ticket now. */
export function keepNoticed(turn: Pick<Turn, 'memory' | 'now'>, { reference, kind }: Pick<Matter, 'reference' | 'kind'>): void {
  caseMemory.of(turn).noticed = { reference, kind, atMs: turn.now.getTime() };
}

/** Other flows open tickets and make offers on them; a parcel that is looked at takes the ticket's place as what is spoken of. */
export function hearOf(turn: Pick<Turn, 'memory' | 'now'>, matter: Matter): void {
  const kept = caseMemory.of(turn);
  if (matter.about === 'track_shipment' && kept.noticed) kept.noticed = { ...kept.noticed, isPast: true };
  if (matter.about !== 'complaint_status') return;
  if (matter.kind === 'opened') kept.hasTicket = true;
  keepNoticed(turn, matter);
}
