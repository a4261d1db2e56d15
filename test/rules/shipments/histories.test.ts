import { expect, it } from 'vitest';
import { deriveOurs, PROPERTIES } from '../../../bench/facts.ts';
import { generateHistories } from '../../../bench/histories.ts';

/** Another seed than the benchmark's. */
const HISTORIES = generateHistories(1500, 7);

it.each(PROPERTIES)('whatever happened to a parcel, %s', (_name, holds) => {
  expect(HISTORIES.filter((history) => !holds(deriveOurs, history)).map((history) => JSON.stringify(history))).toEqual([]);
});
