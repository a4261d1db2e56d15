/** What Web Chat hands over to be sent. */
export interface Outgoing {
  readonly attachments?: readonly { readonly name?: string; readonly contentUrl?: string }[];
  readonly channelData?: { readonly attachmentSizes?: readonly number[] };
}

/** As much of an observable as Web Chat and DirectLineJS use of each other. */
export interface Posted {
  subscribe(observer: { next(id: string): void; error(error: unknown): void; complete(): void }): { unsubscribe(): void };
}

type Post = (activity: Outgoing) => Posted;

interface Waiting {
  readonly activity: Outgoing;
  taken(id: string): void;
  refused(error: unknown): void;
}

/** Waiting times between attempts, in milliseconds; the last one repeats. An end of being offline ends any. */
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000];
/** What DirectLineJS answers when the server could not be reached, failed, or the token had run out. */
const NOT_SENT = 'retry';

let conversation: string | undefined;
/** Of the conversation, in the order it was said; it outlives the connection it was said on. */
let waiting: Waiting[] = [];
/** Refused uploads: Web Chat forgets where the bytes are, and would ask for `/undefined` when the customer tries again. */
let refusals: Outgoing[] = [];

/**
 * Sends in order and once what is said, however long the line is away: the same activity with the same id, which the server knows
 * again. What another connection of the same conversation left unsent goes first.
 * @param post DirectLineJS's own, of the present connection
 * @param isEnded whether that connection is over: what is left waits for the next
 */
export function createOutbox(conversationId: string, post: Post, isEnded: () => boolean): Post {
  if (conversationId !== conversation) {
    conversation = conversationId;
    waiting = [];
    refusals = [];
  }
  let isSending = false;

  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (let failures = 0; waiting[0] && !isEnded(); ) {
      const first = waiting[0];
      try {
        const id = await idOf(post(first.activity));
        if (id === NOT_SENT) {
          await whenBack(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0);
          failures += 1;
          continue;
        }
        failures = 0;
        waiting.shift();
        first.taken(id);
      } catch (error) {
        waiting.shift();
        if ((first.activity.attachments ?? []).length > 0) refusals = [...refusals, first.activity].slice(-MOST_REFUSALS);
        first.refused(error);
      }
    }
    isSending = false;
  }

  void send();
  return (activity) => ({
    subscribe(observer) {
      const taken = (id: string): void => {
        observer.next(id);
        observer.complete();
      };
      waiting.push({ activity: withBytes(activity), taken, refused: (error) => observer.error(error) });
      void send();
      return { unsubscribe: () => {} };
    },
  });
}

function idOf(posted: Posted): Promise<string> {
  return new Promise((resolve, reject) => {
    posted.subscribe({ next: resolve, error: reject, complete: () => resolve(NOT_SENT) });
  });
}

const MOST_REFUSALS = 20;

function withBytes(activity: Outgoing): Outgoing {
  const { attachments = [] } = activity;
  if (attachments.every(({ contentUrl }) => contentUrl !== undefined)) return activity;
  return { ...activity, attachments: refusals.find((refused) => isSame(refused, activity))?.attachments ?? attachments };
}

function isSame(a: Outgoing, b: Outgoing): boolean {
  const nameOf = ({ attachments = [], channelData }: Outgoing): string =>
    JSON.stringify([attachments.map(({ name }) => name), channelData?.attachmentSizes]);
  return nameOf(a) === nameOf(b);
}

function whenBack(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      window.removeEventListener('online', done);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
  });
}
