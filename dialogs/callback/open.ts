import { formatDay, say } from '../../core/i18n.ts';
import type { Text } from '../../core/types.ts';
import type { OpenCallback } from '../../rules/callbacks/types.ts';
import { changeRequest, findOpen } from '../callRequests.ts';
import { caseTopics, OF_CALLS } from '../caseQuestions.ts';
import type { OpenMatters } from '../flow.ts';
import { readBack } from '../phones.ts';
import { does } from '../reading.ts';
import type { Turn } from '../turn.ts';
import { callbackMemory } from './memory.ts';
import { texts } from './texts.ts';

/** The call-back requests of this conversation or customer. */
export const openRequests: OpenMatters = {
  isKnown,
  async describe(turn) {
    const open = await findOpen(turn);
    return open && say(texts.stillOpen, turn.locale, { reference: open.reference, day: dayOf(turn, open) });
  },
  async tell(turn) {
    const open = await findOpen(turn);
    if (!open) return false;
    const isNamed = REFERENCE.test(turn.understanding.text) && !withdraws(turn) && !does(turn, 'cancel', 'none');
    if (asksWhenCalled(turn) || isNamed) {
      await describeCall(turn, open);
      return true;
    }
    const cancelled = await changeRequest(turn, open, { isCancelled: true });
    if (cancelled) await turn.reply(texts.cancelledCall, { values: { reference: open.reference } });
    return cancelled !== undefined;
  },
};

/** No hour was promised, so none is named. */
function describeCall(turn: Turn, open: OpenCallback): Promise<void> {
  const { reference, phone, note } = open;
  const values = { reference, day: dayOf(turn, open), phone: readBack(phone, turn.locale), note: shorten(note) };
  return turn.reply(texts.whenCalled, { values });
}

/** When the call comes, of one that waits; false without one. */
export async function answerWhenCalled(turn: Turn): Promise<boolean> {
  const open = isKnown(turn) && asksWhenCalled(turn) ? await findOpen(turn) : undefined;
  if (open) await describeCall(turn, open);
  return open !== undefined;
}

function isKnown(turn: Turn): boolean {
  return callbackMemory.of(turn).hasCallback === true;
}

const LONGEST_SHOWN = 300;

const shorten = (note: string): string => (note.length > LONGEST_SHOWN ? `${note.slice(0, LONGEST_SHOWN)}…` : note).replaceAll('\n', '；');

/** What was told for a call-back that is proposed, and the requests that wait. */
export async function noteRequests(
  turn: Turn,
  slots: { readonly note: string; readonly phone?: string } | undefined,
): Promise<readonly string[]> {
  const tell = (text: Text, phone: string, note: string, reference = ''): string =>
    say(text, turn.locale, { phone: phone && readBack(phone, turn.locale), note: shorten(note), reference });
  const pending = slots ? [tell(slots.phone ? texts.notePending : texts.notePendingWithout, slots.phone ?? '', slots.note)] : [];
  const open = isKnown(turn) || turn.customer ? await turn.services.callbacks.listOpen(turn.message.conversationId, turn.customer?.id) : [];
  return [...pending, ...open.map(({ reference, phone, note }) => tell(texts.noteOf, phone, note, reference))];
}

function dayOf({ locale, now, services }: Turn, { createdAt }: OpenCallback): string {
  return formatDay(createdAt, locale, services.company.timeZone, now);
}

/** Whether a request that was taken is asked after or no longer wanted. */
export function isAboutRequest(turn: Turn): boolean {
  return isKnown(turn) && (asksWhenCalled(turn) || withdraws(turn) || REFERENCE.test(turn.understanding.text));
}

const REFERENCE = /CBR-?\d{8}/i;
/** When the call comes, or why it has not. */
function asksWhenCalled(turn: Turn): boolean {
  const isAlone = !turn.flows.hasOpen('complaint_status');
  return caseTopics(turn).some((topic) => topic === 'when_called' || (isAlone && OF_CALLS.has(topic)));
}

const WITHDRAWS =
  /(登记|登記|回电|回電|call-?back).{0,8}(取消|撤|不要|不用|唔要|唔使)|(取消|撤回|撤销|撤銷|cancel|withdraw|drop).{0,14}(登记|登記|回电|回電|call-?back)|(别|別|不用|不要|唔使|唔好)(再)?打(了|喇|啦|电话|電話|过来|過來|嚟)|(don'?t|do not|no need to) (call|phone|ring)/i;

/** While a question is open in the chat, it is that which is no longer wanted. */
function withdraws({ understanding: { text }, memory }: Turn): boolean {
  return memory.dialogs.dialogStack.length === 0 && WITHDRAWS.test(text);
}
