import { describe, expect, it } from 'vitest';
import type { Locale } from '../../core/types.ts';
import { createSampleShipments, SAMPLES } from '../../dialogs/samples.ts';
import { createShipmentCard, describe as tell, type View } from '../../dialogs/track/present.ts';
import { deriveShipment } from '../../rules/shipments/derive.ts';
import type { Shipment, ShipmentStatus, TrackingEvent } from '../../rules/shipments/types.ts';

const sample = createSampleShipments().find(({ trackingNumber }) => trackingNumber === SAMPLES.inTransit)!;
/** Saturday 21 November 2026, 20:00 in Shanghai. */
const NOW = new Date('2026-11-21T12:00:00Z');
const viewOf = (locale: Locale, rest: Partial<View> = {}): View => ({
  locale,
  now: NOW,
  timeZone: 'Asia/Shanghai',
  isVerified: true,
  isRecipient: true,
  ...rest,
});

type Scan = readonly [status: ShipmentStatus, text: string, rest?: Partial<TrackingEvent>];

/** Scans newest first, an hour apart from noon in Shanghai of that day back. */
function parcel(scans: readonly Scan[], rest: Partial<Shipment> = {}): Shipment {
  const { promisedAt: _, ...whole } = sample;
  const events = scans.map(([status, text, extra], index) => ({
    occurredAt: new Date(Date.UTC(2026, 10, 21, 4 - index)),
    city: '杭州市',
    country: 'CN',
    status,
    text,
    ...extra,
  }));
  return { ...whole, events, ...deriveShipment(events), ...rest };
}

const said = (scan: Scan, locale: Locale = 'en', view: Partial<View> = {}, rest: Partial<Shipment> = {}): string =>
  tell(parcel([scan], rest), viewOf(locale, view));

describe('why a parcel stands still is told as its scan says it, and no more', () => {
  it.each([
    ['ON_HOLD', '外箱变形，内物无破损，已加固包装', ['the outer packaging is damaged; the contents are intact; repacked'], ['checked']],
    ['ON_HOLD', '由于寄件人包装不善', ['the sender packed it inadequately'], ['damaged', 'redone']],
    ['ON_HOLD', 'Package damaged during transit, repackaged', ['damaged on the way; repacked'], ['checked', 'redone']],
    ['ON_HOLD', '包裹破损，内物缺少2个', ['the parcel is damaged; part of the contents is missing: 2'], ['checked']],
    ['ATTEMPT_FAILED', '收件人拒签，原因：内件破损', ['refused by the recipient; the contents are damaged'], ['on the way', 'Expected']],
    ['RETURNING', '应顾客要求，包裹退回中', ['at the customer’s request'], ['recipient']],
    ['RETURNING', '买家申请退货，正在退回寄件人', ['the customer sends it back'], ['cancelled']],
    ['ATTEMPT_FAILED', '周末收件人不方便收货', ['not convenient on a day off'], ['closed']],
    ['CANCELLED', '订单已取消', [], ['sender cancelled', 'by the sender']],
  ] as const)('%s: %s', (status, text, hears, neverHears) => {
    const words = said([status, text]);
    for (const part of hears) expect(words).toContain(part);
    for (const part of neverHears) expect(words).not.toContain(part);
  });

  it('what is not understood is quoted to the recipient, masked, and nobody else', () => {
    const scan: Scan = ['ON_HOLD', '货物需做活体检疫隔离，联系人王小明13900001111'];
    expect(said(scan, 'zh-Hans')).toContain('承运商的原话：“货物需做活体检疫隔离');
    expect(said(scan, 'zh-Hans')).not.toMatch(/王小明|13900001111/);
    for (const view of [{ isRecipient: false }, { isRecipient: false, isVerified: false }]) {
      const words = said(scan, 'en', view);
      expect(words).toContain('The carrier has written why, for the recipient only');
      expect(words).not.toContain('检疫');
    }
  });
});

describe('papers that customs waits for', () => {
  it.each([
    ['Awaiting packing list from the seller', ['The sender has to send a description of the goods'], ['Otherwise ask']],
    ['Recipient must submit KYC form', ['The recipient has to send proof of identity'], ['ask the sender']],
    ['尚缺收货人护照复印件', ['The recipient has to send proof of identity'], ['ask the sender']],
    ['请发件人提供安全数据表', ['The sender has to send the safety data sheet'], ['do not say']],
    ['VAT number of the importer missing', ['The recipient has to send the tax or EORI number'], ['do not say']],
    ['請完成實名認證', ['The recipient has to send the real-name registration'], ['ask the sender']],
    [
      '收件人补充护照，发件人提供装箱单',
      ['The recipient has to send proof of identity', 'The sender has to send a description of the goods'],
      [],
    ],
    ['Held by customs', ['do not say which one', 'ask the sender'], []],
    ['请收件人补充资料', ['The recipient has to send them; the scans do not say which'], ['ask the sender']],
    ['请收件人提供动植物检疫审批单', ['own words: “请收件人提供动植物检疫审批单”'], ['do not say', 'ask the sender']],
  ] as const)('%s', (text, hears, neverHears) => {
    const words = said(['CUSTOMS', text, { reason: 'customs_documentation' }]);
    for (const part of hears) expect(words).toContain(part);
    for (const part of neverHears) expect(words).not.toContain(part);
    expect(words).not.toContain('Expected');
  });

  const abroad: Partial<Shipment> = { service: 'INTERNATIONAL' };
  it('are read where no reason is recorded, and no arrival is told while they are waited for', () => {
    expect(said(['CUSTOMS', '请收件人补充发票'], 'zh-Hans', {}, abroad)).toMatch(/还缺商业发票[\s\S]*由收件人提供商业发票/);
    expect(said(['CUSTOMS', '请收件人补充发票'], 'zh-Hans', {}, abroad)).toContain('给不出可靠的送达时间');
    expect(said(['CUSTOMS', '进口清关中'], 'zh-Hans', {}, abroad)).toContain('预计');
  });

  it('that came are not asked for again', () => {
    const after = parcel(
      [
        ['CUSTOMS', '已收到收件人补充的身份证'],
        ['CUSTOMS', '请收件人补充身份证'],
      ],
      abroad,
    );
    expect(tell(after, viewOf('zh-Hans'))).not.toContain('还缺');
  });

  it.each([
    ['請收件人繳納稅費 NT$2,480', ['by the recipient: NT$2,480']],
    ['Duties and VAT of GBP 41.90 payable by consignee before 4 December', ['by the recipient: GBP 41.90, by 4 Dec']],
    ['关税356元待寄件人支付，缴纳期限：12月8日', ['by the sender: 356元; please pay by 8 Dec']],
    ['Taxes unpaid', ['duties have to be paid']],
  ])('as duties are: %s', (text, hears) => {
    const words = said(['CUSTOMS', text], 'en', {}, abroad);
    for (const part of hears) expect(words).toContain(part);
    expect(words).not.toContain('Expected');
  });

  it('and what they come to is told to the parties alone', () => {
    expect(said(['CUSTOMS', 'Recipient to pay duties of EUR 99.50'], 'en', { isVerified: false, isRecipient: false })).not.toContain(
      '99.50',
    );
  });
});

describe('until when a parcel can be collected', () => {
  const waiting = (text: string, locale: Locale = 'en', view: Partial<View> = {}, rest: Partial<Shipment> = {}): string =>
    said(['READY_FOR_PICKUP', text], locale, view, rest);

  it.each([
    ['已存入速递易，请于11月26日21:30前取走', 'until Thu 26 Nov 21:30'],
    ['已到兔喜驿站，免费存放2天', 'free of charge for 2 days from Sat 21 Nov'],
    ['已送达超市，保留至2026-11-27', 'until Fri 27 Nov'],
    ['已入柜，保管期限：11月30日', 'until Mon 30 Nov'],
    ['Held until 27 Nov', 'until Fri 27 Nov'],
    ['Ready for collection at Green Street Shop until 1 December 2026 12:00', 'until Tue 1 Dec 12:00'],
    ['Kept at post office until 30 November', 'until Mon 30 Nov'],
    ['已送達超商，請於5天內領取', 'for 5 days from Sat 21 Nov'],
    ['已送達超商，取件期限至11/29', 'until Sun 29 Nov'],
    ['已投柜，请在36小时内凭取件码7731取件', 'until Mon 23 Nov 00:00'],
    ['请于明天18点前取件', 'until Sun 22 Nov 18:00'],
    ['最晚取件日期：12月3日', 'until Thu 3 Dec'],
  ])('%s is kept %s', (text, kept) => {
    for (const view of [{}, { isVerified: false, isRecipient: false }]) expect(waiting(text, 'en', view)).toContain(kept);
    const shipment = parcel([['READY_FOR_PICKUP', text]]);
    expect(createShipmentCard(shipment, viewOf('en'), []).headline).toContain(kept);
  });

  it('is over once it is', () => {
    expect(waiting('请于11月20日前取件', 'zh-Hans')).toMatch(/保管到 11月20日\(周五\)，已经过期/);
    expect(waiting('请于11月20日前取件', 'zh-Hans')).not.toContain('请尽快去取');
    expect(waiting('请于今天19:00前取件', 'zh-Hans')).toContain('已经过期');
    expect(waiting('请于今天21:00前取件', 'zh-Hans')).not.toContain('过期');
    expect(waiting('请于今天取件', 'zh-Hans')).not.toContain('过期');
  });

  it('a parcel that waits there does not stand still, is late by no more than it came, and has a code only where a scan tells one', () => {
    const long: Scan = ['READY_FOR_PICKUP', '已到菜鸟驿站', { occurredAt: new Date('2026-11-14T02:00:00Z') }];
    const promised = { promisedAt: new Date('2026-11-15T02:00:00Z') };
    expect(said(long, 'en', {}, promised)).not.toMatch(/no scan for|past the promised|code/);
    expect(said(long, 'zh-Hans', {}, { promisedAt: new Date('2026-11-14T00:00:00Z') })).toContain('晚了 2 小时');
    expect(waiting('已投柜，取件码 5-8-2210')).toContain('with the pickup code');
    expect(waiting('验证码 5210，签收时请告知派件员')).not.toContain('pickup code');
  });
});

describe('what is told of a parcel’s status', () => {
  it('names a piece that stands still or is lost, in text and card', () => {
    const pieces = [
      { number: 'P-1', status: 'DELIVERED' },
      { number: 'P-2', status: 'LOST_OR_DESTROYED' },
      { number: 'P-3', status: 'OUT_FOR_DELIVERY' },
    ] as const;
    const shipment = parcel([['OUT_FOR_DELIVERY', '正在派送']], { pieceCount: 3, pieces });
    expect(tell(shipment, viewOf('en'))).toContain('P-2: Lost or destroyed');
    expect(createShipmentCard(shipment, viewOf('zh-Hans'), []).headline).toContain('P-2 丢失或损毁');
    const whole = parcel([['OUT_FOR_DELIVERY', '正在派送']], { pieceCount: 1, pieces: [] });
    expect(tell(whole, viewOf('en'))).not.toContain('Of these');
  });

  it('an announced parcel that a hub scanned without a status is on its way; an office’s words move nothing', () => {
    expect(parcel([['UNKNOWN', '快件离开【长沙转运中心】']]).status).toBe('IN_TRANSIT');
    expect(parcel([['UNKNOWN', 'Arrived at Leipzig Hub']]).status).toBe('IN_TRANSIT');
    expect(said(['UNKNOWN', '快件离开【长沙转运中心】'], 'zh-Hans')).not.toMatch(/待揽收|卖家/);
    for (const text of ['客户来电催件', '寄件人已下单', '等待揽收', '快件尚未到达【长沙转运中心】'])
      expect(parcel([['UNKNOWN', text]]).status, text).toBe('LABEL_CREATED');
    const delivered = parcel([
      ['UNKNOWN', '快件离开【长沙转运中心】'],
      ['DELIVERED', '已签收'],
    ]);
    expect(delivered.status).toBe('DELIVERED');
  });

  it('refused: no arrival and no attempt are promised', () => {
    for (const scan of [
      ['ATTEMPT_FAILED', '买家拒收快件'],
      ['ATTEMPT_FAILED', '派送失败', { reason: 'consignee_refused' }],
      ['ARRIVED_LOCAL', '收件人拒签'],
    ] as const) {
      expect(said(scan, 'en')).not.toMatch(/Expected|schedules another|goes out for delivery/);
      expect(said(scan, 'zh-Hans')).not.toMatch(/预计|会再安排/);
    }
  });

  it('a wrong address: nothing is promised before it is settled', () => {
    for (const [status, text] of [
      ['ATTEMPT_FAILED', '收件地址不详'],
      ['IN_TRANSIT', '地址错误，等待收件人确认'],
    ] as const) {
      expect(said([status, text], 'zh-Hans')).toContain('地址确认好以后才能估算送达时间');
      expect(said([status, text], 'zh-Hans')).not.toMatch(/预计|联系客服补充|会再安排/);
    }
  });

  it.each([
    ['IN_TRANSIT', '运输中，预计11月29日送达', '11月29日(周日)'],
    ['ARRIVED_LOCAL', '收件人预约11月28日配送', '11月28日(周六)'],
    ['ATTEMPT_FAILED', '家中无人，改约后天派送', '11月23日(周一)'],
    ['IN_TRANSIT', 'In transit, expected delivery: 30 November', '11月30日(周一)'],
    ['OUT_FOR_DELIVERY', '預計22:30前送達', '预计 11月21日(周六) 22:30 前送达'],
  ] as const)('%s, %s: the carrier’s day is told, and not ours', (status, text, day) => {
    const words = said([status, text], 'zh-Hans', {}, { promisedAt: new Date('2026-11-22T10:00:00Z') });
    expect(words).toContain(`承运商的记录：${day}`);
    expect(words).not.toContain('推算');
  });

  it('out for delivery comes within the hours of delivery, of that day or the next', () => {
    const out = (hour: number): string =>
      said(['OUT_FOR_DELIVERY', '正在派送', { occurredAt: new Date(Date.UTC(2026, 10, 21, hour - 8)) }], 'zh-Hans', {
        now: new Date(Date.UTC(2026, 10, 21, hour - 8, 10)),
      });
    expect(out(9)).toContain('预计 11月21日(周六) 19:00 前送达');
    expect(out(17)).toContain('预计 11月21日(周六) 21:00 前送达');
    expect(out(21)).toContain('11月22日(周日) 21:00 之间送达');
  });

  it('a delivery told once more keeps its first time, by its receipt or word for word', () => {
    for (const text of ['签收单已补录', '已签收，签收人：前台']) {
      const shipment = parcel([
        ['DELIVERED', text, { signedBy: '前台', occurredAt: new Date('2026-11-21T09:00:00Z') }],
        ['DELIVERED', '已签收，签收人：前台', { signedBy: '前台' }],
      ]);
      expect(tell(shipment, viewOf('zh-Hans'))).toContain('签收时间：11月21日 11:00');
    }
  });

  it.each([
    ['收件人反映没有收到包裹，正在调查', '有疑问，正在核实'],
    ['签收作废核实中', '有疑问，正在核实'],
    ['Customer says parcel was not received', '有人反映这次签收有问题'],
  ])('a delivery that is doubted is told as such: %s', (text, told) => {
    const shipment = parcel([
      ['UNKNOWN', text],
      ['DELIVERED', '已签收'],
    ]);
    expect(shipment.status).toBe('DELIVERED');
    expect(tell(shipment, viewOf('zh-Hans'))).toContain(told);
  });

  it('what was disposed of on request is not lost, and no claim is offered', () => {
    for (const text of ['应寄件人要求销毁', 'Destroyed at the request', "Disposed of per shipper's instructions"]) {
      const words = said(['LOST_OR_DESTROYED', text], 'en');
      if (text.startsWith('Destroyed')) expect(words).toContain('Lost or destroyed');
      else {
        expect(words).toContain('Disposed of on request');
        expect(words).not.toMatch(/Lost|compensation/);
      }
    }
  });

  it('what was left somewhere was signed for by nobody', () => {
    const left = (signedBy: string, view: Partial<View> = {}): string => said(['DELIVERED', 'Delivered', { signedBy }], 'en', view);
    expect(left('LEFT IN GARAGE')).toContain('It was left at the garage; nobody signed.');
    expect(left('放在门口')).toContain('It was left at the front door; nobody signed.');
    expect(left('RECEPTION')).toContain('Signed by: reception.');
    expect(left('Left at 12 Oak Lane porch', { isRecipient: false })).not.toContain('Oak');
  });
});
