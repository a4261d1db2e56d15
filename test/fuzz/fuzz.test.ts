import { afterAll, expect, it } from 'vitest';
import { collectGarbage } from '../../bench/inspector.ts';
import { createRandom } from '../../prisma/demo/random.ts';
import { call } from '../process/client.ts';
import { cleanUp, type Product, startProduct } from '../process/product.ts';
import { api } from './api.ts';
import { bytes } from './bytes.ts';
import type { Campaign, Finding } from './campaign.ts';
import { directline } from './directline.ts';
import { talk } from './talk.ts';
import { uploads } from './uploads.ts';

/** FUZZ_MINUTES=10 is a whole run; one is repeated by FUZZ_SEED, narrowed by FUZZ_ONLY=talk,bytes. */
const MINUTES = Number(process.env.FUZZ_MINUTES ?? 1);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const MANY = String(1_000_000_000);
/** The limits are tested elsewhere: here everything is meant to get through. */
const NO_LIMITS = Object.fromEntries(
  ['MESSAGES_PER_MINUTE', 'NUMBERS_PER_HOUR', 'UPLOADS_PER_HOUR', 'STORAGE_MB_PER_DAY', 'ALL_STORAGE_MB_PER_DAY', 'CHATS_PER_HOUR'].map(
    (name) => [`LIMIT_${name}`, name.includes('STORAGE') ? '100000000' : MANY],
  ),
);
const CAMPAIGNS: Readonly<Record<string, Campaign>> = { bytes, api, uploads, directline, talk };
const MOST_FINDINGS = 20;
/** What a process may hold more at the end than when it was warm; lists of numbers and buckets fill up first. */
const GROWTH_BYTES = 64 * 2 ** 20;
/** Node's inspector on a free port, for collecting the product's garbage before it is weighed. */
const INSPECTED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

afterAll(cleanUp);

it('serves on, answers no fault, freezes on nothing and does not grow, whatever is sent to it', {
  timeout: (MINUTES + 3) * 60_000,
}, async () => {
  const product = await startProduct({ env: { LOG_LEVEL: 'error', ...NO_LIMITS, ...INSPECTED } });
  const findings: Finding[] = [];
  const tries: Record<string, number> = {};
  const heaps: number[] = [];
  // Slices in turn rather than all at once: what a turn takes is measured, and the next campaign begins on what the last left behind.
  const names = Object.keys(CAMPAIGNS).filter((name) => (process.env.FUZZ_ONLY ?? name).includes(name));
  const slices = names.length * Math.max(1, Math.round(MINUTES));
  for (let slice = 0; slice < slices; slice++) {
    const name = names[slice % names.length]!;
    const report = (what: string, input: unknown): void =>
      void findings.push({ campaign: name, what, input: JSON.stringify(input).slice(0, 3000) });
    let sent: unknown;
    const sending = (input: unknown): void => {
      sent = input;
    };
    const attempt = await CAMPAIGNS[name]!({ product, random: createRandom(SEED * 1000 + slice), sending, report });
    const until = performance.now() + (MINUTES * 60_000) / slices;
    while (performance.now() < until && findings.length < MOST_FINDINGS) {
      await attempt().catch((error: unknown) => report(`nothing came back: ${String((error as Error).cause ?? error)}`, sent));
      if (product.hasEnded()) report(`the product ended: ${product.output().slice(-2000)}`, sent);
      expect(product.hasEnded(), JSON.stringify(findings, null, 2)).toBe(false);
      tries[name] = (tries[name] ?? 0) + 1;
    }
    heaps.push(await heldBytes(product));
  }
  console.log(
    `seed ${SEED}, ${MINUTES} min: ${JSON.stringify(tries)}, heap ${heaps.map((heap) => Math.round(heap / 2 ** 20)).join(' ')} MB`,
  );
  expect(findings).toEqual([]);
  expect(product.output()).not.toMatch(/"level":[56]0/);
  // After the first round of all campaigns what is kept by design is there; with one round alone, after the first campaign.
  expect((heaps.at(-1) ?? 0) - (heaps[slices > names.length ? names.length - 1 : 0] ?? 0)).toBeLessThan(GROWTH_BYTES);
  expect((await call(`${product.url}/readyz`, 'GET')).status).toBe(200);
  expect(await product.stop()).toBe(0);
});

/** What the product keeps when all that it needs no more is gone. */
async function heldBytes(product: Product): Promise<number> {
  const inspector = /^Debugger listening on (ws:\S+)/m.exec(product.output())?.[1];
  if (inspector === undefined) throw new Error(`the product printed no inspector: ${product.output()}`);
  await collectGarbage(inspector);
  const { text } = await call(`${product.url}/metrics`, 'GET');
  const figure = (name: string): number => Number(new RegExp(`^\\w*${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  return figure('nodejs_heap_size_used_bytes') + figure('nodejs_external_memory_bytes');
}
