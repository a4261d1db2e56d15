import { readFileSync } from 'node:fs';
import { type Act, type Asked, BINDING } from '../core/acts.ts';
import { LOCALES, type Locale } from '../core/types.ts';
import { MODEL_DIRECTORY } from '../nlp/cli/paths.ts';
import { DEMO_OWN_FORMAT } from '../nlp/numbers/formats/own.ts';
import { openUnderstander } from '../nlp/open.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { percentile } from './statistics.ts';

/** A message in the light of what the bot had asked, with all that it does. */
interface Case {
  readonly locale: Locale;
  readonly asked: Asked;
  readonly text: string;
  readonly acts: readonly Act[];
  readonly value?: string;
}

const CASES = 'nlp/acts/development.jsonl';

/** How often all acts of a message are read, and what is wrong where it costs most. The cases were written by nobody who wrote training lines. */
export const reading: Benchmark = {
  name: 'reading',
  title: 'What messages do in the light of the open question',
  async run() {
    const cases = readCases();
    const understander = openUnderstander(MODEL_DIRECTORY, DEMO_OWN_FORMAT);
    const times: number[] = [];
    const reads = cases.map(({ text, locale, asked }) => {
      const understanding = understander.understand(text, { locale });
      const startedAt = performance.now();
      const read = understander.readActs(understanding, asked);
      times.push(performance.now() - startedAt);
      return read;
    });
    const isExact = (at: number): boolean => isSame(cases[at]?.acts ?? [], reads[at]?.acts ?? []);
    if (process.argv.includes('--wrong'))
      for (const [at, one] of cases.entries())
        if (!isExact(at)) console.log(`  ${one.asked} | ${one.text} | ${one.acts.join(' ')} → ${reads[at]?.acts.join(' ')}`);
    const count = (test: (one: Case, read: readonly Act[]) => boolean): number =>
      cases.filter((one, at) => test(one, reads[at]?.acts ?? [])).length;
    const told = count(({ acts }) => acts.includes('danger'));
    return [
      ...LOCALES.map((locale): Figure => {
        const own = [...cases.keys()].filter((at) => cases[at]?.locale === locale);
        const commonest = own.filter((at) => isSame(cases[at]?.acts ?? [], [USUAL[cases[at]?.asked ?? 'none']])).length;
        return {
          ...{ name: `all acts right, ${locale}`, value: own.filter(isExact).length / own.length, unit: '' },
          reference: { name: 'the usual answer to each question', value: commonest / own.length },
          goal: { of: 'value', is: 'at least', limit: 0.8 },
          note: `of ${own.length} messages`,
        };
      }),
      { name: 'F1 over acts', value: f1(cases, reads), unit: '', goal: { of: 'value', is: 'at least', limit: 0.88 } },
      {
        ...{ name: 'read as binding, and is not', value: count(isFalselyBinding) / cases.length, unit: '' },
        goal: { of: 'value', is: 'at most', limit: 0.005 },
        note: 'a yes, an acceptance or a cancellation that nobody meant',
      },
      {
        name: `danger missed, of ${told}`,
        value: count(({ acts }, read) => acts.includes('danger') && !read.includes('danger')),
        unit: 'messages',
      },
      {
        name: 'danger seen where there is none',
        value: count(({ acts }, read) => !acts.includes('danger') && read.includes('danger')),
        unit: 'messages',
      },
      { name: 'p50 of reading acts', value: percentile(times, 0.5), unit: 'ms', goal: { of: 'value', is: 'at most', limit: 0.4 } },
      { name: 'p99 of reading acts', value: percentile(times, 0.99), unit: 'ms', goal: { of: 'value', is: 'at most', limit: 4 } },
    ];
  },
};

/** What most customers do when this is asked. */
const USUAL: Readonly<Record<Asked, Act>> = {
  ...{ none: 'tell', yes_no: 'affirm', offer: 'accept', confirm: 'affirm', tracking_number: 'give', last_four: 'give', phone: 'give' },
  ...{ story: 'tell', wish: 'give', amount: 'give', files: 'deny', choice: 'give', satisfied: 'affirm', rating: 'give' },
};

export function readCases(): readonly Case[] {
  return readFileSync(CASES, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case);
}

const isSame = (a: readonly Act[], b: readonly Act[]): boolean => a.length === b.length && a.every((act) => b.includes(act));
const isFalselyBinding = ({ acts }: Case, read: readonly Act[]): boolean => read.some((act) => BINDING.has(act) && !acts.includes(act));

function f1(cases: readonly Case[], reads: readonly { readonly acts: readonly Act[] }[]): number {
  const right = cases.reduce((sum, { acts }, at) => sum + acts.filter((act) => reads[at]?.acts.includes(act)).length, 0);
  const [wanted, read] = [cases, reads].map((all) => all.reduce((sum, { acts }) => sum + acts.length, 0));
  return (2 * right) / ((wanted ?? 0) + (read ?? 0));
}
