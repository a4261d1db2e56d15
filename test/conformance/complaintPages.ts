import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ComplaintFilter, ComplaintOrder } from '../../rules/complaints/desk.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { AGENT, beginFurnished, complaint, HOUR, NUMBER, type TicketStore, type Tickets } from './tickets.ts';

const CATEGORIES = ['loss', 'damage', 'delay', 'customs', 'pickup', 'return', 'cod'] as const;

/** What every implementation of `ComplaintDesk.list` does. */
export function describeComplaintPages(name: string, openStore: () => Promise<TicketStore>): void {
  describe(`pages of complaints ${name}`, () => {
    let store: TicketStore;
    let tickets: Tickets;
    beforeAll(async () => {
      store = await openStore();
    });
    afterAll(() => store.close());
    /** Seven tickets, a minute apart; loss and damage, cod, misdelivery are P2, all others P3 … raised by the repeats. */
    beforeEach(async () => {
      tickets = await beginFurnished(store);
      for (const category of CATEGORIES) {
        await tickets.complaints.open(complaint(category, { category }));
        tickets.clock.advance(60_000);
      }
    });
    async function walk(
      filter: ComplaintFilter,
      order: ComplaintOrder,
      limit: number,
      between = async (): Promise<void> => {},
    ): Promise<Complaint[]> {
      const seen: Complaint[] = [];
      let cursor: string | undefined;
      do {
        const page = await tickets.desk.list(filter, { order, limit, ...(cursor !== undefined && { cursor }) });
        expect(page.complaints.length).toBeLessThanOrEqual(limit);
        seen.push(...page.complaints);
        cursor = page.nextCursor;
        await between();
      } while (cursor !== undefined);
      return seen;
    }
    const categories = (listed: readonly Complaint[]): readonly string[] => listed.map(({ category }) => category);

    it('follow what changed, oldest change first', async () => {
      const page = await tickets.desk.list({}, { order: 'updated', limit: 3 });
      expect(categories(page.complaints)).toEqual(['loss', 'damage', 'delay']);
      expect(page.complaints[0]).toEqual((await tickets.desk.open(page.complaints[0]?.reference ?? ''))?.complaint);
      expect(categories(await walk({}, 'updated', 3))).toEqual(CATEGORIES);
      expect(categories(await walk({}, 'updated', 7))).toEqual(CATEGORIES);
    });

    it('show what is added and what changes meanwhile, and skip nothing', async () => {
      const more = ['fee_dispute', 'document'] as const;
      let at = 0;
      const seen = await walk({}, 'updated', 3, async () => {
        const category = more[at++];
        if (!category) return;
        await tickets.complaints.open(complaint(category, { category }));
        tickets.clock.advance(1);
        if (at === 1) await tickets.desk.change('CMP-20261123-0001', { owner: 'wang@example.com' }, AGENT);
      });
      // The first comes again, with its change, after what was there before.
      expect(categories(seen)).toEqual([...CATEGORIES, 'fee_dispute', 'loss', 'document']);
    });

    it('show what is due first to people, over all states', async () => {
      await tickets.desk.change('CMP-20261123-0003', { to: 'INVESTIGATING' }, AGENT);
      const seen = await walk({}, 'due', 2);
      expect(seen).toHaveLength(7);
      const dues = seen.map(({ due }) => due.resolveAt.getTime());
      expect(dues).toEqual([...dues].sort((a, b) => a - b));
      // Not the order they were opened in: cod, the last, is P1.
      expect(categories(seen)).not.toEqual(CATEGORIES);
    });

    it('filter by every condition, all together', async () => {
      await tickets.desk.change('CMP-20261123-0002', { owner: 'wang@example.com', team: 'claims' }, AGENT);
      const praise = { conversationId: 'c3', type: 'praise', category: 'other', description: '很好' } as const;
      await tickets.complaints.open(complaint('p', praise));
      const find = async (filter: ComplaintFilter): Promise<readonly (readonly string[])[]> => {
        const of = async (order: ComplaintOrder) =>
          [...categories((await tickets.desk.list(filter, { order, limit: 50 })).complaints)].sort();
        return [await of('updated'), await of('due')];
      };
      const both = (...expected: readonly string[]) => [expected, expected];
      expect(await find({ owner: 'wang@example.com' })).toEqual(both('damage'));
      expect(await find({ owner: null, statuses: ['ASSESSED'], type: 'complaint' })).toEqual(
        both(...[...CATEGORIES].filter((each) => !['damage', 'cod'].includes(each)).sort()),
      );
      expect(await find({ team: 'claims', category: 'damage', severity: 'P1' })).toEqual(both('damage'));
      expect(await find({ type: 'praise' })).toEqual(both('other'));
      expect(await find({ customerId: await tickets.customerId('CU-1') })).toEqual(both('other'));
      expect(await find({ trackingNumber: NUMBER, statuses: ['ESCALATED'] })).toEqual(both('cod', 'damage'));
      expect(await find({ trackingNumber: `${NUMBER}-1`, category: 'loss' })).toEqual(both('loss'));
      expect(await find({ trackingNumber: 'XB999999999999' })).toEqual(both());
      expect(await find({ updatedAfter: tickets.clock.now() })).toEqual(both('damage', 'other'));
      // P1 within 24 hours, all others within 48.
      expect(await find({ dueBefore: new Date(tickets.clock.now().getTime() + 25 * HOUR) })).toEqual(both('cod', 'damage'));
      expect(await find({ owner: 'nobody@example.com' })).toEqual(both());
      expect(await find({ statuses: [] })).toEqual(both());
    });

    it('refuse a cursor that is not theirs', async () => {
      const { nextCursor = '' } = await tickets.desk.list({}, { order: 'updated', limit: 1 });
      expect(nextCursor).not.toBe('');
      for (const [order, cursor] of [
        ['due', nextCursor],
        ['updated', 'x'],
        ['updated', ''],
        ['updated', Buffer.from('1:abc').toString('base64url')],
      ] as const)
        await expect(tickets.desk.list({}, { order, cursor, limit: 1 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    });
  });
}
