import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutbox, type Outgoing, type Posted } from '../../web/webchat/outbox.ts';

// The outbox waits for the browser's `online` and by the clock: a window of a few lines stands for the browser's.
const listeners = new Set<() => void>();
vi.stubGlobal('window', {
  addEventListener: (_: string, listener: () => void) => void listeners.add(listener),
  removeEventListener: (_: string, listener: () => void) => void listeners.delete(listener),
});
const comeBack = (): void => {
  for (const listener of [...listeners]) listener();
};

const answers = (id: string): Posted => ({
  subscribe(observer) {
    observer.next(id);
    observer.complete();
    return { unsubscribe: () => {} };
  },
});
const refuses = (status: number): Posted => ({
  subscribe(observer) {
    observer.error({ status });
    return { unsubscribe: () => {} };
  },
});
const text = (words: string): Outgoing => ({ text: words }) as Outgoing;
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let conversation = 0;
beforeEach(() => {
  conversation += 1;
});

/** What Web Chat hears of its message. */
function say(post: (activity: Outgoing) => Posted, activity: Outgoing): { heard: string[] } {
  const heard: string[] = [];
  post(activity).subscribe({
    next: (id) => heard.push(`id ${id}`),
    error: (error) => heard.push(`refused ${(error as { status: number }).status}`),
    complete: () => heard.push('complete'),
  });
  return { heard };
}

describe('what is said while the line is away', () => {
  it('is sent when it is back, in the order it was said, each the same activity again', async () => {
    let isAway = true;
    const tried: unknown[] = [];
    const post = createOutbox(
      `c${conversation}`,
      (activity) => {
        tried.push(activity);
        return answers(isAway ? 'retry' : `m${tried.length}`);
      },
      () => false,
    );
    const [first, second] = [text('one'), text('two')];
    const told = [say(post, first), say(post, second)];
    await settle();
    expect(tried).toEqual([first]);
    isAway = false;
    comeBack();
    await settle();
    expect(tried).toEqual([first, first, second]);
    expect(told.map(({ heard }) => heard)).toEqual([
      ['id m2', 'complete'],
      ['id m3', 'complete'],
    ]);
  });

  it('goes out by the next connection of the same conversation, and by none of another', async () => {
    let isEnded = false;
    const old = createOutbox(
      `c${conversation}`,
      () => answers('retry'),
      () => isEnded,
    );
    say(old, text('kept'));
    await settle();
    isEnded = true;
    comeBack();
    await settle();
    const sent: unknown[] = [];
    const post = (activity: Outgoing): Posted => {
      sent.push(activity);
      return answers('m1');
    };
    createOutbox(`c${conversation}`, post, () => false);
    await settle();
    expect(sent).toEqual([text('kept')]);
    say(createOutbox('another', () => answers('retry'), () => false), text('lost with its conversation')); // biome-ignore format: one call
    await settle();
    createOutbox(`c${conversation}`, post, () => false);
    await settle();
    expect(sent).toHaveLength(1);
  });

  it('lets a refusal through and goes on with the next', async () => {
    const post = createOutbox(
      `c${conversation}`,
      (activity) => ((activity as { text?: string }).text === 'bad' ? refuses(413) : answers('m1')),
      () => false,
    );
    const told = [say(post, text('bad')), say(post, text('good'))];
    await settle();
    expect(told.map(({ heard }) => heard)).toEqual([['refused 413'], ['id m1', 'complete']]);
  });

  it('knows where the bytes of a refused upload are when it is tried again', async () => {
    let status = 429;
    const tried: Outgoing[] = [];
    const post = createOutbox(
      `c${conversation}`,
      (activity) => {
        tried.push(activity);
        return status === 0 ? answers('m1') : refuses(status);
      },
      () => false,
    );
    const upload = { attachments: [{ name: 'box.jpg', contentUrl: 'blob:1' }], channelData: { attachmentSizes: [7] } };
    say(post, upload);
    await settle();
    status = 0;
    say(post, { attachments: [{ name: 'box.jpg' }], channelData: { attachmentSizes: [7] } });
    await settle();
    expect(tried.map(({ attachments }) => attachments?.[0]?.contentUrl)).toEqual(['blob:1', 'blob:1']);
  });
});
