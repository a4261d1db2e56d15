import { describe, expect, it } from 'vitest';
import { createSampleShipments, SAMPLES } from '../../../dialogs/samples.ts';
import { accountOf, keptUntil } from '../../../rules/shipments/phrases/account.ts';
import type { Shipment, ShipmentStatus } from '../../../rules/shipments/types.ts';

const parcel = createSampleShipments().find(({ trackingNumber }) => trackingNumber === SAMPLES.inTransit)!;
const AT = new Date('2026-11-21T04:00:00Z');
const withScans = (status: ShipmentStatus, ...texts: readonly string[]): Shipment => ({
  ...parcel,
  events: texts.map((text, index) => ({ occurredAt: new Date(AT.getTime() - index * 3_600_000), status, text })),
});

describe('what scans say of why', () => {
  it.each([
    ['【太原转运中心】因交通事故，快件延误', 'carrier_vehicle_issue'],
    ['遇暴雪天气，运输延迟', 'weather_delay'],
    ['收件地址不完整，无法派送', 'consignee_incorrect_address'],
    ['多次拨打收件人电话无人接听', 'cannot_contact'],
    ['因双十一件量激增，派送延迟', 'carrier_capacity_exceeded'],
    ['快件錯分，已轉回', 'carrier_sorting_error'],
    ['受颱風影響，貨件延誤', 'weather_delay'],
    ['Delayed due to flight cancellation', 'carrier_vehicle_issue'],
    ['Delivery attempted: recipient was absent', 'consignee_not_home'],
    ['Awaiting payment of import duties', 'customs_duties_unpaid'],
  ])('%s is %s', (text, reason) => {
    expect(accountOf(withScans('ON_HOLD', text))?.reason).toBe(reason);
  });

  it.each([
    ['缺少形式发票，请寄件人尽快提供', ['commercial_invoice'], 'sender'],
    ['需要收件人提供护照复印件', ['identity'], 'recipient'],
    ['清關文件不齊，請收件人補交身分證', ['identity'], 'recipient'],
    ['The sender must provide a proforma invoice', ['commercial_invoice'], 'sender'],
    ['Missing packing list and proof of purchase', ['description', 'proof_of_payment'], undefined],
  ])('%s names the papers, and who has to send them', (text, papers, from) => {
    expect(accountOf(withScans('CUSTOMS', text))).toMatchObject({
      reason: 'customs_documentation',
      demands: [{ papers, ...(from && { from }) }],
    });
  });

  it('tells what is given up from what is searched for', () => {
    const isFinal = (text: string): boolean | undefined => accountOf(withScans('ON_HOLD', text))?.isFinal;
    expect(['快件已判定丢失', '經查件已確認遺失', 'The parcel is declared lost'].map(isFinal)).toEqual([true, undefined, true]);
    expect(['疑似丢失，正在核查', 'Possibly lost, under investigation'].map(isFinal)).toEqual([false, false]);
  });

  it('is the newest scan that says why; a scan that says nothing hides none, and another meaning is none', () => {
    const shipment = withScans('IN_TRANSIT', '快件已到达【郑州转运中心】', '因车辆故障，发出时间推迟', '受大雾影响，运输延误');
    expect(accountOf(shipment)).toMatchObject({ reason: 'carrier_vehicle_issue', event: shipment.events[1] });
    expect(accountOf(withScans('IN_TRANSIT', '快件已到达【郑州转运中心】', '车辆故障已排除待核实'))).toBeUndefined();
  });

  it('until when a parcel lies at its pickup point is what its scan says', () => {
    expect(keptUntil(withScans('READY_FOR_PICKUP', '已到【晴川驿站】，保管至12月1日'))).toMatchObject({ when: '12月1日' });
    expect(keptUntil(withScans('READY_FOR_PICKUP', '已送達門市，請於七日內取件'))).toMatchObject({ days: 7, event: { occurredAt: AT } });
    expect(keptUntil(withScans('READY_FOR_PICKUP', 'Available until 2 December'))).toMatchObject({ when: '2 December' });
    expect(keptUntil(withScans('READY_FOR_PICKUP', '已到【晴川驿站】'))).toBeUndefined();
  });
});
