import { describe, expect, it } from 'vitest';
import { type DerivedEvent, type DerivedFrom, deriveShipment } from '../../../rules/shipments/derive.ts';
import type { ShipmentStatus } from '../../../rules/shipments/types.ts';

/** An event at an hour of 21 November; past 24 of the days after it. */
const at = (hour: number, status: ShipmentStatus, more: Partial<DerivedEvent> = {}): DerivedEvent => ({
  ...{ occurredAt: new Date(Date.UTC(2026, 10, 21, hour)), status, text: '快件' },
  ...more,
});
const statusOf = (...events: DerivedEvent[]): ShipmentStatus => deriveShipment(events).status;
const ends = { sender: { name: '王明', city: '广州市' }, recipient: { name: '李晓红', city: '杭州市' } };
/** What is told: status, hour of the scan it rests on, signer. */
function truth(events: readonly DerivedEvent[], from: DerivedFrom = {}) {
  const { status, lastScan, withdrawn } = deriveShipment(events, from);
  const hour = lastScan && (lastScan.occurredAt.getTime() - Date.UTC(2026, 10, 21)) / 3_600_000;
  return [status, hour, ...(lastScan?.signedBy ? [lastScan.signedBy] : []), ...(withdrawn ? ['withdrawn'] : [])];
}

describe('the status of a single parcel', () => {
  it('is LABEL_CREATED before any event', () => expect(deriveShipment([])).toEqual({ status: 'LABEL_CREATED', pieces: [] }));

  it('is that of the event that happened last, in whatever order events arrive', () => {
    expect(statusOf(at(12, 'OUT_FOR_DELIVERY'), at(8, 'IN_TRANSIT'))).toBe('OUT_FOR_DELIVERY');
  });

  it('takes the more advanced of two events of one instant', () => {
    expect(statusOf(at(8, 'DELIVERED'), at(8, 'OUT_FOR_DELIVERY'))).toBe('DELIVERED');
  });

  it('goes back from an attempt that failed to the depot', () => {
    expect(statusOf(at(8, 'OUT_FOR_DELIVERY'), at(9, 'ATTEMPT_FAILED'), at(10, 'ARRIVED_LOCAL'))).toBe('ARRIVED_LOCAL');
  });

  it.each(['DELIVERED', 'RETURNED', 'LOST_OR_DESTROYED', 'CANCELLED'] as const)('stays %s when a scan comes later', (end) => {
    for (const late of ['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'ON_HOLD'] as const) expect(truth([at(9, end), at(10, late)])).toEqual([end, 9]);
  });

  it('is sent back after delivery only by an event that happened after it', () => {
    expect(statusOf(at(9, 'DELIVERED'), at(10, 'RETURNING'))).toBe('RETURNING');
    expect(statusOf(at(9, 'DELIVERED'), at(10, 'RETURNING'), at(11, 'RETURNED'))).toBe('RETURNED');
    expect(truth([at(9, 'DELIVERED', { city: '杭州' }), at(8, 'RETURNING')], { ends })).toEqual(['DELIVERED', 9]);
  });

  it('is delivered when a lost parcel is found, goes on when that is told, and never moves once cancelled', () => {
    expect(statusOf(at(9, 'LOST_OR_DESTROYED'), at(10, 'DELIVERED'))).toBe('DELIVERED');
    expect(statusOf(at(9, 'LOST_OR_DESTROYED'), at(10, 'IN_TRANSIT', { text: '包裹已找到，继续转运' }))).toBe('IN_TRANSIT');
    expect(statusOf(at(9, 'LOST_OR_DESTROYED'), at(10, 'IN_TRANSIT', { text: 'still not found' }))).toBe('LOST_OR_DESTROYED');
    expect(statusOf(at(9, 'CANCELLED'), at(10, 'DELIVERED'))).toBe('CANCELLED');
  });

  it('has the reason of the event it comes from, and loses it when moving on', () => {
    const held = at(8, 'ON_HOLD', { reason: 'weather_delay' });
    expect(deriveShipment([held]).reason).toBe('weather_delay');
    expect(deriveShipment([held, at(9, 'IN_TRANSIT')])).not.toHaveProperty('reason');
  });

  it('follows events that name a piece although there is one parcel', () => {
    expect(statusOf(at(8, 'PICKED_UP', { piece: 'X-1' }))).toBe('PICKED_UP');
  });
});

describe('a delivery', () => {
  const delivered = at(10, 'DELIVERED', { signedBy: '本人', text: '已签收，签收人：本人' });
  const out = at(8, 'OUT_FOR_DELIVERY');

  it.each([
    at(40, 'UNKNOWN', { text: '任何话' }),
    at(40, 'DELIVERED', { text: '签收底单已上传' }),
    at(40, 'DELIVERED', { text: '簽收單照片已回傳' }),
    at(40, 'IN_TRANSIT', { text: 'POD image uploaded' }),
    at(40, 'IN_TRANSIT', { text: '运费已结算' }),
  ])('keeps its time, place and signer, whatever note comes later (%j)', (note) => {
    expect(truth([out, delivered, note])).toEqual(['DELIVERED', 10, '本人']);
  });

  it.each([
    at(30, 'UNKNOWN', { text: '误操作签收，签收已撤销' }),
    at(30, 'UNKNOWN', { text: '應收件人要求，簽收紀錄已取消' }),
    at(30, 'DELIVERED', { text: 'Delivery scan was made in error' }),
    at(30, 'CANCELLED', { text: 'Delivery status has been reversed' }),
    at(10, 'UNKNOWN', { text: '签收作废' }),
    ...['撤销签收', '快递员误签，包裹仍在派送', '簽收狀態已更正為派送中', '疑似误签收，已撤销签收', '操作失误，实际未签收'].map((text) =>
      at(30, 'UNKNOWN', { text }),
    ),
    ...['Mistakenly marked as delivered', 'Delivery confirmation cancelled', 'Parcel was not actually delivered'].map((text) =>
      at(30, 'UNKNOWN', { text }),
    ),
  ])('does not count once it was taken back (%j)', (back) => {
    expect(truth([out, delivered, back])).toEqual(['OUT_FOR_DELIVERY', 8, 'withdrawn']);
    expect(truth([out, delivered, back, at(32, 'IN_TRANSIT')])).toEqual(['IN_TRANSIT', 32, 'withdrawn']);
    const again = at(50, 'DELIVERED', { signedBy: '家人' });
    expect(truth([out, delivered, back, again])).toEqual(['DELIVERED', 50, '家人']);
    expect(deriveShipment([out, delivered, back, again]).arrivedAt).toEqual(again.occurredAt);
  });

  it.each([
    '客户申请撤销签收，待核实',
    '收件人投诉误签收，核实中',
    '签收无法撤销',
    'Customer claims it was delivered in error',
    '签收底单已作废',
  ])('stands while that is only asked for or doubted: %s', (text) =>
    expect(truth([out, delivered, at(30, 'UNKNOWN', { text })])).toEqual(['DELIVERED', 10, '本人']),
  );

  it('that was all that was told, taken back, leaves the parcel with us', () => {
    expect(truth([delivered, at(30, 'UNKNOWN', { text: '签收已撤回' })])).toEqual(['IN_TRANSIT', 30, 'withdrawn']);
  });

  it('repeated is the last one that stands; arrived is when it first had', () => {
    const again = at(20, 'DELIVERED', { signedBy: '门卫' });
    expect(truth([delivered, again])).toEqual(['DELIVERED', 20, '门卫']);
    expect(deriveShipment([delivered, again]).arrivedAt).toEqual(delivered.occurredAt);
  });
});

describe('a return', () => {
  const returning = at(8, 'RETURNING');

  it.each([
    at(20, 'DELIVERED', { signedBy: '寄件人' }),
    at(20, 'DELIVERED', { signedBy: 'Sender', city: 'Hangzhou' }),
    at(20, 'DELIVERED', { text: '退件已签收' }),
    at(20, 'DELIVERED'),
    at(20, 'DELIVERED', { signedBy: '本人', city: '广州' }),
    at(20, 'DELIVERED', { signedBy: '王明' }),
  ])('ends with the sender: %j', (end) => {
    expect(truth([returning, end], { ends })[0]).toBe('RETURNED');
    expect(truth([returning, end, at(40, 'UNKNOWN', { text: '底单已上传' })], { ends })[1]).toBe(20);
  });

  it('is told by the signer even where nobody told of its way back', () => {
    expect(statusOf(at(8, 'OUT_FOR_DELIVERY'), at(20, 'DELIVERED', { signedBy: '发件人' }))).toBe('RETURNED');
    expect(statusOf(at(8, 'OUT_FOR_DELIVERY'), at(20, 'DELIVERED', { signedBy: '代收点' }))).toBe('DELIVERED');
  });

  it('goes on through depots and couriers, with their scans as its own', () => {
    const way = [returning, at(10, 'IN_TRANSIT'), at(12, 'ARRIVED_LOCAL'), at(14, 'OUT_FOR_DELIVERY', { city: '广州市' })];
    expect(truth(way, { ends })).toEqual(['RETURNING', 14]);
    expect(truth([...way, at(15, 'ON_HOLD'), at(16, 'IN_TRANSIT')], { ends })).toEqual(['RETURNING', 16]);
  });

  it.each([
    at(10, 'IN_TRANSIT', { text: '退回已取消，继续派送' }),
    at(10, 'ARRIVED_LOCAL', { text: 'Return to sender cancelled' }),
    at(10, 'OUT_FOR_DELIVERY', { city: '杭州' }),
  ])('is over when called off, or out to the recipient’s town: %j', (event) => {
    expect(truth([returning, event], { ends })).toEqual([event.status, 10]);
    expect(truth([returning, event, at(12, 'DELIVERED', { signedBy: '本人' })], { ends })).toEqual(['DELIVERED', 12, '本人']);
  });
});

describe('notes', () => {
  const scan = at(8, 'IN_TRANSIT', { reason: 'weather_delay' });

  it.each([
    ['UNKNOWN', '快件到达上海'],
    ['IN_TRANSIT', '客服已催促网点'],
    ['IN_TRANSIT', '客服已催促網點儘快派送'],
    ['ARRIVED_LOCAL', '【系统备注】工单已创建'],
    ['OUT_FOR_DELIVERY', '取件短信已发送'],
    ['ON_HOLD', '已转客服处理'],
    ['IN_TRANSIT', 'Customer service has contacted the depot'],
    ['IN_TRANSIT', 'Depot was chased again'],
    ['DELIVERED', 'Proof of delivery uploaded'],
  ] as const)('move nothing: %s %s', (status, text) => {
    expect(deriveShipment([scan, at(300, status, { text })])).toEqual(deriveShipment([scan]));
  });

  it.each([
    ['IN_TRANSIT', '快件已到达【杭州转运中心】，已短信通知客户'],
    ['READY_FOR_PICKUP', '已存入驿站，取件短信已发送'],
    ['DELIVERED', '已签收，签收底单已上传'],
    ['LOST_OR_DESTROYED', '客服已登记遗失'],
    ['OUT_FOR_DELIVERY', '快递员正在派送，请保持电话畅通'],
    ['IN_TRANSIT', 'Departed from facility, notification sent'],
  ] as const)('are not what tells of handling, or decides: %s %s', (status, text) => {
    expect(truth([scan, at(300, status, { text })])).toEqual([status, 300]);
  });
});

describe('several pieces', () => {
  const pieces = ['X-1', 'X-2', 'X-3'];

  it('are as far as the least advanced, with its last scan', () => {
    const events = [
      at(8, 'IN_TRANSIT'),
      at(9, 'DELIVERED', { piece: 'X-1', signedBy: '本人' }),
      at(9, 'OUT_FOR_DELIVERY', { piece: 'X-2' }),
    ];
    expect(truth(events, { pieces })).toEqual(['IN_TRANSIT', 8]);
    expect(deriveShipment(events, { pieces }).pieces).toEqual([
      { number: 'X-1', status: 'DELIVERED' },
      { number: 'X-2', status: 'OUT_FOR_DELIVERY' },
      { number: 'X-3', status: 'IN_TRANSIT' },
    ]);
  });

  it('stand still since the one of them that has stood longest', () => {
    const events = [1, 2, 3].map((piece) => at(8 + piece * 10, 'IN_TRANSIT', { piece: `X-${piece}` }));
    expect(truth(events, { pieces })).toEqual(['IN_TRANSIT', 18]);
  });

  it('are DELIVERED only when all are, at the time of the last', () => {
    const twoOf = [at(9, 'DELIVERED', { piece: 'X-1' }), at(12, 'DELIVERED', { piece: 'X-2' })];
    expect(truth([...twoOf, at(9, 'LOST_OR_DESTROYED', { piece: 'X-3' })], { pieces })[0]).toBe('LOST_OR_DESTROYED');
    const all = [...twoOf, at(10, 'DELIVERED', { piece: 'X-3' })];
    expect(truth(all, { pieces })).toEqual(['DELIVERED', 12]);
    expect(deriveShipment(all, { pieces }).arrivedAt).toEqual(all[1]?.occurredAt);
    expect(truth([at(9, 'DELIVERED')], { pieces })).toEqual(['DELIVERED', 9]);
  });

  it('ignore an event about a piece that is not of the shipment', () => {
    expect(deriveShipment([at(9, 'DELIVERED', { piece: 'Y-1' })], { pieces }).status).toBe('LABEL_CREATED');
  });
});
