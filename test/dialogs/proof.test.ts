import { describe, expect, it } from 'vitest';
import { isProven, isRecipient, keepProof, levelOf } from '../../dialogs/proof.ts';
import { createSampleShipments, SAMPLE_CUSTOMER, SAMPLE_NOW, SAMPLES } from '../../dialogs/samples.ts';
import { readMemory, type Turn } from '../../dialogs/turn.ts';

const NOW = new Date(SAMPLE_NOW);
const DAY_MS = 86_400_000;
const parcel = createSampleShipments().find(({ trackingNumber }) => trackingNumber === SAMPLES.inTransit)!;
const turnOf = (state: object, more: Partial<Turn> = {}): Turn => ({ memory: readMemory(state as never), now: NOW, ...more }) as Turn;

describe('a proof by the last four digits', () => {
  it('is the recipient’s when the recipient’s digits were given, and grows with the other’s', () => {
    const turn = turnOf({});
    expect([levelOf(turn, parcel), isRecipient(turn, parcel)]).toEqual([0, false]);
    keepProof(turn, parcel.trackingNumber, ['sender']);
    expect([levelOf(turn, parcel), isRecipient(turn, parcel)]).toEqual([1, false]);
    keepProof(turn, parcel.trackingNumber, ['recipient']);
    expect(isRecipient(turn, parcel)).toBe(true);
    keepProof(turn, parcel.trackingNumber, ['sender']);
    expect(isRecipient(turn, parcel)).toBe(true);
    const later = turnOf({ verified: turn.memory.verified }, { now: new Date(NOW.getTime() + DAY_MS) });
    expect([isProven(later, parcel.trackingNumber), isRecipient(later, parcel)]).toEqual([false, false]);
  });

  it('counts as the sender’s where it does not say whose, as older ones', () => {
    const turn = turnOf({ verified: [{ number: parcel.trackingNumber, untilMs: NOW.getTime() + 1 }] });
    expect([levelOf(turn, parcel), isRecipient(turn, parcel)]).toEqual([1, false]);
  });

  it('makes a known customer the recipient of their own parcels to their own name alone', () => {
    const of = (name: string | undefined, shipment = parcel): boolean =>
      isRecipient(turnOf({}, { customer: { id: SAMPLE_CUSTOMER.id, ...(name && { name }) } }), shipment);
    expect(of(parcel.recipient.name)).toBe(true);
    for (const name of [parcel.sender.name, '某某贸易公司', undefined]) expect(of(name)).toBe(false);
    expect(of(parcel.recipient.name, { ...parcel, customerId: 'another' })).toBe(false);
  });
});
