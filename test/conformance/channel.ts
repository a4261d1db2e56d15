import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Writer } from '../../bot/writer.ts';
import { SAMPLES } from '../../dialogs/samples.ts';
import type { Capabilities } from '../../rules/channels/capabilities.ts';

/** One message as the customer sees it. */
export interface Seen {
  readonly text: string;
  readonly hasCard: boolean;
  /** What can be pressed, in its order. */
  readonly buttons: readonly { readonly title: string; readonly value: string }[];
}

/** One customer in one new conversation on a channel, before the real bot with the sample parcels. */
export interface Customer {
  readonly capabilities: Capabilities;
  readonly conversationId: string;
  readonly writer: Writer;
  /** Sends words under an id of the channel's, and waits until they are answered. */
  say(text: string, id?: string): Promise<void>;
  /** All that was shown to them so far, oldest first; not what they said. */
  seen(): Promise<readonly Seen[]>;
  stop(): Promise<void>;
}

/** What every channel does, whatever it can show. */
export function describeChannel(name: string, open: () => Promise<Customer>): void {
  describe(`the channel ${name}`, () => {
    let customer: Customer;
    beforeEach(async () => {
      customer = await open();
    });
    afterEach(() => customer.stop());
    const texts = async (): Promise<readonly string[]> => (await customer.seen()).map(({ text }) => text);
    const offered = async (): Promise<readonly string[]> => {
      const last = (await customer.seen()).at(-1);
      const lines = [...(last?.text ?? '').matchAll(/^\d+\. (.+)$/gm)].map(([, title]) => title ?? '');
      return customer.capabilities.buttons > 0 ? (last?.buttons.map(({ title }) => title) ?? []) : lines;
    };

    it('answers what is said, once, in its order', async () => {
      await customer.say('你好', 'm-1');
      const first = await texts();
      expect(first.length).toBeGreaterThan(0);
      await customer.say('你好', 'm-1');
      expect(await texts()).toEqual(first);
      await customer.say('help', 'm-2');
      expect((await texts()).slice(0, first.length)).toEqual(first);
      expect((await texts()).length).toBeGreaterThan(first.length);
    });

    it('offers what can be done as buttons or as numbered lines, and takes the words of either', async () => {
      await customer.say('help');
      const titles = await offered();
      expect(titles.length).toBeGreaterThan(1);
      const before = (await texts()).length;
      await customer.say(titles[0] ?? '');
      expect((await texts()).length).toBeGreaterThan(before);
    });

    it('takes the number of a line, and what it stands for happens', async () => {
      await customer.say('help');
      const titles = await offered();
      if (customer.capabilities.buttons > 0) return expect(titles.join()).not.toMatch(/^\d/);
      await customer.say(`${titles.length}`);
      const byNumber = (await texts()).at(-1);
      const other = await open();
      await other.say('help');
      await other.say(titles.at(-1) ?? '');
      expect((await other.seen()).at(-1)?.text).toBe(byNumber);
      await other.stop();
    });

    it('shows a parcel as a card, or tells it in words', async () => {
      await customer.say(`${SAMPLES.inTransit} 到哪了`);
      const shown = await customer.seen();
      expect(shown.some(({ hasCard }) => hasCard)).toBe(customer.capabilities.cards);
      expect(shown.map(({ text }) => text).join('\n')).toContain('运输中');
    });

    it('shows what a person says, and what is said unasked, once by its key', async () => {
      await customer.say('你好');
      const before = (await texts()).length;
      const reply = { text: '您好，我是客服小陈。', locale: 'zh-Hans' as const };
      for (let told = 0; told < 2; told += 1)
        await customer.writer.write(customer.conversationId, 'staff:1', () => ({
          messages: [{ role: 'agent', kind: 'text', authorId: 'staff-7', text: reply.text, reply }],
        }));
      expect((await texts()).slice(before)).toEqual([reply.text]);
    });

    it('shows a text of any length whole, and never as anything but text', async () => {
      await customer.say('你好');
      const before = (await texts()).length;
      const text = `<b>*_粗_*</b> [a](https://example.com) \u2028 ${'很长的一句话。'.repeat(400)}完`;
      await customer.writer.write(customer.conversationId, 'long', () => ({
        messages: [{ role: 'bot', kind: 'text', authorId: 'bot', text, reply: { text, locale: 'zh-Hans' } }],
      }));
      const parts = (await texts()).slice(before);
      expect(parts.join('')).toBe(text);
      expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(customer.capabilities.longestText);
    });
  });
}
