import { describe, expect, it } from 'vitest';
import type { CaseCard, Reply } from '../../../core/types.ts';
import { FULL } from '../../../rules/channels/capabilities.ts';
import { findChosen } from '../../../rules/channels/chosen.ts';
import { degrade, shownOf } from '../../../rules/channels/degrade.ts';

const BARE = { ...FULL, buttons: 0, cards: false, longestText: 200 };
const button = (title: string, value = title) => ({ title, value });
const CARD: CaseCard = {
  ...{ kind: 'case', reference: 'CMP-20261121-0001', status: '处理中', tone: 'moving', progress: 1, headline: '在查' },
  ...{ facts: [], timeline: [], timelineTitle: '', buttons: [button('补充'), button('规则', 'https://example.com/terms')] },
};
const REPLY: Reply = { text: '您的投诉在处理。', locale: 'zh-Hans', card: CARD, buttons: [button('转人工')] };

describe('a reply on a channel', () => {
  it('that shows everything stays as it is', () => {
    expect(degrade(REPLY, FULL)).toEqual([REPLY]);
  });

  it('without cards and buttons is its text with numbered lines, links apart', () => {
    expect(degrade(REPLY, BARE)).toEqual([
      { locale: 'zh-Hans', text: '您的投诉在处理。\n规则: https://example.com/terms\n1. 补充\n2. 转人工\n回复数字就行，比如 1。' },
    ]);
  });

  it('with buttons and no cards has the card’s buttons too', () => {
    const [only] = degrade(REPLY, { ...BARE, buttons: 3 });
    expect(only).toEqual({ locale: 'zh-Hans', text: REPLY.text, buttons: [...CARD.buttons, button('转人工')] });
  });

  it('with fewer buttons than it has choices numbers all of them', () => {
    const [only] = degrade(REPLY, { ...FULL, buttons: 2 });
    expect(only?.text).toContain('2. 转人工');
    expect([only?.buttons, only?.card?.buttons]).toEqual([undefined, []]);
  });

  it.each(['zh-Hans', 'zh-Hant', 'en'] as const)('says how to choose in %s', (locale) => {
    const [only] = degrade({ ...REPLY, locale }, BARE);
    expect(only?.text.split('\n').at(-1)).toMatch({ 'zh-Hans': /回复数字/, 'zh-Hant': /回覆數字/, en: /Reply with the number/ }[locale]);
  });

  it('is cut where sentences end, loses nothing, and splits no character', () => {
    const text = `${'一二三四五六七八九。'.repeat(50)}${'😀'.repeat(300)}`;
    const parts = degrade({ text, locale: 'zh-Hans', buttons: [button('好')] }, { ...BARE, buttons: 1 });
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.every((part) => part.text.length <= 200)).toBe(true);
    expect(parts[0]?.text.endsWith('。')).toBe(true);
    expect(parts.every((part) => !part.text.includes('\ufffd') && encodeURIComponent(part.text) !== '')).toBe(true);
    expect(parts.map((part) => part.buttons?.length ?? 0)).toEqual([...parts.slice(1).map(() => 0), 1]);
  });
});

describe('a choice', () => {
  const numbered = shownOf(REPLY, BARE)!;

  it.each([
    ...['2', '２', '②', ' 2.', '2。', '选2', '#2', 'option 2'].map((text) => [text, '转人工'] as const),
    ...['1', '①'].map((text) => [text, '补充'] as const),
    ...['转人工', ' 转人工。'].map((text) => [text, '转人工'] as const),
    ...['0', '3', '22', '2 个', '规则', '要转人工吗', ''].map((text) => [text, undefined] as const),
  ])('%j means %j where numbers were shown', (text, value) => {
    expect(findChosen(text, numbered)).toBe(value);
  });

  it('is not made by a number where none was shown', () => {
    expect(findChosen('2', shownOf(REPLY, FULL)!)).toBeUndefined();
    expect(findChosen('补充', shownOf(REPLY, FULL)!)).toBe('补充');
    // Longer than any button: not even made plain.
    expect(findChosen(`补充${'\u0344'.repeat(3000)}`, shownOf(REPLY, FULL)!)).toBeUndefined();
  });

  it('is offered by no reply without buttons', () => {
    expect(shownOf({ text: '好', locale: 'en', buttons: [button('Terms', 'https://example.com/')] }, BARE)).toBeUndefined();
  });
});
