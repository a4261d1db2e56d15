import { beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../../core/clock.ts';
import { createSampleShipments, SAMPLE_NOW, SAMPLES } from '../../../dialogs/samples.ts';
import type { NewComplaint } from '../../../rules/complaints/types.ts';
import { createMemoryServices, type MemoryServices } from '../../memory.ts';
import { createMemoryConversations } from '../../memoryConversations.ts';
import { AGENT, BOT, CUSTOMER, DAY, HOUR, newComplaint, REMEDY } from './desk.ts';

let clock: ReturnType<typeof createFixedClock>;
let services: MemoryServices;
const open = (key: string, more: Partial<NewComplaint> = {}) =>
  services.complaints.open(newComplaint({ idempotencyKey: key, trackingNumber: SAMPLES.inTransit, ...more }));

beforeEach(() => {
  clock = createFixedClock(SAMPLE_NOW);
  services = createMemoryServices(clock, createSampleShipments());
});

describe('complaints in memory', () => {
  it('numbers tickets by the day in Shanghai and answers a repeated message with the same ticket', async () => {
    const first = await open('m1');
    expect(first).toMatchObject({
      isAdded: false,
      complaint: { reference: 'CMP-20261121-0001', shipmentId: `shipment-${SAMPLES.inTransit}` },
    });
    expect(await open('m1')).toEqual(first);
    expect((await open('m2', { category: 'damage' })).complaint.reference).toBe('CMP-20261121-0002');
  });

  it('adds the same matter to the open ticket, and repeats weigh a step', async () => {
    const { complaint } = await open('m1');
    const again = await open('m2', { description: '还没有' });
    expect(again).toMatchObject({
      isAdded: true,
      complaint: { reference: complaint.reference, contactCount: 2, description: '包裹丢了\n还没有' },
    });
    expect(await open('m2')).toEqual(again);
    // A loss is P2; a second complaint within 30 days is one step up.
    expect((await open('m3', { trackingNumber: SAMPLES.late })).complaint.severity).toBe('P1');
  });

  it('adds what is said in the same words without a parcel', async () => {
    await open('m1', { trackingNumber: undefined, description: '你们的客服电话一直打不通' });
    expect((await open('m2', { trackingNumber: undefined, description: '你们的客服电话，一直打不通' })).isAdded).toBe(true);
    expect((await open('m3', { trackingNumber: undefined, description: '快递员态度恶劣' })).isAdded).toBe(false);
  });

  it('keeps two parties of one shipment apart, linked for staff', async () => {
    await open('m1');
    const other = await open('m2', { customerId: undefined, conversationId: 'conversation-2' });
    expect(other).toMatchObject({ isAdded: false, complaint: { reference: 'CMP-20261121-0002' } });
    expect(services.complaints.events('CMP-20261121-0002').at(-1)).toMatchObject({
      action: 'linked',
      data: { reference: 'CMP-20261121-0001' },
    });
    const viewer = { conversationId: 'conversation-2' };
    expect(await services.complaints.find('CMP-20261121-0001', viewer)).toBeUndefined();
    expect(await services.complaints.find('CMP-20261121-0002', viewer)).toBeDefined();
    expect((await services.complaints.list(viewer)).map(({ reference }) => reference)).toEqual(['CMP-20261121-0002']);
  });

  it('knows a person again in another conversation of the same identity', async () => {
    const conversations = createMemoryConversations();
    for (const id of ['a', 'b']) await conversations.open({ id, channel: 'webchat', userId: 'u1', locale: 'en' });
    services = createMemoryServices(clock, createSampleShipments(), conversations);
    const { complaint } = await open('m1', { customerId: undefined, conversationId: 'a' });
    expect(await services.complaints.find(complaint.reference, { conversationId: 'b' })).toBeDefined();
    expect((await open('m2', { customerId: undefined, conversationId: 'b' })).isAdded).toBe(true);
  });

  it('lists open ones first, then the newest, five at most', async () => {
    const numbers = [SAMPLES.inTransit, SAMPLES.late, SAMPLES.delivered, SAMPLES.readyForPickup, SAMPLES.threePieces, SAMPLES.customs];
    for (const trackingNumber of numbers) await open(trackingNumber, { trackingNumber });
    await services.complaints.change('CMP-20261121-0006', { to: 'WITHDRAWN' }, CUSTOMER, 'k').catch(() => undefined);
    const { status } = services.complaints.read('CMP-20261121-0006');
    const list = await services.complaints.list({ conversationId: 'x', customerId: 'customer-li' });
    expect(list).toHaveLength(5);
    // Repeats make the later ones P1: escalated tickets cannot be withdrawn, so the sixth stays open.
    expect(status).toBe('ESCALATED');
    expect(list[0]?.reference).toBe('CMP-20261121-0006');
  });

  it('runs a command once per key, tells the customer, and keeps a refusal in a whole audit', async () => {
    const { complaint } = await open('m1');
    const propose = () => services.complaints.change(complaint.reference, { to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT, 'k1');
    expect((await propose()).version).toBe(2);
    expect((await propose()).version).toBe(2);
    expect(services.complaints.notices).toEqual([
      {
        ...{ conversationId: 'conversation-1', reference: complaint.reference, trackingNumber: SAMPLES.inTransit },
        ...{ kind: 'proposed', words: REMEDY.text, amount: REMEDY.amount },
      },
    ]);
    await expect(services.complaints.change(complaint.reference, { to: 'ACCEPTED' }, BOT, 'k2')).rejects.toMatchObject({
      code: 'TRANSITION_REFUSED',
    });
    expect(services.complaints.events(complaint.reference).at(-1)?.action).toBe('refused');
    expect(services.complaints.isWhole()).toBe(true);
    await expect(services.complaints.change('CMP-20261121-0099', {}, AGENT, 'k3')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('runs alarms when the clock has come to them', async () => {
    const { complaint } = await open('m1');
    clock.advance(48 * HOUR);
    services.complaints.runAlarms();
    expect(services.complaints.read(complaint.reference).status).toBe('ESCALATED');
    expect(services.complaints.notices.map(({ kind }) => kind)).toEqual(['late']);
    expect(services.complaints.webhooks.map(({ event }) => event)).toEqual(['complaint.created', 'complaint.escalated']);
    clock.advance(DAY);
    services.complaints.runAlarms();
    expect(services.complaints.notices).toHaveLength(1);
  });
});

describe('claims in memory', () => {
  const value = { minor: 20_000, currency: 'CNY' };

  it('keeps one claim a complaint, computed by the rules', async () => {
    const { complaint } = await open('m1', { category: 'damage' });
    const claim = { idempotencyKey: 'c1', complaintReference: complaint.reference, kind: 'damaged', value, evidence: 'A' } as const;
    const opened = await services.claims.open(claim);
    expect(opened).toMatchObject({ status: 'ASSESSING', result: { isAutomatic: false } });
    expect(await services.claims.open(claim)).toEqual(opened);
    expect(await services.claims.find(complaint.reference)).toEqual(opened);
    await expect(services.claims.open({ ...claim, idempotencyKey: 'c2' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(services.claims.open({ ...claim, idempotencyKey: 'c3', complaintReference: 'CMP-1' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('proposes at once what the rules let the bot offer, and follows the customer’s answer', async () => {
    const shipments = createSampleShipments().map((shipment) => ({
      ...shipment,
      freight: { minor: 1200, currency: 'CNY' },
      ...(shipment.trackingNumber === SAMPLES.late && { reason: 'carrier_sorting_error' as const }),
    }));
    services = createMemoryServices(clock, shipments);
    const { complaint } = await open('m1', { category: 'delay', trackingNumber: SAMPLES.late });
    // Late enough to wait no longer, not so late that it counts as lost.
    clock.advance(DAY);
    const nothing = { minor: 0, currency: 'CNY' };
    const claim = await services.claims.open({
      ...{ idempotencyKey: 'c1', complaintReference: complaint.reference, kind: 'delayed', value: nothing, evidence: 'C' },
    });
    expect(claim.result.needsPersonBecause).toEqual([]);
    expect(claim).toMatchObject({ status: 'OFFERED', offered: claim.result.offer });
    expect(services.complaints.read(complaint.reference)).toMatchObject({ status: 'RESOLUTION_PROPOSED', remedy: { type: 'refund' } });
    await services.complaints.change(complaint.reference, { to: 'ACCEPTED' }, CUSTOMER, 'k1');
    expect((await services.claims.find(complaint.reference))?.status).toBe('ACCEPTED');
  });
});
