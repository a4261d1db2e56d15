import { expect, it } from 'vitest';
import type { Outcome } from '../../bench/report.ts';
import { writeReport } from '../../bench/report.ts';

const measured = (name: string, value: number): Outcome => ({
  name,
  title: `Title of ${name}`,
  figures: [{ name: 'speed', value, unit: 'ms' }],
});
const skipped = (name: string): Outcome => ({ name, title: `Title of ${name}`, figures: [], skipped: 'no data' });
const MONDAY = new Date('2026-11-23T10:00:00Z');
const TUESDAY = new Date('2026-11-24T11:00:00Z');

it('keeps what was measured earlier, with its day, where a run leaves it out', () => {
  const first = writeReport([measured('one', 1), measured('two', 2)], MONDAY, '');
  const second = writeReport([skipped('one'), measured('two', 3)], TUESDAY, first);
  expect(second).toContain('| speed | 1.00 ms |');
  expect(second).toContain('| speed | 3.00 ms |');
  expect(second).not.toContain('2.00 ms');
  expect(second.match(/Measured 2026-11-2\d \d\d:\d\d UTC/g)).toEqual(['Measured 2026-11-23 10:00 UTC', 'Measured 2026-11-24 11:00 UTC']);
  expect(writeReport([skipped('one'), skipped('two')], TUESDAY, second)).toBe(second);
});

it('says why where there is nothing to keep', () => {
  const first = writeReport([skipped('one')], MONDAY, '');
  expect(first).toContain('Not run: no data.');
  expect(writeReport([{ ...skipped('one'), skipped: 'not now' }], TUESDAY, first)).toContain('Not run: not now.');
});
