import { describe, expect, it } from 'vitest';
import { PARCEL_TOPICS } from '../../core/acts.ts';
import type { Locale } from '../../core/types.ts';
import { createSampleShipments, SAMPLES } from '../../dialogs/samples.ts';
import { answerTopic } from '../../dialogs/track/answers.ts';
import type { View } from '../../dialogs/track/view.ts';
import { deriveShipment } from '../../rules/shipments/derive.ts';
import type { Shipment, ShipmentStatus, TrackingEvent } from '../../rules/shipments/types.ts';

const sample = createSampleShipments().find(({ trackingNumber }) => trackingNumber === SAMPLES.inTransit)!;
const NOW = new Date('2026-11-21T12:00:00Z');
const viewOf = (rest: Partial<View> = {}): View => ({
  ...{ locale: 'en', now: NOW, timeZone: 'Asia/Shanghai', isVerified: true, isRecipient: true },
  ...rest,
});
const ABROAD = { recipient: { ...sample.recipient, country: 'DE', province: '', city: 'Berlin' } };

type Scan = readonly [status: ShipmentStatus, text: string, rest?: Partial<TrackingEvent>];
/** Scans newest first, an hour apart. */
function parcel(scans: readonly Scan[], rest: Partial<Shipment> = {}): Shipment {
  const events = scans.map(([status, text, extra], index) => ({
    ...{ occurredAt: new Date(Date.UTC(2026, 10, 21, 4 - index)), city: '杭州市', country: 'CN', status, text },
    ...extra,
  }));
  return { ...sample, events, ...deriveShipment(events), ...rest };
}
const ask = (
  topic: (typeof PARCEL_TOPICS)[number],
  scans: readonly Scan[],
  view: Partial<View> = {},
  rest: Partial<Shipment> = {},
): string => answerTopic(topic, parcel(scans, rest), viewOf(view)) ?? '';
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 21, hour));

describe('one question about a parcel gets its own answer', () => {
  it('which day was promised: ahead, past, kept, missed, none', () => {
    expect(ask('promised', [['IN_TRANSIT', '已发出']], {}, { promisedAt: at(20) })).toMatch(/promised by .* still ahead/);
    expect(ask('promised', [['IN_TRANSIT', '已发出']], {}, { promisedAt: at(2) })).toMatch(/10 hours past/);
    expect(ask('promised', [['DELIVERED', '已签收']], {}, { promisedAt: at(5) })).toMatch(/came in time/);
    expect(ask('promised', [['DELIVERED', '已签收']], {}, { promisedAt: at(1) })).toMatch(/3 hours late/);
    const { promisedAt: _, ...unpromised } = parcel([['IN_TRANSIT', '已发出']]);
    expect(answerTopic('promised', unpromised, viewOf())).toMatch(/No delivery date was promised/);
  });

  it('why an attempt failed: by its own scan, whatever came after it', () => {
    const scans: readonly Scan[] = [
      ['OUT_FOR_DELIVERY', '正在派送'],
      ['ATTEMPT_FAILED', '派送失败', { reason: 'consignee_not_home' }],
    ];
    expect(ask('why_failed', scans)).toMatch(/nobody was in/);
    expect(ask('why_failed', [['ATTEMPT_FAILED', '派送失败']])).toMatch(/no reason is recorded/);
    expect(ask('why_failed', [['IN_TRANSIT', '已发出']])).toMatch(/No failed attempt/);
  });

  it('when it is tried again, and how often it was', () => {
    const twice: readonly Scan[] = [
      ['ATTEMPT_FAILED', '派送失败'],
      ['OUT_FOR_DELIVERY', '正在派送'],
      ['ATTEMPT_FAILED', '派送失败'],
    ];
    expect(ask('attempt_next', twice)).toMatch(/2 attempts[\s\S]*"Change a delivery"/);
  });

  it('whether it goes back', () => {
    expect(ask('sent_back', [['IN_TRANSIT', '已发出']])).toMatch(/Nothing says that it goes back/);
    expect(ask('sent_back', [['READY_FOR_PICKUP', '已到驿站，请于3天内取件']])).toMatch(/usually goes back/);
    expect(ask('sent_back', [['RETURNING', '退回寄件人', { reason: 'consignee_refused' }]])).toMatch(/refused/);
  });

  it('where it was left, to its recipient alone', () => {
    expect(ask('left_where', [['DELIVERED', '已签收']])).toMatch(/not in the scans/);
    expect(ask('left_where', [['DELIVERED', '已放在门口']], { isRecipient: false })).toMatch(/recipient only/);
  });

  it('when its pickup place is open, as a scan says it', () => {
    expect(ask('pickup_hours', [['READY_FOR_PICKUP', '已到菜鸟驿站，营业时间 09:00-21:30']])).toContain('09:00-21:30');
    expect(ask('pickup_hours', [['READY_FOR_PICKUP', '已到菜鸟驿站']])).toMatch(/not in the scans/);
    expect(
      ask('pickup_hours', [['READY_FOR_PICKUP', '已到菜鸟驿站，营业时间 09:00-21:30']], { isVerified: false, isRecipient: false }),
    ).not.toContain('09:00');
  });

  it('papers, duty and time at customs; at home there is none of it', () => {
    const held: readonly Scan[] = [
      ['CUSTOMS', '海关查验：缺少商业发票，请收件人提供', { reason: 'customs_documentation' }],
      ['CUSTOMS', '清关中'],
    ];
    expect(ask('customs_papers', held, {}, ABROAD)).toMatch(/commercial invoice/);
    expect(ask('customs_time', held, {}, ABROAD)).toMatch(/been with customs since .*9 hours|customs since/);
    expect(ask('duty', held, {}, ABROAD)).toMatch(/No duty is recorded/);
    expect(ask('duty', [['CUSTOMS', '待缴税款', { reason: 'customs_duties_unpaid' }]], {}, ABROAD)).toMatch(/duties/);
    expect(ask('duty', [['IN_TRANSIT', '已发出']])).toMatch(/no customs, no duty/);
  });

  it('what is inside and whose it is, once proven', () => {
    const strangers = { isVerified: false, isRecipient: false };
    expect(ask('contents', [['IN_TRANSIT', '已发出']], strangers, { itemSummary: '蓝牙耳机' })).not.toContain('耳机');
    expect(ask('contents', [['IN_TRANSIT', '已发出']], {}, { itemSummary: '蓝牙耳机' })).toContain('蓝牙耳机');
    expect(ask('parties', [['IN_TRANSIT', '已发出']], strangers)).not.toMatch(/\*/);
    expect(ask('parties', [['IN_TRANSIT', '已发出']])).toMatch(/Sender: .\*/);
  });

  it('pieces, each with its status', () => {
    const pieces = [
      { number: 'P1', status: 'DELIVERED' as const },
      { number: 'P2', status: 'IN_TRANSIT' as const },
    ];
    expect(ask('pieces', [['IN_TRANSIT', '已发出']], {}, { pieceCount: 2, pieces })).toMatch(/1 of 2 pieces delivered\.\nP1: .*\nP2: /);
    expect(ask('pieces', [['IN_TRANSIT', '已发出']])).toMatch(/single piece/);
  });

  it.each(['zh-Hans', 'zh-Hant', 'en'] as readonly Locale[])('in %s without gaps, whatever is asked of whatever parcel', (locale) => {
    for (const shipment of createSampleShipments())
      for (const topic of PARCEL_TOPICS)
        for (const isVerified of [true, false]) {
          const told = answerTopic(topic, shipment, viewOf({ locale, isVerified, isRecipient: isVerified }));
          expect(told ?? '-', `${topic} of ${shipment.trackingNumber}`).not.toMatch(/\{\w+\}|undefined|NaN|^$/);
        }
  });
});
