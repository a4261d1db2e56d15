import { describe, expect, it } from 'vitest';
import { type ClaimShipment, toClaimInput } from '../../../rules/claims/input.ts';
import { hasCarrierFault, reachOf, regimeOf } from '../../../rules/claims/regime.ts';
import { DEFAULT_CLAIM_POLICY } from '../../../rules/claims/rules.ts';
import { claimableFrom } from '../../../rules/claims/waiting.ts';
import { SERVICES, STATUS_REASONS } from '../../../rules/shipments/types.ts';
import { cny } from './input.ts';

const at = (text: string): Date => new Date(`${text}Z`);
const place = (country: string, city: string) => ({ country, city });
const route = (from: string, to: string) => ({ sender: place(from, 'A'), recipient: place(to, 'B') });
const shipment = (more: Partial<ClaimShipment> = {}): ClaimShipment => ({
  ...{ service: 'EXPRESS', status: 'IN_TRANSIT', pieceCount: 1, events: [] },
  ...{ sender: place('CN', '杭州市'), recipient: place('CN', '北京市') },
  ...{ createdAt: at('2026-11-17T16:00:00'), promisedAt: at('2026-11-20T10:00:00'), lastEventAt: at('2026-11-19T08:00:00') },
  ...more,
});
const NOW = at('2026-11-21T10:00:00');
const claim = { kind: 'delayed', value: cny(19_900), evidence: 'B' } as const;
const inputOf = (more: Partial<ClaimShipment> = {}, kind: 'delayed' | 'lost' = 'delayed') =>
  toClaimInput({ ...claim, kind }, { shipment: shipment(more), verifiedLevel: 1, timeZone: 'Asia/Shanghai' }, NOW);

describe('the regime', () => {
  it('is our terms for every service within the country', () => {
    for (const service of SERVICES.filter((each) => each !== 'INTERNATIONAL'))
      expect(regimeOf({ service, ...route('CN', 'CN') })).toBe('EXPRESS_CN');
  });

  it('abroad is the Montreal Convention, as our parcels fly; by road within Europe the CMR', () => {
    const abroad = { service: 'INTERNATIONAL' } as const;
    expect(regimeOf({ ...abroad, ...route('CN', 'DE') })).toBe('MONTREAL');
    expect(regimeOf({ ...abroad, ...route('FR', 'DE') })).toBe('MONTREAL');
    expect(regimeOf({ ...abroad, ...route('FR', 'DE'), mode: 'road' })).toBe('CMR');
    expect(regimeOf({ ...abroad, ...route('CN', 'DE'), mode: 'road' })).toBe('EXPRESS_CN');
  });

  it('is the Postal Law for registered post alone', () => {
    expect(regimeOf({ service: 'STANDARD', ...route('CN', 'CN'), isRegisteredPost: true })).toBe('POSTAL_CN');
  });

  it('reaches within a city only where both cities are told and the same', () => {
    const reach = (from: string, to: string) => reachOf({ service: 'EXPRESS', sender: place('CN', from), recipient: place('CN', to) });
    expect([reach('杭州市', '杭州市'), reach('杭州市', '北京市'), reach('', '')]).toEqual(['sameCity', 'domestic', 'domestic']);
    expect(reachOf({ service: 'INTERNATIONAL', sender: place('CN', 'X'), recipient: place('SG', 'X') })).toBe('international');
  });
});

describe('the carrier’s fault', () => {
  it('is what the reasons say, one event being enough', () => {
    const blaming = STATUS_REASONS.filter((reason) => hasCarrierFault([{ status: 'ON_HOLD', reason }]));
    const expected = [...STATUS_REASONS.filter((reason) => reason.startsWith('carrier_')), 'station_timeout', 'left_without_consent'];
    expect([...blaming].sort()).toEqual([...expected].sort());
    expect(hasCarrierFault([{ status: 'IN_TRANSIT' }, { status: 'ON_HOLD', reason: 'carrier_sorting_error' }])).toBe(true);
    expect(hasCarrierFault([])).toBe(false);
  });

  it('is a loss, unless it had another cause', () => {
    expect(hasCarrierFault([{ status: 'LOST_OR_DESTROYED' }])).toBe(true);
    expect(hasCarrierFault([{ status: 'LOST_OR_DESTROYED', reason: 'parcel_being_researched' }])).toBe(true);
    expect(hasCarrierFault([{ status: 'LOST_OR_DESTROYED', reason: 'natural_disaster' }])).toBe(false);
    expect(hasCarrierFault([{ status: 'LOST_OR_DESTROYED', reason: 'customs_prohibited' }])).toBe(false);
  });
});

describe('the input of a calculation', () => {
  it('takes the day of sending in the company’s zone, and waits until now', () => {
    // 16:00 UTC is midnight in Shanghai; a day after the promise of the 20th, 10:00.
    expect(inputOf()).toMatchObject({ sentOn: '2026-11-18', delayMs: 86_400_000, isDelivered: false, regime: 'EXPRESS_CN' });
  });

  it('stops waiting when it had arrived, else at its last scan', () => {
    const arrived = { status: 'DELIVERED', arrivedAt: at('2026-11-20T11:00:00'), lastEventAt: at('2026-11-20T12:00:00') } as const;
    expect(inputOf(arrived)).toMatchObject({ delayMs: 3_600_000, isDelivered: true });
    expect(inputOf({ status: 'DELIVERED' }).delayMs).toBe(at('2026-11-19T08:00:00').getTime() - at('2026-11-20T10:00:00').getTime());
  });

  it('knows no delay without a promise', () => {
    expect(inputOf({ promisedAt: undefined }).delayMs).toBeUndefined();
  });

  it('without a shipment says so, and is left to a person', () => {
    const input = toClaimInput(claim, { shipment: undefined, verifiedLevel: 2, timeZone: 'Asia/Shanghai' }, NOW);
    expect(input).toMatchObject({ isShipmentKnown: false, hasCarrierFault: false, sentOn: '2026-11-21' });
  });

  it('sees fault in the shipment itself and in its events', () => {
    expect(inputOf().hasCarrierFault).toBe(false);
    expect(inputOf({ reason: 'carrier_parcel_lost' }).hasCarrierFault).toBe(true);
    const events = [{ occurredAt: NOW, status: 'ON_HOLD', reason: 'carrier_vehicle_issue' }] as const;
    expect(inputOf({ events }).hasCarrierFault).toBe(true);
  });
});

describe('when it is time to claim', () => {
  const from = (kind: 'delayed' | 'lost' | 'damaged', more: Partial<ClaimShipment> = {}) =>
    claimableFrom(kind, shipment(more), DEFAULT_CLAIM_POLICY)?.toISOString();

  it('is a day after the promise, three days after the last scan, at once for harm', () => {
    expect(from('delayed')).toBe('2026-11-21T10:00:00.000Z');
    expect(from('lost')).toBe('2026-11-22T08:00:00.000Z');
    expect(from('lost', { lastEventAt: undefined })).toBe('2026-11-20T16:00:00.000Z');
    expect(from('damaged')).toBeUndefined();
    expect(from('delayed', { promisedAt: undefined })).toBeUndefined();
  });

  it('is at once when the loss is known, and when what was late has come', () => {
    expect(from('lost', { status: 'LOST_OR_DESTROYED' })).toBeUndefined();
    expect(from('lost', { reason: 'carrier_parcel_lost' })).toBeUndefined();
    expect(inputOf({ status: 'DELIVERED' }).claimableFrom).toBeUndefined();
    expect(inputOf({}, 'lost').claimableFrom).toEqual(at('2026-11-22T08:00:00'));
  });
});
