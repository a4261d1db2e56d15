import { toCleanText } from '../../clean.ts';
import type { Store } from '../../store.ts';
import { READ } from './turnStatements.ts';

/** Statements under way at once: one would let a slow answer hold up everyone, more leave less to gather. */
const STATEMENTS_AT_ONCE = 2;
const MOST_READS = 100;

interface Asked {
  readonly id: string;
  readonly providerMessageId: string;
  resolve(row: unknown): void;
  reject(error: unknown): void;
}

/**
 * Reads of turns, gathered: what is asked for while earlier statements are under way goes into one statement together. A single
 * read waits for nothing; at full load most of a read's cost, here and on the server, is that of sending a statement at all.
 */
export function createTurnReads<Row>(store: Store): (conversationId: string, providerMessageId: string) => Promise<Row | undefined> {
  const waiting: Asked[] = [];
  let underWay = 0;

  function send(): void {
    if (underWay >= STATEMENTS_AT_ONCE || waiting.length === 0) return;
    underWay += 1;
    void answer(waiting.splice(0, MOST_READS)).finally(() => {
      underWay -= 1;
      send();
    });
  }

  /** Never rejects: an error is told to each who asked. */
  async function answer(asked: readonly Asked[]): Promise<void> {
    try {
      const keys = asked.map(({ id, providerMessageId }, n) => ({ n, id, providerMessageId }));
      const rows = await store.query<Row & { readonly n: number }>(READ, [JSON.stringify(keys)]);
      const byNumber = new Map(rows.map(({ n, ...row }) => [n, row]));
      for (const [n, { resolve }] of asked.entries()) resolve(byNumber.get(n));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  return (conversationId, providerMessageId) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.push({ id: toCleanText(conversationId), providerMessageId: toCleanText(providerMessageId), resolve, reject });
      send();
    }) as Promise<Row | undefined>;
}
