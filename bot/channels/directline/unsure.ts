import type { Clock } from '../../../core/clock.ts';
import { createId, hashText } from '../../../core/ids.ts';
import type { InboundMessage } from '../../../core/types.ts';

/** Marks ids that we made for a client that sends none. */
const OURS = 'unnamed-';
/** Clients that send again by themselves do so within seconds; people who say the same thing later mean it. */
const REMEMBERED_MS = 30_000;
/** Each some 200 bytes; the oldest goes for one more. */
const MOST = 10_000;

/** An id for a message whose client gave it none. */
export const createMessageId = (): string => OURS + createId();

/** Messages without an id of their client's whose outcome the client was told to be unknown. */
export interface UnsureMessages {
  /** The message, under the id it had when its client was left unsure, should it be the same one sent again. */
  recall(message: InboundMessage): InboundMessage;
  /** Its outcome could not be told. */
  remember(message: InboundMessage): void;
  /** Its outcome was told: the same words are a new message from now on. */
  forget(message: InboundMessage): void;
}

/** In this process's memory: after a restart, or at another instance, only a client's own ids help. */
export function createUnsureMessages(clock: Clock): UnsureMessages {
  const remembered = new Map<string, { readonly id: string; readonly untilMs: number }>();
  return {
    recall(message) {
      if (remembered.size === 0 || !isUnnamed(message)) return message;
      const known = remembered.get(keyOf(message));
      return known && known.untilMs > clock.monotonicMs() ? { ...message, providerMessageId: known.id } : message;
    },
    remember(message) {
      if (!isUnnamed(message)) return;
      for (const oldest of remembered.keys()) {
        if (remembered.size < MOST) break;
        remembered.delete(oldest);
      }
      remembered.set(keyOf(message), { id: message.providerMessageId, untilMs: clock.monotonicMs() + REMEMBERED_MS });
    },
    forget(message) {
      if (remembered.size > 0 && isUnnamed(message)) remembered.delete(keyOf(message));
    },
  };
}

const isUnnamed = ({ providerMessageId }: InboundMessage): boolean => providerMessageId.startsWith(OURS);

function keyOf({ conversationId, userId, clientKey, kind, text, files = [] }: InboundMessage): string {
  return hashText(
    JSON.stringify([conversationId, userId, clientKey, kind, text, ...files.map(({ name, sizeBytes }) => [name, sizeBytes])]),
  );
}
