import { createId } from '../../core/ids.ts';
import type { Money } from '../../core/money.ts';
import type { Credit } from '../../rules/access/actor.ts';
import type { Fact, NewFact } from '../../rules/facts.ts';
import { toCleanJson } from '../clean.ts';
import type { ServiceFact } from '../generated/client.ts';
import { joinRows } from './jobRows.ts';
import { defineTable } from './table.ts';

/** What reports sum. */
export const FACTS = defineTable<ServiceFact>()('service_facts', {
  ...{ id: 'text', name: 'text', occurredAt: 'timestamptz', conversationId: 'text', shipmentId: 'text', customerId: 'text' },
  ...{ channel: 'text', locale: 'text', intent: 'text', actorType: 'text', actorId: 'text', groupName: 'text' },
  ...{ startedAt: 'timestamptz', seconds: 'float8', businessSeconds: 'float8', subjectId: 'text', category: 'text', severity: 'text' },
  ...{ station: 'text', label: 'text', amountMinor: 'bigint', currency: 'text' },
});

/** SQL of what a statement knows about its facts, by column; everything else is as the document says, `f."key"`. */
export type FactScope = Parameters<typeof FACTS.insert>[1];

/** What facts say of the case or conversation they happened to. */
export interface FactSource {
  /** Rows the facts are about, for FROM; without any, no fact is written. */
  readonly from: string;
  /** Parameter with the document of `toFactRows`, e.g. `$4`. */
  readonly rows: string;
  /** Which of `from`, under the name `h`, a fact belongs to, by the `n` of both; default: every fact to each. */
  readonly isNumbered?: boolean;
  readonly scope: FactScope;
}

/** The INSERT of facts, for a CTE. */
export function insertFacts({ from, rows, isNumbered = false, scope }: FactSource): string {
  return `${FACTS.insert('f', scope)} FROM ${joinRows(from, FACTS.recordset(rows, 'f', isNumbered), isNumbered ? 'f' : undefined)}`;
}

/** Facts as the document of `insertFacts`, each with an id in the order of time. */
export function toFactRows(facts: readonly ((NewFact | Fact) & { readonly n?: number })[], now: Date): string {
  return toCleanJson(facts.map((fact) => toRow(fact, now)));
}

/** Of each kind of fact what is stored under another name. */
interface Renamed extends Partial<Credit> {
  readonly amount?: Money;
}

function toRow({ actor, group, amount, ...fact }: (NewFact | Fact) & Renamed, now: Date) {
  return {
    ...{ id: createId(now.getTime()), occurredAt: now, ...fact, groupName: group },
    ...(actor && { actorType: actor.type, actorId: actor.id }),
    ...(amount && { amountMinor: amount.minor, currency: amount.currency }),
  };
}
