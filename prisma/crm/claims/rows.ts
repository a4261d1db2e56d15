import type { Money } from '../../../core/money.ts';
import type { Locale } from '../../../core/types.ts';
import type { ChainEnd } from '../../../rules/cases/audit.ts';
import type { ClaimShipment } from '../../../rules/claims/input.ts';
import type { ComplaintStatus } from '../../../rules/complaints/codes.ts';
import { withoutNulls } from '../nulls.ts';
import type { RowOf, Table } from '../table.ts';
import { CLAIMS, type OwnedClaim } from './definition.ts';

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };
type Told = 'status' | 'service' | 'pieceCount' | 'sender' | 'recipient';
type Amounts = 'declared' | 'insured' | 'freight';

/** A shipment inside JSON: instants are text, absent columns null, amounts in two columns. */
export type ShipmentRow = Pick<ClaimShipment, Told> &
  Nullable<Pick<ClaimShipment, 'reason' | 'weightGrams'>> &
  Nullable<Record<`${Amounts}Minor`, number> & Record<`${Amounts}Currency`, string>> & {
    readonly createdAt: string;
    readonly promisedAt: string | null;
    readonly lastEventAt: string | null;
    readonly arrivedAt: string | null;
    readonly events: readonly (Pick<ClaimShipment['events'][number], 'status'> & {
      readonly occurredAt: string;
      readonly reason: ClaimShipment['events'][number]['reason'] | null;
    })[];
  };

/** The shipment a claim is computed from. */
export function toShipment(row: ShipmentRow): ClaimShipment {
  const { promisedAt, lastEventAt, arrivedAt, createdAt, events } = row;
  return withoutNulls({
    ...{ service: row.service, status: row.status, reason: row.reason, pieceCount: row.pieceCount, weightGrams: row.weightGrams },
    ...{ sender: toPlace(row.sender), recipient: toPlace(row.recipient) },
    createdAt: new Date(createdAt),
    promisedAt: promisedAt === null ? null : new Date(promisedAt),
    lastEventAt: lastEventAt === null ? null : new Date(lastEventAt),
    arrivedAt: arrivedAt === null ? null : new Date(arrivedAt),
    declared: toMoney(row.declaredMinor, row.declaredCurrency),
    insured: toMoney(row.insuredMinor, row.insuredCurrency),
    freight: toMoney(row.freightMinor, row.freightCurrency),
    events: events.map((event) => withoutNulls({ ...event, occurredAt: new Date(event.occurredAt) })),
  });
}

/** Two columns as an amount; null unless both are there. */
export function toMoney(minor: number | null, currency: string | null): Money | null {
  return minor === null || currency === null ? null : { minor, currency };
}

function toPlace({ country, city }: Nullable<ClaimShipment['sender']>): ClaimShipment['sender'] {
  return { country: country ?? '', city: city ?? '' };
}

/** A claim with what is read beside it, of its complaint. */
export interface StoredClaim extends OwnedClaim {
  readonly idempotencyKey: string;
  readonly complaintStatus: ComplaintStatus;
  readonly locale: Locale;
  /** Of its complaint's audit. */
  readonly end: ChainEnd;
}

type Columns = typeof CLAIMS extends Table<infer Row> ? Row : never;
export type ClaimRow = RowOf<Columns> & Pick<StoredClaim, 'complaintReference' | 'complaintStatus' | 'locale'> & ChainEnd;

export function toStoredClaim(row: ClaimRow): StoredClaim {
  const { valueMinor, valueCurrency, offeredMinor, offeredCurrency, ...claim } = CLAIMS.read(row);
  const offered = toMoney(offeredMinor ?? null, offeredCurrency ?? null);
  const { complaintReference, complaintStatus, locale, lastSeq, lastHash } = row;
  return {
    ...{ ...claim, complaintReference, complaintStatus, locale, value: { minor: valueMinor, currency: valueCurrency } },
    ...(offered && { offered }),
    end: { lastSeq, lastHash },
  };
}
