import { formatInstant, say } from '../../core/i18n.ts';
import { formatMoney } from '../../core/money.ts';
import type { Button, Locale, Reply, Text } from '../../core/types.ts';
import type { ComplaintNoticeKind } from '../../rules/complaints/codes.ts';
import type { ComplaintNotice } from '../../rules/complaints/types.ts';
import type { StoredState } from '../memory.ts';
import { intentTitles } from '../texts.ts';
import { caseMemory } from './memory.ts';
import { noticeTexts } from './noticeTexts.ts';
import { texts } from './texts.ts';

/** What a customer may answer with one press; the words carry the reference, so that they mean the same at any time. */
const BUTTONS: Readonly<Partial<Record<ComplaintNoticeKind, readonly Text[]>>> = {
  proposed: [texts.accept, texts.refuse],
  resolved: [texts.satisfied, texts.unsolved],
  closed: [texts.reopen],
  closed_no_reply: [texts.reopen],
};

/**
 * What the customer reads of a change to their ticket, unasked: first what happened, then what they may do. `locale` is the
 * conversation's, the words within it are as the colleague wrote them. Pure.
 */
export function composeNotice(
  notice: ComplaintNotice,
  locale: Locale,
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): Reply {
  const { kind, reference, words = '', amount, dueAt, trackingNumber } = notice;
  // Told late, after an outage, an instant of the past promises nothing.
  const due = dueAt && new Date(dueAt) > now ? formatInstant(new Date(dueAt), locale, timeZone, now) : '';
  const values = { reference, words, due, parcel: trackingNumber ? say(texts.parcel, locale, { number: trackingNumber }) : '' };
  const sum = kind === 'proposed' && amount && !words.includes(formatMoney(amount, locale)) ? formatMoney(amount, locale) : '';
  const { head, tail, byThen } = noticeTexts[kind];
  const lines = [
    say(head, locale, values),
    // Another ticket's reference stands in the head.
    kind === 'merged' ? '' : words,
    sum && say(noticeTexts.amount, locale, { amount: sum }),
    due && byThen ? say(byThen, locale, values) : '',
    tail ? say(tail, locale, values) : '',
  ];
  const buttons = [...buttonsOf(kind, reference, locale), ...(kind === 'late' ? [human(locale)] : [])];
  return { text: lines.filter(Boolean).join('\n'), locale, ...(buttons.length > 0 ? { buttons } : {}) };
}

/** What the store holds of the conversation, once the customer was told: what they answer is then known to be about that. */
export function keepNotice(state: StoredState, { reference, kind }: ComplaintNotice, now: Date): StoredState {
  const noticed = { reference, kind, atMs: now.getTime() };
  // Also where the release before reads it: beside that one, "accept" must mean the same offer at both.
  return { ...caseMemory.change(state, { noticed }), noticed };
}

function buttonsOf(kind: ComplaintNoticeKind, reference: string, locale: Locale): readonly Button[] {
  return (BUTTONS[kind] ?? []).map((title) => ({ title: title[locale], value: `${title[locale]} ${reference}` }));
}

const human = (locale: Locale): Button => ({ title: intentTitles.human_agent[locale], value: intentTitles.human_agent[locale] });
