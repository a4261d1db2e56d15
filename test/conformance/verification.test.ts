import { ticketStores } from './ticketStores.ts';
import { describeVerification } from './verification.ts';

for (const { name, open } of ticketStores) describeVerification(name, open);
