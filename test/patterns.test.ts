import { beforeAll, describe, expect, it } from 'vitest';
import { collectComposed, collectLiterals, literalsOf, loadAll, type Pattern } from './patterns/collect.ts';
import { type Growth, judge } from './patterns/judge.ts';

/** What is judged polynomial and may stay, by how it begins: why its work is bounded all the same. */
const BOUNDED: readonly (readonly [string, string])[] = [
  ['\\B(?=(\\d{3})+$)', 'a sum of the report, at most 22 digits'],
  ['((?<!\\w)\\w{1,30}:\\/\\/', 'a run ends where the next address begins, which the judge does not see'],
  ['\\n(?:[ \\t]*\\n){2,}', 'three breaks match, so at most two lines of blanks are read twice'],
];

let patterns: readonly Pattern[] = [];
beforeAll(async () => {
  patterns = [...collectLiterals(), ...(await collectComposed(loadAll))];
}, 120_000);

const describeBad = (found: readonly Pattern[]): readonly string[] => {
  const judged = new Map<string, Growth>();
  return found.flatMap((pattern) => {
    const key = `/${pattern.source}/${pattern.flags}`;
    const growth = judged.get(key) ?? judge(pattern);
    judged.set(key, growth);
    const mayStay = growth === 'polynomial' && BOUNDED.some(([start]) => pattern.source.startsWith(start));
    return growth === 'linear' || mayStay ? [] : [`${growth} ${pattern.at} ${pattern.source}`];
  });
};

describe('patterns', () => {
  it('take time in proportion to the text, whatever it is', { timeout: 120_000 }, () => {
    expect(patterns.length).toBeGreaterThan(500);
    expect(describeBad(patterns)).toEqual([]);
  });

  it('that may stay are all still there', () => {
    for (const [start] of BOUNDED)
      expect(
        patterns.some(({ source }) => source.startsWith(start)),
        start,
      ).toBe(true);
  });

  it('are found where they are written and where they are put together', async () => {
    const text = "const a: RegExp = /x/u;\nconst b = f(1 / 2, '/no/', [/y+/g].length); // /no/\n";
    expect([...literalsOf(text, 'a.ts')].map(({ source, at }) => `${source} ${at}`).sort()).toEqual(['x a.ts:1', 'y+ a.ts:2']);
    const parts = ['la', 'lah?'];
    const [composed] = await collectComposed(() => new RegExp(`^(?: (?:${parts.join('|')}))+$`));
    expect(composed && describeBad([composed])[0]).toMatch(/^exponential test\/patterns\.test\.ts/);
  });
});

describe('a pattern is judged', () => {
  const cases: readonly (readonly [RegExp, Growth])[] = [
    // One text in two ways, each time round.
    [/^(?:a|a)+$/, 'exponential'],
    [/^(?:ab|a|b)*c/, 'exponential'],
    [/(?:x+)+y/, 'exponential'],
    [/(?:\s*x)*\s*(?:\s*y)*z/, 'polynomial'],
    [/^(?:啊[啊，]*)*x/, 'exponential'],
    [/^(?:(?:转|接|转接)(?:到|给)?)*人工$/, 'exponential'],
    [/(?= (?:can|can can)(?: |$))/, 'linear'],
    [/^(?:(?:can|can can)(?: |$))+$/i, 'exponential'],
    [/^(?:K|k)+$/i, 'exponential'],
    [/(?<=(?:a|aa)+)b/, 'exponential'],
    [/^(?:[\d-]?\d){4,}$/, 'exponential'],
    [/^(?:a|aa){0,30}$/, 'exponential'],
    [/^(?:\p{L}|\p{Script=Han})+$/u, 'exponential'],
    [/^(?:a|b|cd)*$/, 'linear'],
    // A run that is begun anew at each of its characters, or shared by two loops.
    [/\s+$/, 'polynomial'],
    [/\d+x/, 'polynomial'],
    [/^a*a*$/, 'polynomial'],
    [/^.*x.*y$/, 'polynomial'],
    [/(?<!\s)\s+$/, 'linear'],
    [/\s+/g, 'linear'],
    [/^\s+x/, 'linear'],
    [/\b\w+x/, 'linear'],
    [/\d{1,12}x/, 'linear'],
    [/x(?=.*y)/, 'polynomial'],
    [/^a*b*$/, 'linear'],
  ];
  it.each(cases)('%s: %s', (pattern, growth) => {
    expect(judge(pattern)).toBe(growth);
  });

  it('unknown when it is not understood', () => {
    expect(judge({ source: '(?:[a-z]{1,40}){40}{1,40}[z', flags: '' })).toBe('unknown');
  });
});
