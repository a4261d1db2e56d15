import { describeComplaintDesk } from './complaintDesk.ts';
import { describeComplaintPages } from './complaintPages.ts';
import { describeComplaints } from './complaints.ts';
import { ticketStores } from './ticketStores.ts';

for (const { name, open } of ticketStores) {
  describeComplaints(name, open);
  describeComplaintDesk(name, open);
  describeComplaintPages(name, open);
}
