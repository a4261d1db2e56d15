import type { Button } from '../../core/types.ts';
import { does } from '../reading.ts';
import { texts as anyTime, intentTitles } from '../texts.ts';
import { button, type Turn } from '../turn.ts';
import { type Focus, focusOf, isGeneral, parcelTopics } from './focus.ts';
import { describeBriefly, describeParticular } from './particulars.ts';
import { pickMarked } from './slots.ts';
import { viewOf } from './view.ts';

/** More than a sentence, or a wish rather than a question. */
const NO_ASIDE: ReadonlySet<Focus> = new Set(['anger', 'trace', 'original', 'urge', 'remedy']);

/** What is asked of the parcel that is spoken of anyway, in a sentence or two for each question, without its card. */
export async function answerAside(turn: Turn): Promise<boolean> {
  const { intent, decision, numbers } = turn.understanding;
  const number = pickMarked(turn) ?? turn.memory.recent[0];
  if (!number || numbers.length > 0 || !does(turn, 'ask')) return false;
  const isAboutParcels = decision === 'act' && (intent === 'track_shipment' || intent === 'delivery_time_estimate');
  const asked = parcelTopics(turn);
  // What is asked of a case is no question about the parcel, whatever it resembles.
  const isOther = asked.length === 0 && turn.acts('none').topics.length > 0;
  const foci = (asked.length > 0 ? asked : isAboutParcels && !isOther ? [focusOf(turn, intent)] : []).filter(
    (focus) => !NO_ASIDE.has(focus) && !isGeneral(focus),
  );
  const { lastOf } = turn.flows;
  // How it stands with the case that was spoken of, not with the parcel.
  if (foci[0] === 'status' && lastOf('complaint_status') && !lastOf('complaint_status')?.isPast) return false;
  const shipment = foci.length > 0 ? await turn.services.shipments.find(number) : undefined;
  if (!shipment) return false;
  const view = viewOf(turn, shipment);
  const told = foci.map((focus) => describeParticular(focus, shipment, view) ?? describeBriefly(focus, shipment, view));
  const words = joinAnswers(...told);
  await turn.reply(words, { buttons: withNamed(turn, words, []) });
  return true;
}

/** Answers to several questions, nothing said twice. */
export function joinAnswers(...answers: readonly string[]): string {
  const lines = answers.flatMap((answer) => answer.split('\n')).filter(Boolean);
  return lines.filter((line, at) => !lines.slice(0, at).some((before) => before.includes(line))).join('\n');
}

/** The buttons that an answer's words speak of, before those that stand there anyway. */
export function withNamed(turn: Turn, words: string, buttons: readonly Button[]): readonly Button[] {
  const all = [
    button(turn, anyTime.followUp, intentTitles.human_agent),
    button(turn, intentTitles.change_delivery),
    button(turn, intentTitles.complaint),
  ];
  const named = all.filter(({ title }) => words.includes(title) && buttons.every((other) => other.title !== title));
  return [...named, ...buttons];
}
