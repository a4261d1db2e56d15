import { describe, expect, it } from 'vitest';
import type { Intent } from '../../core/types.ts';
import { type AnyFlow, defineFlow, type OpenMatters } from '../../dialogs/flow.ts';
import { defineMemory } from '../../dialogs/memory.ts';
import { createRouter } from '../../dialogs/router.ts';
import { type AllFlows, readMemory, type Turn } from '../../dialogs/turn.ts';

interface Heard {
  heard: readonly string[];
}

const heardIn = (id: string) => defineMemory<Heard>(id, (stored) => ({ heard: stored?.heard ?? [] }));

/** A flow of one intent that remembers what it hears, and has open what it heard of itself. `asked`: who was asked, in order. */
function flowOf(id: string, intent: Intent, asked: string[], more: Partial<OpenMatters> = {}): AnyFlow {
  const memory = heardIn(id);
  return defineFlow<object>({
    ...{ id, intents: [intent], begin: () => ({}), steps: [], memory },
    hears(turn, { about, reference }) {
      memory.of(turn).heard = [...memory.of(turn).heard, `${about} ${reference}`];
    },
    open: {
      isKnown: (turn) => memory.of(turn).heard.some((what) => what.startsWith(intent)),
      async describe() {
        asked.push(id);
        return `${id} is open`;
      },
      ...more,
    },
    async adopts({ wishText }) {
      asked.push(id);
      return wishText === id;
    },
  });
}

function setUp(more: Partial<Turn> = {}) {
  const asked: string[] = [];
  const first: Partial<OpenMatters> = {
    comesFirst: ['invoice'],
    last: (turn) => ({ about: 'invoice', reference: heardIn('bills').of(turn).heard.at(-1) ?? '', kind: 'heard' }),
    tell: async ({ wishText }) => wishText === 'bills',
  };
  const flows = [flowOf('bills', 'invoice', asked, first), flowOf('prices', 'price_quote', asked)];
  const router = createRouter(flows);
  const turn = { memory: router.readMemory({}), wishText: '', ...more } as Turn;
  const all: AllFlows = router.flowsOf(() => turn);
  return { all, asked, turn };
}

describe('the flows together', () => {
  it('each hear what one of them did, and keep it in their own part', () => {
    const { all, turn } = setUp();
    all.tell({ about: 'invoice', reference: 'B-1', kind: 'opened' });
    expect(turn.memory.flows).toEqual({ bills: { heard: ['invoice B-1'] }, prices: { heard: ['invoice B-1'] } });
  });

  it('have open what the flow of an intent has, or any of them', () => {
    const { all } = setUp();
    expect([all.hasOpen(), all.comesFirst()]).toEqual([false, []]);
    all.tell({ about: 'price_quote', reference: 'P-1', kind: 'opened' });
    expect([all.hasOpen(), all.hasOpen('invoice'), all.hasOpen('price_quote'), all.hasOpen('greet')]).toEqual([true, false, true, false]);
    expect(all.comesFirst()).toEqual([]);
    all.tell({ about: 'invoice', reference: 'B-1', kind: 'opened' });
    expect(all.comesFirst()).toEqual(['invoice']);
    expect(all.lastOf('invoice')).toMatchObject({ reference: 'invoice B-1' });
    expect(all.lastOf('price_quote')).toBeUndefined();
  });

  it('say what is open, what comes first last, and go to the store only where something may be', async () => {
    const { all, asked } = setUp();
    expect(await all.describeOpen()).toEqual([]);
    all.tell({ about: 'price_quote', reference: 'P-1', kind: 'opened' });
    expect(await all.describeOpen()).toEqual(['prices is open']);
    expect(asked).toEqual(['prices']);
    expect(await setUp({ customer: { id: 'c' } }).all.describeOpen()).toEqual(['prices is open', 'bills is open']);
  });

  it('tell how it stands where something is open', async () => {
    const { all } = setUp({ wishText: 'bills' });
    expect(await all.tellOpen()).toBe(false);
    all.tell({ about: 'invoice', reference: 'B-1', kind: 'opened' });
    expect(await all.tellOpen()).toBe(true);
  });

  it('are asked in their order who adopts a message, until one does', async () => {
    for (const [wishText, who, isAdopted] of [
      ['bills', ['bills'], true],
      ['prices', ['bills', 'prices'], true],
      ['else', ['bills', 'prices'], false],
    ] as const) {
      const { all, asked } = setUp({ wishText });
      expect(await all.adopt()).toBe(isAdopted);
      expect(asked).toEqual(who);
    }
  });
});

describe('a flow’s memory', () => {
  it('stands under the flow’s id and no other', () => {
    expect(() => createRouter([{ ...flowOf('bills', 'invoice', []), memory: heardIn('prices') }])).toThrow(/bills.*prices/);
  });

  it('begins empty in a conversation that was read without it, and is kept where it is not known', () => {
    expect(heardIn('bills').of({ memory: readMemory({}) })).toEqual({ heard: [] });
    expect(readMemory({ flows: { bills: { heard: ['x'] } } }).flows).toEqual({ bills: { heard: ['x'] } });
  });

  it('is changed outside a turn without touching anything else', () => {
    const state = { misses: 1, hasElse: true, flows: { prices: { heard: ['p'] }, bills: { heard: ['b'] } } };
    const changed = heardIn('bills').change(state, { heard: ['c'] });
    expect(changed).toEqual({ ...state, flows: { prices: { heard: ['p'] }, bills: { heard: ['c'] } } });
    expect(state.flows.bills).toEqual({ heard: ['b'] });
  });
});
