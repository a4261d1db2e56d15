import { createShippers } from './customers.ts';
import { planHighlights } from './highlights.ts';
import { demoCustomers, type Person } from './people.ts';
import { planShipments } from './plans.ts';
import { createRandom } from './random.ts';
import type { DemoData } from './rows.ts';
import { createShipment } from './shipment.ts';

const SHIPMENTS = 2_000;
const SEED = 20_261_121;

/**
 * The demo carrier's last 24 months before `now`: 200 customers, 2,000 shipments in every status, and nothing after `now`. All of
 * it invented. The same `now` and seed give the same rows, ids included.
 */
export function createDemoData(now: Date, seed: number = SEED): DemoData {
  const nowMs = now.getTime();
  const random = createRandom(seed);
  const shippers = createShippers(nowMs, random);
  const customerIdOf = (person: Person): string | undefined =>
    shippers[demoCustomers.findIndex((customer) => customer.person === person)]?.row.id;
  const highlights = planHighlights(nowMs, customerIdOf);
  const plans = [...highlights, ...planShipments(SHIPMENTS - highlights.length, shippers, nowMs, random)];
  // Each shipment has its own chance: one more draw in one of them does not change the others.
  const bundles = plans.map((plan) => createShipment(plan, createRandom(seed + plan.serial), nowMs));
  return {
    customers: shippers.map((shipper) => shipper.row),
    contacts: shippers.flatMap((shipper) => shipper.contacts),
    shipments: bundles.map((bundle) => bundle.shipment),
    pieces: bundles.flatMap((bundle) => bundle.pieces),
    items: bundles.flatMap((bundle) => bundle.items),
    events: bundles.flatMap((bundle) => bundle.events),
  };
}
