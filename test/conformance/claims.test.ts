import { describeClaimEvidence } from './claimEvidence.ts';
import { describeClaims } from './claims.ts';
import { ticketStores } from './ticketStores.ts';

for (const { name, open } of ticketStores) {
  describeClaims(name, open);
  describeClaimEvidence(name, open);
}
