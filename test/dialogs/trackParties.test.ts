import { describe, expect, it } from 'vitest';
import { SAMPLE_NOW } from '../../dialogs/samples.ts';
import { describeParticular } from '../../dialogs/track/particulars.ts';
import { createShipmentCard, describe as describeShipment } from '../../dialogs/track/present.ts';
import type { View } from '../../dialogs/track/view.ts';
import { deriveShipment } from '../../rules/shipments/derive.ts';
import type { Shipment, ShipmentStatus, TrackingEvent } from '../../rules/shipments/types.ts';

const NOW = new Date(SAMPLE_NOW);
const RECIPIENT: View = { locale: 'zh-Hans', now: NOW, timeZone: 'Asia/Shanghai', isVerified: true, isRecipient: true };
const SENDER: View = { ...RECIPIENT, isRecipient: false };

const LAST_MILE: ReadonlySet<ShipmentStatus> = new Set(['OUT_FOR_DELIVERY', 'READY_FOR_PICKUP', 'ATTEMPT_FAILED', 'DELIVERED']);

function shipmentWith(scans: readonly (readonly [ShipmentStatus, string, string?])[], rest: Partial<Shipment> = {}): Shipment {
  const isBack = scans.some(([status]) => status === 'RETURNING' || status === 'RETURNED');
  const events = scans.map(
    ([status, text, city], index): TrackingEvent => ({
      occurredAt: new Date(NOW.getTime() - (index + 1) * 3_600_000),
      ...{ status, text, city: city ?? (LAST_MILE.has(status) && !isBack ? '杭州市' : '广州市'), country: 'CN' },
    }),
  );
  return {
    ...{ id: 's', trackingNumber: 'XB880000000015', service: 'STANDARD', direction: 'forward', pieceCount: 1 },
    createdAt: new Date(NOW.getTime() - 90 * 3_600_000),
    sender: { name: '顾明远', phone: '+8613912340573', country: 'CN', province: '广东省', city: '广州市' },
    recipient: { name: '李晓红', phone: '+8613700009264', country: 'CN', province: '浙江省', city: '杭州市' },
    events,
    ...deriveShipment(events),
    ...rest,
  } as Shipment;
}

const shownTo = (shipment: Shipment, view: View): string =>
  [
    JSON.stringify(createShipmentCard(shipment, view, [])),
    describeShipment(shipment, view),
    describeParticular('original', shipment, view),
    describeParticular('pickup_code', shipment, view),
  ].join('\n');

describe('a verified recipient', () => {
  it.each([
    ['PICKED_UP', '寄件人电话139-1234-0573，已收件', /0573/],
    ['LABEL_CREATED', '卖家尾号０５７３已下单', /0573|０５７３/],
    ['PICKED_UP', '末四码〇五柒三', /五柒/],
    ['RETURNED', 'Shipper last four zero five seven three', /five/],
    ['PICKED_UP', '已从景明大道7号收件', /景明|7号/],
    ['RETURNING', '正退往惠福西路12号', /惠福/],
    ['PICKED_UP', 'Collected from 3 Rose Lane', /Rose/],
    ['RETURNED', '已退至景明大道7号，签收人顾明远', /景明|明远/],
    ['IN_TRANSIT', '退件地址：广州市惠福西路12号', /惠福/],
    ['ATTEMPT_FAILED', '已联系顾明远', /明远/],
    ['READY_FOR_PICKUP', '凭取件码4-1-3015领取，寄件人尾号0573', /0573/],
    ['IN_TRANSIT', 'Sender mobile 139 1234 0573', /0573/],
  ] as const)('reads nothing of the sender’s in %s: %s', (status, text, secret) => {
    for (const locale of ['zh-Hans', 'en'] as const)
      expect(shownTo(shipmentWith([[status, text]]), { ...RECIPIENT, locale })).not.toMatch(secret);
  });

  it('reads no street for the city where the parcel was collected', () => {
    expect(shownTo(shipmentWith([['PICKED_UP', '已揽收', '景明大道7号']]), RECIPIENT)).not.toContain('景明');
  });

  it('reads of the way, and of their own door, and hears what happened at the sender’s', () => {
    const shown = shownTo(
      shipmentWith([
        ['ATTEMPT_FAILED', '收件人尾号9264，放在3号楼前台'],
        ['IN_TRANSIT', '快件已到达【嘉兴转运中心】'],
        ['PICKED_UP', '寄件人尾号0573，已揽收'],
      ]),
      RECIPIENT,
    );
    for (const told of ['9264', '3号楼前台', '嘉兴转运中心', '已揽收 · 广州']) expect(shown).toContain(told);
  });

  it.each([
    ['OUT_FOR_DELIVERY', '派件中，派送至景明大道7号4栋', /景明/],
    ['ATTEMPT_FAILED', '景明大道7号无人应门，改日再派', /景明/],
    ['READY_FOR_PICKUP', '已存放于景明大道丰巢柜，取件码3015', /景明|3015/],
    ['DELIVERED', '已放在景明大道7号门卫处', /景明|门卫/],
    ['DELIVERED', 'Left with the porter at 3 Rose Lane', /Rose|porter/],
    ['IN_TRANSIT', 'Arrived at 3 Rose Lane', /Rose/],
  ] as const)('reads nothing of the sender’s door once it is on its way back: %s %s', (status, text, secret) => {
    const back = shipmentWith([
      [status, text],
      ['RETURNING', '收件人拒收，退回中'],
    ]);
    for (const locale of ['zh-Hans', 'en'] as const) expect(shownTo(back, { ...RECIPIENT, locale })).not.toMatch(secret);
  });

  it('reads of their own door once the return is called off', () => {
    const again = shipmentWith([
      ['OUT_FOR_DELIVERY', '派往湖滨路5号', '杭州市'],
      ['IN_TRANSIT', '退回已取消，重新派送'],
      ['RETURNING', '退回中'],
    ]);
    expect(shownTo(again, RECIPIENT)).toContain('湖滨路5号');
  });

  it.each([
    ['IN_TRANSIT', '景明大道七号的件已装车', /景明/],
    ['IN_TRANSIT', '明远已交件', /明远/],
    ['ON_HOLD', '暴雨，景明大道封路', /景明/],
    ['ON_HOLD', 'Weather delay at the Stone house', /Stone/],
    ['IN_TRANSIT', '佐藤様より集荷しました', /佐藤/],
    ['CUSTOMS', '等待明远补充说明', /明远/],
  ] as const)('reads no words of the way that may be the sender’s: %s %s', (status, text, secret) => {
    expect(shownTo(shipmentWith([[status, text]]), RECIPIENT)).not.toMatch(secret);
  });

  it.each([
    ['DELIVERED', '已签收，签单寄回景明大道7号4栋', /景明/],
    ['READY_FOR_PICKUP', '超时未取将退至广州景明大道', /景明/],
    ['OUT_FOR_DELIVERY', '自景明大道七号四栋直送', /景明|七号/],
    ['OUT_FOR_DELIVERY', '包裹送达景明大道', /景明/],
    ['ATTEMPT_FAILED', 'Refused, take it to Jingming Avenue', /Jingming/],
    ['ATTEMPT_FAILED', '收件人不要，发货仓在天河3楼', /天河3楼/],
    ['ATTEMPT_FAILED', '货主 顾 _明_ 远 要求改派', /明_/],
    ['OUT_FOR_DELIVERY', 'Gift from Mingyuan, out for delivery', /Mingyuan/],
    ['DELIVERED', '已退还寄件人，放在1607门口', /1607/],
  ] as const)('reads nothing of the sender in the last mile either: %s %s', (status, text, secret) => {
    const sender = { name: '顾明远', phone: '+8613912340573', country: 'CN', province: '广东省', city: '广州市', street: '景明大道7号4栋' };
    expect(shownTo(shipmentWith([[status, text]], { sender }), RECIPIENT)).not.toMatch(secret);
  });

  it.each([
    ['阿合买提·玉素甫', '玉素甫要求改期派送'],
    ['广州明澜服饰有限公司', '明澜要求改期派送'],
    ['Harbour & Finch Trading Ltd', 'Finch asked for Monday'],
    ['Juniper & Rye Soap Works', 'Juniper and Rye soaps, delivered'],
  ])('the sender %s is known by a part of their name: %s', (name, text) => {
    const sender = { name, phone: '', country: 'CN', province: '广东省', city: '广州市' };
    expect(shownTo(shipmentWith([['ATTEMPT_FAILED', text]], { sender }), RECIPIENT)).not.toContain(text.slice(0, 2));
  });

  it('gets no code of a locker in the sender’s city; the sender does', () => {
    const back = shipmentWith([
      ['READY_FOR_PICKUP', '已到丰巢柜，取件码 9-9-1188', '广州市'],
      ['ATTEMPT_FAILED', '客户拒收'],
    ]);
    expect(shownTo(back, RECIPIENT)).not.toContain('1188');
    expect(shownTo(back, { ...SENDER, isSender: true })).toContain('1188');
  });

  it('of what its customer returns, the recipient collects', () => {
    const scans = [['READY_FOR_PICKUP', '退货件存入丰巢，取件码 50913377']] as const;
    expect(shownTo(shipmentWith(scans, { direction: 'return' }), RECIPIENT)).toContain('50913377');
    expect(shownTo(shipmentWith(scans, { direction: 'return' }), { ...SENDER, isSender: true })).not.toContain('50913377');
  });

  it('still reads of their own door', () => {
    expect(shownTo(shipmentWith([['DELIVERED', '放在6栋601门口鞋柜上']]), RECIPIENT)).toContain('601门口鞋柜');
    expect(shownTo(shipmentWith([['READY_FOR_PICKUP', '已到湖滨驿站，取件码 3-1-2208']]), RECIPIENT)).toContain('3-1-2208');
  });

  it('reads what customs wants, and that nothing can be shown where nothing can', () => {
    expect(shownTo(shipmentWith([['CUSTOMS', '请收件人补交原产地声明']]), RECIPIENT)).toContain('原产地声明');
    expect(describeParticular('original', shipmentWith([['IN_TRANSIT', '明远已交件']]), RECIPIENT)).toContain('不便给您看');
  });

  it('who sends to themselves may read what is theirs', () => {
    const self = { name: '李晓红', phone: '13700009264', country: 'CN', province: '广东省', city: '广州市' };
    expect(shownTo(shipmentWith([['IN_TRANSIT', '已联系尾号9264']], { sender: self }), RECIPIENT)).toContain('9264');
  });
});

it('a sender reads nothing of the recipient’s', () => {
  for (const text of [
    '收件人尾号9264',
    '后四位九二陆四',
    '李晓红要求改期',
    'Li Xiaohong asked to wait',
    '已到达【嘉兴转运中心】，nine two six four',
  ])
    expect(shownTo(shipmentWith([['IN_TRANSIT', text]]), SENDER)).not.toMatch(/9264|九二|晓红|Xiaohong|nine/);
});

describe('a guest', () => {
  const guest: View = { ...SENDER, isVerified: false };
  it.each(['14 Rose Lane, Paris', '顾明远', 'Emma Stone'])('hears no %s in the name of a clock', (city) => {
    const scan = { occurredAt: new Date(NOW.getTime() - 3_600_000), status: 'IN_TRANSIT' as const, text: '', city, country: 'FR' };
    const shipment = shipmentWith([], {
      ...{ events: [scan], ...deriveShipment([scan]), promisedAt: new Date(NOW.getTime() + 7_200_000) },
      recipient: { name: 'x', phone: '', country: 'FR', province: '', city },
    });
    for (const locale of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const shown = shownTo(shipment, { ...guest, locale });
      expect(shown).not.toContain(city);
      expect(shown).toMatch(/法国时间|法國時間|France time/);
    }
  });
});
