import type { CallbackChange, NewCallback, OpenCallback } from '../rules/callbacks/types.ts';
import { does } from './reading.ts';
import { viewerOf } from './tickets.ts';
import type { Turn } from './turn.ts';

/** What stands in a request when it is opened, in characters. */
const LONGEST_FIRST_NOTE = 500;

/** Asks for a call in the customer's name and language; the note is cut to 500 characters. Repeated in the same turn it is one request. */
export async function requestCall(
  turn: Turn,
  { note, ...wanted }: Pick<NewCallback, 'phone' | 'topic' | 'note'> & { readonly trackingNumber?: string | undefined },
): Promise<string> {
  const { phone, topic, trackingNumber } = wanted;
  const { reference } = await turn.services.callbacks.open({
    ...{ idempotencyKey: turn.idempotencyKey, ...viewerOf(turn), locale: turn.locale },
    ...{ phone, topic, note: note.slice(0, LONGEST_FIRST_NOTE) },
    ...(trackingNumber && { trackingNumber }),
  });
  return reference;
}

interface CallAbout {
  /** The ticket's. */
  readonly reference: string;
  readonly phone: string | undefined;
  /** The customer's own, which are the note. */
  readonly words: string;
  readonly trackingNumber: string | undefined;
}

/** A call that goes with a ticket; undefined without a phone, or when no more calls may be booked. */
export async function requestCallAbout(turn: Turn, { reference, phone, words, trackingNumber }: CallAbout): Promise<string | undefined> {
  if (!phone || !turn.mayRequestCallback(phone)) return undefined;
  const call = await requestCall(turn, { phone, topic: 'complaint', note: `${reference}: ${words}`, trackingNumber });
  turn.flows.tell({ about: 'human_agent', reference: call, kind: 'requested' });
  return call;
}

/** The newest that nobody has seen to. One round trip. */
export async function findOpen({ services, message, customer }: Turn): Promise<OpenCallback | undefined> {
  const [open] = await services.callbacks.listOpen(message.conversationId, customer?.id);
  return open;
}

/** Changes a request of this conversation; undefined when nobody waits for it any more. */
export function changeRequest(
  turn: Turn,
  { reference }: OpenCallback,
  change: Pick<CallbackChange, 'phone' | 'addition' | 'isCancelled'>,
): Promise<OpenCallback | undefined> {
  return turn.services.callbacks.change(reference, { idempotencyKey: turn.idempotencyKey, ...viewerOf(turn), ...change });
}

/** 取消回电, 电话也不用打了, "cancel the call": the call that waits is no longer wanted, whatever else is said. */
const CANCELS_CALL =
  /(?:取消|不用|唔使|唔好|别|別|不要|撤)[^，。,;；!！?？]{0,6}(?:回电|回電|打|电话|電話)|(?:回电|回電|电话|電話)[^，。,;；!！?？]{0,6}(?:取消|不用|唔使|唔好|不要|撤)|\b(?:cancel|drop|forget) (?:the |that |my )?(?:call|call-?back|phone call)|\b(?:don'?t|no need to) (?:call|ring|phone)\b/iu;
const LONGEST_CANCEL = 80;

/** Cancels the call-back that waits, where the message says so; its reference, or undefined where none does. */
export async function cancelNamedCall(turn: Turn): Promise<string | undefined> {
  const { text } = turn.understanding;
  if (!turn.flows.hasOpen('human_agent') || text.length > LONGEST_CANCEL || !CANCELS_CALL.test(text)) return undefined;
  // 记了不要打电话没有 asks.
  if (does(turn, 'ask', 'none')) return undefined;
  const open = await findOpen(turn);
  return open && (await changeRequest(turn, open, { isCancelled: true }))?.reference;
}
