import { demoHighlights } from '../prisma/demo/index.ts';

const TALK = ['你好', '谢谢', 'help', '我的快递到哪了'] as const;

/** What customers say in load tests, in turn; callers begin at different ones, so that the mix is even at any moment. */
export const MIX = '你好 · 谢谢 · help · 我的快递到哪了, in turn; the same few words are read once a minute';

export function nextMessage(lane: number, count: number): string {
  return TALK[(lane + count) % TALK.length] ?? TALK[0];
}

export const LOOKUP_MIX = 'every second message a tracking number, whose shipment is read: three round trips instead of two';

/** As nextMessage, with shipments looked up. */
export function nextLookup(lane: number, count: number): string {
  if ((lane + count) % 2 === 0) return nextMessage(lane, count >> 1);
  return demoHighlights[(lane + count) % demoHighlights.length]?.trackingNumber ?? TALK[0];
}
