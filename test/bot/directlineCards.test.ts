import { expect, it } from 'vitest';
import { toActivity } from '../../bot/channels/directline/outbound.ts';
import type { ShipmentCard } from '../../core/types.ts';
import type { StoredMessage } from '../../rules/conversations/types.ts';

const CARD: ShipmentCard = {
  kind: 'shipment',
  trackingNumber: 'XB000000012349',
  status: '派送中',
  tone: 'moving',
  progress: 3,
  headline: '今天送达',
  route: '广州 → 杭州',
  eta: '预计 11月21日(周六) 18:00 前',
  facts: [{ label: '服务', value: '标准快递' }],
  timeline: [
    { at: '11月21日 09:30', text: '【杭州西湖网点】派送中', isLatest: true },
    { at: '11月20日 21:00', text: '快件已到达【嘉兴转运中心】', isLatest: false },
  ],
  timelineTitle: '最新动态',
  buttons: [
    { title: '改派送时间', value: '改派送时间' },
    { title: '网页查看', value: 'https://chat.example.com/track/abc' },
  ],
};

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly color?: string;
  readonly style?: string;
  readonly [key: string]: unknown;
}

function render(
  card: ShipmentCard,
  text = '派送中,今天送达',
): { activity: Record<string, unknown>; content: Record<string, unknown>; nodes: Node[] } {
  const message: StoredMessage = {
    conversationId: 'c',
    seq: 2,
    id: 'm2',
    role: 'bot',
    kind: 'text',
    authorId: 'bot',
    text,
    replyToId: 'm1',
    reply: { text, locale: 'zh-Hans', card, buttons: [{ title: '转人工', value: '转人工' }] },
    createdAt: new Date('2026-11-21T02:00:00Z'),
  };
  const activity = toActivity(message, { botName: '小星', fileUrl: () => '' });
  const [attachment] = activity.attachments as { contentType: string; content: Record<string, unknown> }[];
  expect(attachment!.contentType).toBe('application/vnd.microsoft.card.adaptive');
  return { activity, content: attachment!.content, nodes: flatten(attachment!.content) };
}

function flatten(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return [...(typeof node.type === 'string' ? [node] : []), ...Object.values(node).flatMap(flatten)];
}
const textsOf = (nodes: Node[]): (string | undefined)[] => nodes.filter(({ type }) => type === 'TextRun').map(({ text }) => text);

it('says everything the card holds, in reading order', () => {
  expect(textsOf(render(CARD).nodes)).toEqual([
    ...['派送中', 'XB000000012349', '今天送达', '预计 11月21日(周六) 18:00 前', '广州 → 杭州'],
    // Steps 0 to 2 are behind, 3 is now, 4 ahead.
    ...['●', '●', '●', '◉', '○'],
    ...['服务', '标准快递'],
    ...['最新动态', '●', '【杭州西湖网点】派送中', '11月21日 09:30', '○', '快件已到达【嘉兴转运中心】', '11月20日 21:00'],
  ]);
});

it('is an Adaptive Card 1.4 that can be spoken and does without being drawn', () => {
  const { content, activity } = render(CARD);
  expect(content).toMatchObject({ type: 'AdaptiveCard', version: '1.4', lang: 'zh-Hans', fallbackText: '派送中,今天送达' });
  expect(content.speak).toBe('派送中。今天送达。预计 11月21日(周六) 18:00 前');
  expect(activity).toMatchObject({
    text: '派送中,今天送达',
    textFormat: 'plain',
    locale: 'zh-Hans',
    replyToId: 'm1',
    from: { role: 'bot', name: '小星' },
  });
});

it.each([
  ['good', 'Good', 'good'],
  ['moving', 'Accent', 'accent'],
  ['attention', 'Warning', 'warning'],
  ['bad', 'Attention', 'attention'],
  ['neutral', 'Default', 'emphasis'],
] as const)('shows a %s status with dots in colour %s and a box of style %s', (tone, color, style) => {
  const { nodes } = render({ ...CARD, tone });
  expect(nodes.find(({ text }) => text === '◉')?.color).toBe(color);
  expect(nodes.find(({ type }) => type === 'Container')?.style).toBe(style);
});

it('sends a button’s value as if typed, and opens one that is an address', () => {
  expect(render(CARD).content.actions).toEqual([
    { type: 'Action.Submit', title: '改派送时间', data: '改派送时间' },
    { type: 'Action.OpenUrl', title: '网页查看', url: 'https://chat.example.com/track/abc' },
  ]);
  expect(render(CARD).activity.suggestedActions).toEqual({ to: [], actions: [{ type: 'imBack', title: '转人工', value: '转人工' }] });
});

it('puts no word of a merchant or carrier where it would be read as markup', () => {
  const hostile = '**b** [x](javascript:alert(1)) <img src=x> https://evil.example {{DATE(2026-11-21T00:00:00Z)}}';
  const { nodes } = render({
    ...CARD,
    headline: hostile,
    facts: [{ label: hostile, value: hostile }],
    timeline: [{ at: hostile, text: hostile, isLatest: true }],
  });
  const holders = nodes.filter((node) => Object.values(node).includes(hostile)).map(({ type }) => type);
  // Facts, TextBlocks and the like are read as Markdown; a TextRun never is.
  expect(holders).toEqual(Array(5).fill('TextRun'));
});

it('leaves out what the shipment has not', () => {
  const { eta: _eta, route: _route, ...bare } = CARD;
  const { content, nodes } = render({ ...bare, facts: [], timeline: [], buttons: [] });
  expect(textsOf(nodes)).toEqual(['派送中', 'XB000000012349', '今天送达', '●', '●', '●', '◉', '○']);
  expect(content).not.toHaveProperty('actions');
  expect(content.speak).toBe('派送中。今天送达');
});
