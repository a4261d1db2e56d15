import { describe, expect, it } from 'vitest';
import { readMood } from '../../../nlp/mood.ts';
import { assessSeverity, isUrgent, moreSevere, raise, type SeverityInput } from '../../../rules/complaints/severity.ts';

const CALM = { anger: 0, risks: [] } as const;
const assess = (more: Partial<SeverityInput>) =>
  assessSeverity({ type: 'complaint', category: 'delay', mood: CALM, isKeyAccount: false, recentComplaints: 0, ...more });

describe('severity', () => {
  it.each<[string, Partial<SeverityInput>, string]>([
    ['a delay is minor', {}, 'P3'],
    ['a loss is normal', { category: 'loss' }, 'P2'],
    ['1,000 CNY are not more than 1,000', { declaredMinor: 100_000 }, 'P3'],
    ['one fen more is', { declaredMinor: 100_001 }, 'P2'],
    ['a key account weighs a step', { isKeyAccount: true }, 'P2'],
    ['so does a repeat', { recentComplaints: 1 }, 'P2'],
    ['many repeats are one step', { recentComplaints: 9 }, 'P2'],
    ['fury is a step', { mood: { anger: 2, risks: [] } }, 'P2'],
    ['annoyance is none', { mood: { anger: 1, risks: [] } }, 'P3'],
    ['late medicine is two steps', { items: '处方药 ×2' }, 'P1'],
    [
      'all steps together are P1 at most',
      { category: 'loss', declaredMinor: 900_000, isKeyAccount: true, recentComplaints: 3, items: 'passport' },
      'P1',
    ],
    ['privacy is P1', { category: 'privacy' }, 'P1'],
    ['safety is P0', { category: 'safety' }, 'P0'],
  ])('%s', (_name, more, severity) => {
    expect(assess(more).severity).toBe(severity);
  });

  it.each([
    ['injury', 'P0'],
    ['dangerous_goods', 'P0'],
    ['self_harm', 'P0'],
    ['legal', 'P1'],
    ['media', 'P1'],
    ['regulator', 'P1'],
    ['privacy', 'P1'],
    ['vulnerable', 'P1'],
  ] as const)('%s is %s whatever the category, and for suggestions and praise too', (risk, severity) => {
    const mood = { anger: 0, risks: [risk] } as const;
    expect(assess({ mood }).severity).toBe(severity);
    expect(assess({ type: 'suggestion', category: 'other', mood }).severity).toBe(severity);
    expect(assess({ type: 'praise', category: 'other', mood }).reasons).toEqual(['type:praise', `risk:${risk}`]);
  });

  it.each([
    ['我要打12305投诉你们', 'P1'],
    ['我要找律师起诉你们', 'P1'],
    ['包裹爆炸把我手炸伤了', 'P0'],
    ['再不送来我就跳楼', 'P0'],
    ['到现在还没送到', 'P3'],
  ])('"%s" is %s by the mood it is read as', (text, severity) => {
    expect(assess({ mood: readMood(text, 'zh-Hans') }).severity).toBe(severity);
  });

  it.each([
    ['胰島素', true],
    ['准考证', true],
    ['Visa documents', true],
    ['exam papers', true],
    ['農藥 2 瓶', false],
    ['药妆礼盒', false],
    ['Visa gift card', false],
    ['蓝牙耳机', false],
  ])('%s: deadline-critical %s', (items, isCritical) => {
    expect(assess({ items }).reasons.includes('deadline_critical')).toBe(isCritical);
  });

  it('suggestions and praise are minor whoever makes them', () => {
    const much = { isKeyAccount: true, recentComplaints: 5, declaredMinor: 900_000, mood: { anger: 2, risks: [] } } as const;
    expect(assess({ type: 'suggestion', ...much })).toEqual({ severity: 'P3', reasons: ['type:suggestion'] });
  });

  it('says why', () => {
    const { reasons } = assess({ category: 'damage', declaredMinor: 200_000, recentComplaints: 1, mood: { anger: 2, risks: ['legal'] } });
    expect(reasons).toEqual(['category:damage', 'value_above_1000', 'repeat_30_days', 'furious', 'risk:legal']);
  });

  it('is urgent from P1 up', () => {
    expect((['P0', 'P1', 'P2', 'P3'] as const).map(isUrgent)).toEqual([true, true, false, false]);
  });

  it('steps stop at P1, and P0 stays', () => {
    expect([raise('P3', 1), raise('P3', 0), raise('P1', 1), raise('P0', 1)]).toEqual(['P2', 'P3', 'P1', 'P0']);
    expect([moreSevere('P2', 'P1'), moreSevere('P0', 'P3')]).toEqual(['P1', 'P0']);
  });
});
