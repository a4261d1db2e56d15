import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ASKED } from '../../core/acts.ts';
import { systemClock } from '../../core/clock.ts';
import { toLocale } from '../../core/i18n.ts';
import type { Entity, Understanding } from '../../core/types.ts';
import { findDates, warmDates } from '../dates.ts';
import type { Understander } from '../index.ts';
import { DEMO_OWN_FORMAT } from '../numbers/formats/own.ts';
import { openUnderstander } from '../open.ts';
import { blankOut } from '../values.ts';
import { MODEL_DIRECTORY } from './paths.ts';

/*
 * npm run --silent understand – JSON lines `{id, text, locale?, asked?, said?}` on stdin; for each, in order, one JSON line on stdout:
 * `{id, intent, confidence, locale, category?, entities, mood, decision, ranking, acts, value?}` or `{id?, error}`. Nothing else is written there.
 */
const inputSchema = z.object({
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  text: z.string(),
  locale: z.string().nullish(),
  asked: z.enum(ASKED).nullish(),
  said: z.string().nullish(),
});

function answer(line: string, understander: Understander): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { error: 'not JSON' }; // the reader of the output sees which line by its place
  }
  const input = inputSchema.safeParse(parsed);
  const id = typeof parsed === 'object' && parsed !== null && 'id' in parsed ? { id: parsed.id } : {};
  if (!input.success) return { ...id, error: 'needs {"id", "text": string, "locale"?: string}' };
  const understanding = understander.understand(input.data.text, { locale: toLocale(input.data.locale ?? undefined) });
  const { intent, confidence, locale, category, mood, decision, ranking } = understanding;
  const read = understander.readActs(understanding, input.data.asked ?? 'none');
  return {
    ...id,
    intent,
    confidence: round(confidence),
    locale,
    ...(category ? { category } : {}),
    entities: withDates(input.data.text, understanding),
    mood,
    decision,
    ranking: ranking.map((each) => ({ intent: each.intent, confidence: round(each.confidence) })),
    ...read,
  };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** No flow asks for a day yet: only here are dates read. They stand in no other entity: 2026 in a ticket number is no year. */
function withDates(text: string, { entities, locale }: Understanding): readonly Entity[] {
  const dates = findDates(blankOut(text, entities), locale, systemClock.now(), ZONE).map(toPlain);
  return [...entities.map(toPlain), ...dates].sort((a, b) => a.start - b.start);
}

/** The line has what every entity has; how a date was meant stays inside. */
function toPlain({ type, value, start, end }: Entity): Entity {
  return { type, value, start, end };
}

/** The demo company's; dates are read as a customer there means them. */
const ZONE = 'Asia/Shanghai';

for (const locale of ['zh-Hans', 'en'] as const) warmDates(locale, systemClock.now());
const directory = process.argv[2] ?? MODEL_DIRECTORY;
const understander = openUnderstander(directory, DEMO_OWN_FORMAT);
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue;
  // Waiting for a slow reader keeps memory flat on millions of lines.
  if (!process.stdout.write(`${JSON.stringify(answer(line, understander))}\n`)) {
    await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}
