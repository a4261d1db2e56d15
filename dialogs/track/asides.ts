import { does } from '../reading.ts';
import { texts as anyTime, intentTitles } from '../texts.ts';
import { button, type Turn } from '../turn.ts';
import { asksInParticular, type Focus, focusOf } from './focus.ts';
import { describeBriefly, describeParticular } from './particulars.ts';
import { pickMarked } from './slots.ts';
import { viewOf } from './view.ts';

/** Of no parcel in particular, or more than a sentence. */
const NO_ASIDE: ReadonlySet<Focus> = new Set(['days', 'route', 'anger', 'trace', 'original', 'hurry', 'remedy']);

/** Where it is, when it comes, why it is late, who signed: of the parcel that is spoken of anyway, in a sentence, without its card. */
export async function answerAside(turn: Turn): Promise<boolean> {
  const { text, intent, decision, numbers } = turn.understanding;
  const number = pickMarked(turn) ?? turn.memory.recent[0];
  if (!number || numbers.length > 0 || !does(turn, 'ask')) return false;
  const isAboutParcels = decision === 'act' && (intent === 'track_shipment' || intent === 'delivery_time_estimate');
  const focus = asksInParticular(text) ?? (isAboutParcels ? focusOf(text, intent) : undefined);
  const { lastOf } = turn.flows;
  // How it stands with the case that was spoken of, not with the parcel.
  if (focus === 'status' && lastOf('complaint_status') && !lastOf('complaint_status')?.isPast) return false;
  const shipment = focus && !NO_ASIDE.has(focus) ? await turn.services.shipments.find(number) : undefined;
  if (!focus || !shipment) return false;
  const view = viewOf(turn, shipment);
  const words = describeParticular(focus, shipment, view) ?? describeBriefly(focus, shipment, view);
  // Where the words speak of it.
  const followUp = button(turn, anyTime.followUp, intentTitles.human_agent);
  await turn.reply(words, { buttons: words.includes(followUp.title) ? [followUp] : [] });
  return true;
}
