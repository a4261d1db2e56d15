import { findCode } from '../../../core/maskCodes.ts';
import { maskTraceText } from '../../../core/masking.ts';
import { remember } from '../../../core/remember.ts';
import type { Shipment, StatusReason, TrackingEvent } from '../types.ts';
import type { Paper, Phrase, Slot } from './phrase.ts';
import { type Part, readPhrases } from './read.ts';
import { ownerOf, papersIn, type Slots } from './slots.ts';
import { LEFT } from './waiting.ts';
import { toCount } from './when.ts';

/** What a scan says of why, and how it says it is in a text. */
export type Said = Extract<Part, { readonly phrase: Phrase }>;

/** Papers that are asked for, and of whom, where that is said. `other_papers` alone: no scan names them. */
export interface Demand {
  readonly papers: readonly Paper[];
  readonly from?: 'recipient' | 'sender';
}

/** Why a parcel stands still or is late, as its scans say it. Nothing in it is anybody's: no names, contacts, codes or places. */
export interface Account {
  readonly reason: StatusReason;
  /** Each cause, and what is told beside it, as the scan words them; demands for papers are in `demands`. */
  readonly said: readonly Said[];
  readonly demands: readonly Demand[];
  /** Given up for lost or destroyed: nobody searches any more. */
  readonly isFinal: boolean;
  /** Destroyed because a party wanted it so. */
  readonly isWanted: boolean;
  readonly event: TrackingEvent;
}

/** What was scanned longer ago explains nothing any more. */
const LATEST = 12;

/** The newest scan that says why; undefined when none of the latest does, or what customs waited for has come since. */
export function accountOf({ events }: Shipment): Account | undefined {
  let isSettled = false;
  for (const event of events.slice(0, LATEST)) {
    const { why, settles } = readOnce(event.text);
    if (why && !(isSettled && why.reason.startsWith('customs_'))) return { ...why, event };
    isSettled ||= settles;
  }
  return undefined;
}

/** The same where nothing was scanned since: it tells how the parcel stands. */
export function currentAccountOf(shipment: Shipment): Account | undefined {
  const account = accountOf(shipment);
  const since = shipment.lastScan?.occurredAt.getTime() ?? 0;
  return account && account.event.occurredAt.getTime() >= since ? account : undefined;
}

/** The clauses of a carrier's text that are not understood, in its own words, masked as its recipient may see them; for nobody else. */
export function wordsLeftOf(text: string): readonly string[] {
  return readPhrases(forRecipient(text)).flatMap((part) => ('original' in part ? [part.original] : []));
}

interface Read {
  readonly why?: Omit<Account, 'event'>;
  readonly settles: boolean;
}

const readOnce: (text: string) => Read = remember(readAccount);

function readAccount(text: string): Read {
  const parts = readPhrases(forRecipient(text)).filter(isSaid);
  const settles = parts.some(({ phrase }) => phrase.isSettled === true);
  const causes = parts.filter(({ phrase }) => phrase.reason !== undefined);
  const isFinal = causes.some(({ phrase }) => phrase.isFinal === true);
  const [first] = isFinal ? causes.filter(({ phrase }) => phrase.isFinal) : causes;
  if (first?.phrase.reason === undefined) return { settles };
  const told = parts.filter(({ phrase, slots }) => (phrase.reason !== undefined || phrase.isBeside) && !isDemand(phrase, slots));
  return {
    settles,
    why: {
      reason: first.phrase.reason,
      said: told.map(({ phrase, slots }) => ({ phrase, slots: nobodys(slots) })),
      demands: demandsIn(causes),
      isFinal,
      isWanted: parts.some(({ phrase }) => phrase.isWanted === true),
    },
  };
}

/** Codes and places may be read: only what is listed in an account leaves. */
const forRecipient: (text: string) => string = remember((text) => maskTraceText(text, { isRecipient: true }));

const nobodys = ({ amount, count, when }: Slots): Slots => ({ ...(amount && { amount }), ...(count && { count }), ...(when && { when }) });

const isDemand = ({ from, reason }: Phrase, { papers }: Slots): boolean =>
  papers !== undefined || (from !== undefined && reason === 'customs_documentation');

/** What is asked for, party by party: who is named without papers has to send those named before. */
function demandsIn(causes: readonly Said[]): readonly Demand[] {
  const demands: { papers: Paper[]; from?: 'recipient' | 'sender' }[] = [];
  for (const { phrase, slots } of causes) {
    if (!isDemand(phrase, slots)) continue;
    const papers = papersIn(slots.papers ?? '');
    // Nobody but the recipient can register as who they are.
    const isPersonal = papers.length > 0 && papers.every((paper) => paper === 'real_name');
    const from = phrase.from ?? ownerOf(slots.papers ?? '') ?? (isPersonal ? 'recipient' : undefined);
    if (slots.papers !== undefined) {
      const last = demands.find((demand) => demand.from === from);
      if (last) last.papers.push(...papers);
      else demands.push({ papers: [...papers], ...(from && { from }) });
      continue;
    }
    for (const demand of demands) if (from) demand.from ??= from;
    if (demands.length === 0 && from) demands.push({ papers: [], from });
  }
  const named = demands.map(({ papers, from }) => ({
    papers: [...new Set(papers)].filter((paper) => paper !== 'other_papers'),
    ...(from && { from }),
  }));
  const isNamed = named.some(({ papers }) => papers.length > 0);
  return isNamed ? named.filter(({ papers }) => papers.length > 0) : named.map((demand) => ({ ...demand, papers: ['other_papers'] }));
}

/** Until when a waiting parcel is kept, as its scan says it: a day or hour, or so many days or hours from that scan. */
export interface Keeping {
  readonly when?: string;
  readonly days?: number;
  readonly hours?: number;
  /** Days that cost nothing; it may be kept for longer. */
  readonly isFree: boolean;
  readonly event: TrackingEvent;
}

export function keptUntil({ events }: Shipment): Keeping | undefined {
  for (const event of events.slice(0, LATEST).filter(({ status }) => status === 'READY_FOR_PICKUP')) {
    const parts = readPhrases(forRecipient(event.text)).filter(isSaid);
    const slot = (name: Slot, about: Phrase['about']): Said | undefined =>
      parts.find(({ phrase, slots }) => phrase.about === about && slots[name] !== undefined);
    const [until, days, hours] = [slot('when', 'collection'), slot('count', 'collection'), slot('count', 'collection_hours')];
    const when = until?.slots.when;
    const [dayCount, hourCount] = [days, hours].map((part) => Number(toCount(part?.slots.count ?? '')) || undefined);
    if (when || dayCount || hourCount)
      return {
        ...(when && { when }),
        ...(dayCount && { days: dayCount }),
        ...(hourCount && { hours: hourCount }),
        isFree: !when && (days ?? hours)?.phrase.isFree === true,
        event,
      };
  }
  return undefined;
}

/** The day the carrier itself names for the delivery, by the newest scan or a note after it; `isBy`: at the latest. */
export function saidArrivalOf({
  events,
  lastScan,
}: Shipment): { readonly when: string; readonly isBy: boolean; readonly event: TrackingEvent } | undefined {
  const since = lastScan?.occurredAt.getTime() ?? 0;
  for (const event of events.slice(0, LATEST)) {
    if (event.occurredAt.getTime() < since) return undefined;
    const found = readPhrases(forRecipient(event.text)).find(
      (part): part is Said => isSaid(part) && part.phrase.about === 'arrival' && part.slots.when !== undefined,
    );
    if (found?.slots.when) return { when: found.slots.when, isBy: found.phrase.isBy === true, event };
  }
  return undefined;
}

/** Where a waiting parcel lies, as its scan writes it, for its recipient alone. */
export function pointOf({ events }: Shipment): string | undefined {
  for (const event of events.slice(0, LATEST).filter(({ status }) => status === 'READY_FOR_PICKUP')) {
    const found = readPhrases(forRecipient(event.text)).find((part): part is Said => isSaid(part) && part.slots.point !== undefined);
    if (found) return found.slots.point;
  }
  return undefined;
}

/** Where a parcel was left, as its scan writes it. */
export function leftAtOf({ text }: TrackingEvent): string | undefined {
  const found = readPhrases(forRecipient(text)).find((part): part is Said => isSaid(part) && part.phrase === LEFT);
  return found?.slots.point;
}

/**
 * The code that hands a waiting parcel out, with the text that tells it; undefined where no scan has one. What is to be shown to a
 * courier is none.
 */
export function pickupCodeOf({ events }: Shipment): { readonly code: string; readonly event: TrackingEvent } | undefined {
  for (const event of events) {
    const code = event.status === 'READY_FOR_PICKUP' && !FOR_COURIER.test(event.text) ? findCode(event.text) : undefined;
    if (code) return { code, event };
  }
  return undefined;
}

const FOR_COURIER =
  /(?:出示|提供|告知|告诉|告訴)(?:给|給)?(?:快递员|快遞員|派件员|派件員|派送员|派送員|配送员|配送員|投递员|投遞員|收派员|收派員|外送员|外送員)|\b(?:show|give|tell)\b[^.;]{0,24}\b(?:courier|driver)/i;

const isSaid = (part: Part): part is Said => 'phrase' in part;
