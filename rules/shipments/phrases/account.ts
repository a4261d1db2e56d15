import { maskTraceText } from '../../../core/masking.ts';
import type { Text } from '../../../core/types.ts';
import type { Shipment, StatusReason, TrackingEvent } from '../types.ts';
import type { Paper, Phrase, Slot } from './phrase.ts';
import { type Part, readPhrases } from './read.ts';
import { papersIn } from './slots.ts';
import { toCount } from './when.ts';

/** Why a parcel stands still or is late, as its scans say it. Nothing in it is anybody's: no names, contacts, codes or places. */
export interface Account {
  readonly reason: StatusReason;
  /** Each cause, with its own words where they say more than the reason does. */
  readonly causes: readonly { readonly reason: StatusReason; readonly text?: Text }[];
  readonly papers: readonly Paper[];
  /** Who is to send the papers, where that is said. */
  readonly from?: 'recipient' | 'sender';
  /** Given up for lost or destroyed: nobody searches any more. */
  readonly isFinal: boolean;
  readonly event: TrackingEvent;
}

/** What was scanned longer ago explains nothing any more. */
const LATEST = 12;

/** The newest scan that says why; undefined when none of the latest does. */
export function accountOf({ events }: Shipment): Account | undefined {
  for (const event of events.slice(0, LATEST)) {
    const said = saidIn(event.text);
    if (said) return { ...said, event };
  }
  return undefined;
}

type Said = Omit<Account, 'event'>;

/** Reading takes some tenths of a millisecond, and text and card of an answer ask for the same: what was read is kept. */
const read = new Map<string, Said | undefined>();
/** Past it all are forgotten: about a megabyte. */
const MOST_READ = 2000;

function saidIn(text: string): Said | undefined {
  if (read.has(text)) return read.get(text);
  if (read.size >= MOST_READ) read.clear();
  const said = readAccount(text);
  read.set(text, said);
  return said;
}

function readAccount(text: string): Said | undefined {
  // Codes and places may be read: only what is listed here leaves.
  const parts = readPhrases(maskTraceText(text, { isRecipient: true })).filter(isPhrase);
  const because = parts.filter(({ phrase }) => phrase.reason !== undefined);
  const isFinal = because.some(({ phrase }) => phrase.isFinal === true);
  const [first] = isFinal ? because.filter(({ phrase }) => phrase.isFinal) : because;
  if (first?.phrase.reason === undefined) return undefined;
  const papers = [...new Set(because.flatMap(({ slots }) => papersIn(slots.papers ?? '')))];
  const named = papers.filter((paper) => paper !== 'other_papers');
  const from = because.find(({ phrase }) => phrase.from !== undefined)?.phrase.from;
  const causes = new Map(because.map(({ phrase }) => [phrase.isOwn ? phrase.text.en : phrase.reason, toCause(phrase)]));
  return {
    reason: first.phrase.reason,
    causes: [...causes.values()],
    papers: named,
    ...(from && { from }),
    isFinal,
  };
}

const toCause = ({ reason = 'unknown', text, isOwn }: Phrase): Account['causes'][number] => (isOwn ? { reason, text } : { reason });

/** Until when a waiting parcel is kept, as its scan says it: a day, or so many days from that scan. */
export function keptUntil({ events }: Shipment): { readonly when?: string; readonly days?: string; readonly since: Date } | undefined {
  const waiting = events.find(({ status }) => status === 'READY_FOR_PICKUP');
  if (!waiting) return undefined;
  const parts = readPhrases(maskTraceText(waiting.text, { isRecipient: true })).filter(isPhrase);
  const slot = (name: Slot, about: RegExp): string | undefined =>
    parts.find(({ phrase, slots }) => slots[name] !== undefined && about.test(phrase.text.en))?.slots[name];
  const [when, days] = [slot('when', /^collect it by/), slot('count', /^collect it within/)];
  return when || days ? { ...(when && { when }), ...(days && { days: toCount(days) }), since: waiting.occurredAt } : undefined;
}

const isPhrase = (part: Part): part is Extract<Part, { phrase: unknown }> => 'phrase' in part;
