import type { Consent, Contact, ContactPerson, Customer } from '../../../rules/customers/types.ts';
import { withoutNulls } from '../nulls.ts';

/** The columns of a customer under the names of their type; `c` is the customers table. */
export const CUSTOMER_COLUMNS = `
  c.id, c.external_id AS "externalId", c.name, c.locale, c.kind, c.company, c.industry, c.goods, c.address,
  c.account_owner AS "accountOwner", c.preferred_channel AS "preferredChannel", c.service_score AS "serviceMean",
  c.service_scores AS "serviceCount", c.status, c.segment, c.segmented_at AS "segmentedAt", c.created_at AS "createdAt",
  c.updated_at AS "updatedAt"`;

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };
export interface CustomerRow extends Nullable<Omit<Customer, 'serviceScore' | 'id'>> {
  readonly id: string;
  readonly serviceMean: number | null;
  readonly serviceCount: number;
}

export function toCustomer({ serviceMean, serviceCount, ...row }: CustomerRow): Customer {
  const score = serviceMean === null ? {} : { serviceScore: { mean: serviceMean, count: serviceCount } };
  return { ...(withoutNulls(row) as unknown as Omit<Customer, 'serviceScore'>), ...score };
}

/** Rows that came as JSON: instants are text in them. */
export type FromJson<T> = {
  readonly [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | undefined ? string | null : T[K] | null;
};

export function toContact({ verifiedAt, ...row }: FromJson<Contact>): Contact {
  return { ...(row as Contact), ...(verifiedAt && { verifiedAt: new Date(verifiedAt) }) };
}

export function toPerson(row: FromJson<ContactPerson>): ContactPerson {
  return withoutNulls(row) as unknown as ContactPerson;
}

export function toConsent({ at, ...row }: FromJson<Consent>): Consent {
  return { ...(row as Consent), at: new Date(at) };
}
