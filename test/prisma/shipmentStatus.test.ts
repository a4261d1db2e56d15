import { describe, expect, it } from 'vitest';
import { computeStatus, type StatusEvent } from '../../prisma/crm/shipments/status.ts';
import type { ShipmentStatus, StatusReason } from '../../rules/shipments/types.ts';

/** An event at an hour of 21 November. */
const at = (hour: number, status: ShipmentStatus, more: { reason?: StatusReason; piece?: string } = {}): StatusEvent => ({
  occurredAt: new Date(Date.UTC(2026, 10, 21, hour)),
  status,
  ...more,
});
const statusOf = (...events: StatusEvent[]): ShipmentStatus => computeStatus(events, []).status;

describe('the status of a single parcel', () => {
  it('is LABEL_CREATED before any event', () => expect(computeStatus([], [])).toEqual({ status: 'LABEL_CREATED', pieces: [] }));

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
    for (const late of ['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'ON_HOLD'] as const) expect(statusOf(at(9, end), at(10, late))).toBe(end);
  });

  it('is sent back after delivery only by an event that happened after it', () => {
    expect(statusOf(at(9, 'DELIVERED'), at(10, 'RETURNING'))).toBe('RETURNING');
    expect(statusOf(at(9, 'DELIVERED'), at(10, 'RETURNING'), at(11, 'RETURNED'))).toBe('RETURNED');
    expect(statusOf(at(9, 'DELIVERED'), at(8, 'RETURNING'))).toBe('DELIVERED');
  });

  it('is delivered when a lost parcel is found, and never moves once cancelled', () => {
    expect(statusOf(at(9, 'LOST_OR_DESTROYED'), at(10, 'DELIVERED'))).toBe('DELIVERED');
    expect(statusOf(at(9, 'CANCELLED'), at(10, 'DELIVERED'))).toBe('CANCELLED');
  });

  it('is not moved by an unknown scan, which still counts as the last sign of life', () => {
    const computed = computeStatus([at(8, 'IN_TRANSIT'), at(9, 'UNKNOWN')], []);
    expect(computed).toMatchObject({ status: 'IN_TRANSIT', lastEventAt: at(9, 'UNKNOWN').occurredAt });
  });

  it('has the reason of the event it comes from, and loses it when moving on', () => {
    const held = at(8, 'ON_HOLD', { reason: 'weather_delay' });
    expect(computeStatus([held], []).reason).toBe('weather_delay');
    expect(computeStatus([held, at(9, 'IN_TRANSIT')], [])).not.toHaveProperty('reason');
  });

  it('follows events that name a piece although there is one parcel', () => {
    expect(statusOf(at(8, 'PICKED_UP', { piece: 'X-1' }))).toBe('PICKED_UP');
  });
});

describe('the status of several pieces', () => {
  const pieces = ['X-1', 'X-2', 'X-3'];

  it('is that of the least advanced piece', () => {
    const events = [at(8, 'IN_TRANSIT'), at(9, 'DELIVERED', { piece: 'X-1' }), at(9, 'OUT_FOR_DELIVERY', { piece: 'X-2' })];
    expect(computeStatus(events, pieces)).toMatchObject({
      status: 'IN_TRANSIT',
      pieces: [
        { number: 'X-1', status: 'DELIVERED' },
        { number: 'X-2', status: 'OUT_FOR_DELIVERY' },
        { number: 'X-3', status: 'IN_TRANSIT' },
      ],
    });
  });

  it('is DELIVERED only when all are', () => {
    const twoOf = [at(9, 'DELIVERED', { piece: 'X-1' }), at(9, 'DELIVERED', { piece: 'X-2' })];
    expect(computeStatus([...twoOf, at(9, 'LOST_OR_DESTROYED', { piece: 'X-3' })], pieces).status).toBe('LOST_OR_DESTROYED');
    expect(computeStatus([...twoOf, at(9, 'DELIVERED', { piece: 'X-3' })], pieces).status).toBe('DELIVERED');
    expect(computeStatus([at(9, 'DELIVERED')], pieces).status).toBe('DELIVERED');
  });

  it('ignores an event about a piece that is not of the shipment', () => {
    expect(computeStatus([at(9, 'DELIVERED', { piece: 'Y-1' })], pieces).status).toBe('LABEL_CREATED');
  });
});
