import type { Clock } from '../core/clock.ts';
import type { Locale } from '../core/types.ts';
import type { Callbacks } from './callbacks/types.ts';
import type { Claims } from './claims/types.ts';
import type { Complaints } from './complaints/types.ts';
import type { Shipments } from './shipments/types.ts';
import type { Verification } from './verification/types.ts';

/** Everything a flow may use of the world. Built once in bot/app.ts; a test passes its own. */
export interface Services {
  readonly clock: Clock;
  readonly company: Company;
  readonly shipments: Shipments;
  readonly verification: Verification;
  readonly callbacks: Callbacks;
  readonly complaints: Complaints;
  readonly claims: Claims;
}

/** What the company is called and where it lives. */
export interface Company {
  readonly name: Readonly<Record<Locale, string>>;
  /** IANA zone all days and hours are shown in, unless a destination has its own. */
  readonly timeZone: string;
  /** Shown where a number is explained, e.g. `XB000000012348`. */
  readonly numberExample: string;
  readonly hotline?: string;
}
