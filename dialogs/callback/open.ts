import { formatDay, say } from '../../core/i18n.ts';
import type { Text } from '../../core/types.ts';
import type { OpenCallback } from '../../rules/callbacks/types.ts';
import { changeRequest, findOpen } from '../callRequests.ts';
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
    if (asksWhenCalled(turn) || (REFERENCE.test(turn.understanding.text) && !withdraws(turn) && !does(turn, 'cancel', 'none'))) {
      // No hour was promised, so none is named.
      const values = {
        reference: open.reference,
        day: dayOf(turn, open),
        phone: readBack(open.phone, turn.locale),
        note: shorten(open.note),
      };
      await turn.reply(texts.whenCalled, { values });
      return true;
    }
    const cancelled = await changeRequest(turn, open, { isCancelled: true });
    if (cancelled) await turn.reply(texts.cancelledCall, { values: { reference: open.reference } });
    return cancelled !== undefined;
  },
};

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
const WHEN_CALLED =
  /\bwhen\b.{0,24}\b(?:call|ring|phone)|how long.{0,24}\b(?:call|ring|phone)|(?:nobody|no one|no-one|not|hasn'?t|haven'?t|didn'?t|never).{0,20}(?:called|call me|rang|phoned)|(?:什么时候|什麼時候|几时|幾時|多久|何时|何時)[^，。]{0,8}(?:回电|回電|打(?:来|來|给我|給我|電話|电话))|(?:没人|沒人|还没|還沒|未|冇人)[^，。]{0,6}(?:回电|回電|打(?:来|來|给我|給我|電話|电话))/i;
/** Longer messages tell more. */
const LONGEST_ASK = 60;

/** When the call comes, or why it has not. */
function asksWhenCalled(turn: Turn): boolean {
  const { text } = turn.understanding;
  return turn.acts().topic === 'when_called' || (text.length <= LONGEST_ASK && WHEN_CALLED.test(text));
}

const WITHDRAWS =
  /(登记|登記|回电|回電|call-?back).{0,8}(取消|撤|不要|不用|唔要|唔使)|(取消|撤回|撤销|撤銷|cancel|withdraw|drop).{0,14}(登记|登記|回电|回電|call-?back)|(别|別|不用|不要|唔使|唔好)(再)?打(了|喇|啦|电话|電話|过来|過來|嚟)|(don'?t|do not|no need to) (call|phone|ring)/i;

/** While a question is open in the chat, it is that which is no longer wanted. */
function withdraws({ understanding: { text }, memory }: Turn): boolean {
  return memory.dialogs.dialogStack.length === 0 && WITHDRAWS.test(text);
}
