import { describe, expect, it } from 'vitest';
import { findChainFault, hashLine, type SealedEvent, sealLines } from '../../../rules/cases/audit.ts';
import type { ComplaintEvent } from '../../../rules/complaints/types.ts';
import fc from '../../fastCheck.ts';
import { ACTORS, HOUR, START, since } from './desk.ts';

const { AGENT, CUSTOMER } = ACTORS;
type Line = Omit<ComplaintEvent, 'seq' | 'at'>;
const lines = fc.array(
  fc.record<Line>({
    actor: fc.constantFrom(AGENT, CUSTOMER),
    action: fc.constantFrom('moved', 'noted', 'added', 'warned'),
    data: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }),
    words: fc.option(fc.string(), { nil: undefined }),
  }),
  { minLength: 3, maxLength: 8 },
);
/** A chain written by two commands. */
const chains = lines.map((all) => {
  const first = sealLines(all.slice(0, 2), START, { lastSeq: 0, lastHash: '' });
  const second = sealLines(all.slice(2), since(HOUR), endOf(first));
  return [...first, ...second];
});

function endOf(events: readonly SealedEvent[]) {
  const last = events.at(-1);
  return { lastSeq: last?.seq ?? 0, lastHash: last?.hash ?? '' };
}
/** Through JSON and with the keys of every object in another order, as a store may hand it back. */
function throughStore(event: SealedEvent): SealedEvent {
  const turned: unknown = JSON.parse(JSON.stringify(event.data), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
  );
  return { ...event, at: new Date(event.at.toISOString()), data: turned as SealedEvent['data'] };
}

describe('the audit', () => {
  it('is numbered without gaps and whole, also after the store', () => {
    fc.assert(
      fc.property(chains, (events) => {
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
        expect(events[0]?.prevHash).toBe('');
        expect(findChainFault(events, endOf(events))).toBeUndefined();
        expect(findChainFault(events.map(throughStore), endOf(events))).toBeUndefined();
      }),
    );
  });

  it('stays whole when a person’s words are erased, with their salt', () => {
    fc.assert(
      fc.property(chains, (events) => {
        const erased = events.map(({ words: _, salt: __, ...event }) => event);
        expect(findChainFault(erased, endOf(events))).toBeUndefined();
        expect(
          findChainFault(
            erased.map((event) => ({ ...event, words: '' })),
            endOf(events),
          ),
        ).toBeUndefined();
      }),
    );
  });

  it('shows the first line that was changed, dropped, swapped or cut off', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (events, pick) => {
        const at = pick % events.length;
        const end = endOf(events);
        const change = (patch: Partial<SealedEvent>) => events.map((event, index) => (index === at ? { ...event, ...patch } : event));
        const event = events[at] as SealedEvent;
        const faults = [
          change({ actor: { type: 'system', id: 'x' } }),
          change({ action: 'linked' }),
          change({ to: 'CLOSED' }),
          change({ data: { ...event.data, more: 1 } }),
          change({ at: new Date(event.at.getTime() + 1) }),
          change({ words: `${event.words ?? ''}.`, salt: event.salt ?? 's' }),
          // With its own hash made to fit, the next line or the end tells.
          change({ action: 'linked', hash: hashLine(event.prevHash, { ...event, action: 'linked' }) }),
          events.filter((_, index) => index !== at),
          events.slice(0, at),
          [...events.slice(0, at), ...events.slice(at + 1), event].slice(0, at === events.length - 1 ? -1 : undefined),
        ];
        for (const changed of faults) {
          const fault = findChainFault(changed, end);
          expect(fault).toBeDefined();
          expect([at + 1, at + 2]).toContain(fault?.seq);
        }
      }),
    );
  });

  it('does not tell equal words by equal digests', () => {
    const line: Line = { actor: CUSTOMER, action: 'added', data: {}, words: '好' };
    const [a, b] = sealLines([line, line], START, { lastSeq: 0, lastHash: '' });
    expect(a?.wordsDigest).not.toBe(b?.wordsDigest);
    expect(a?.salt).toHaveLength(26);
  });

  it('is whole where nothing was written', () => {
    expect(findChainFault([], { lastSeq: 0, lastHash: '' })).toBeUndefined();
    expect(findChainFault([], { lastSeq: 1, lastHash: 'x' })).toEqual({ seq: 1, fault: 'end' });
  });
});
