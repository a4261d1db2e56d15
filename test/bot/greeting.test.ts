import { describe, expect, it, vi } from 'vitest';
import { texts as smalltalkTexts } from '../../dialogs/smalltalk/texts.ts';

import { asking, setUp } from './turnsHarness.ts';

describe('a chat that was opened and nothing said', () => {
  const GREETING_MS = 2000;
  const greeted = smalltalkTexts.greet.en.replace('{company}', 'XB Express');
  const withClock = async (run: (turns: ReturnType<typeof setUp>) => Promise<void>): Promise<void> => {
    vi.useFakeTimers();
    try {
      await run(setUp([asking(['a'])]));
    } finally {
      vi.useRealTimers();
    }
  };

  it('is greeted once, soon', () =>
    withClock(async ({ open, all }) => {
      await open();
      await open();
      await vi.advanceTimersByTimeAsync(GREETING_MS - 1);
      expect(await all()).toEqual([]);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await all()).toMatchObject([{ seq: 1, role: 'bot', kind: 'text', text: greeted }]);
      expect((await all())[0]).not.toHaveProperty('replyToId');
    }));

  it.each([
    ['text', 'invoice', ['question a']],
    ['event', 'join', [greeted]],
    ['event', 'webchat/join', [greeted]],
  ] as const)('is not, when %s “%s” came first: that is answered', (kind, text, expected) =>
    withClock(async ({ turns, open, heard }) => {
      await open();
      await turns.receive({ channel: 'test', conversationId: 'c', userId: 'u', providerMessageId: 'm1', clientKey: 'k', kind, text });
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await heard()).toEqual(expected);
    }),
  );

  it('is not greeted again by a join that comes late', () =>
    withClock(async ({ turns, open, heard }) => {
      await open();
      await vi.advanceTimersByTimeAsync(GREETING_MS);
      await turns.receive({
        channel: 'test',
        conversationId: 'c',
        userId: 'u',
        providerMessageId: 'm1',
        clientKey: 'k',
        kind: 'event',
        text: 'join',
      });
      expect(await heard()).toEqual([greeted]);
    }));

  it('is left alone once the product stops', () =>
    withClock(async ({ turns, open, all }) => {
      await open();
      await turns.drain();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await all()).toEqual([]);
    }));
});
