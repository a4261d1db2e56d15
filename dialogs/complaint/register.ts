import { formatDuration, formatInstant, say } from '../../core/i18n.ts';
import type { Text } from '../../core/types.ts';
import type { Complaint, OpenedComplaint } from '../../rules/complaints/types.ts';
import { requestCallAbout } from '../callRequests.ts';
import type { Move } from '../flow.ts';
import { texts as anyTime, intentTitles } from '../texts.ts';
import { button, type Turn } from '../turn.ts';
import { categoryOf } from './categories.ts';
import { describeClaim, offerClaim, openClaim } from './compensation.ts';
import { endTexts } from './endTexts.ts';
import { joinLines, leadOnce } from './say.ts';
import { type ComplaintSlots, MOST_WORDS } from './slots.ts';
import { describePhone } from './wishes.ts';

/** Opens the ticket, its claim and, for what is urgent, a call-back; then says what happens next and by when. */
export async function register(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (!turn.mayOpenTicket()) {
    await turn.reply(anyTime.tooManyTickets, { buttons: [button(turn, intentTitles.human_agent)] });
    return 'end';
  }
  const opened = await openTicket(turn, slots);
  const { complaint } = opened;
  slots.reference = complaint.reference;
  slots.category = complaint.category;
  turn.flows.tell({ about: 'complaint_status', reference: complaint.reference, kind: 'opened' });
  if (slots.type !== 'complaint') {
    await turn.reply(joinLines(leadOnce(turn, slots), thank(turn, slots, complaint)));
    return 'next';
  }
  const callback = await bookCallback(turn, slots, opened);
  const claim = await openClaim(turn, slots, complaint.reference);
  const about = describeTicket(turn, slots, opened, callback);
  await turn.reply(joinLines(leadOnce(turn, slots), ...about, describeClaim(turn, slots, claim), endTexts.next[turn.locale]));
  await offerClaim(turn, slots, claim);
  return 'next';
}

function openTicket(turn: Turn, slots: ComplaintSlots): Promise<OpenedComplaint> {
  const { type, parcel, level, story, remedy, phone, praised, fileIds, mood } = slots;
  return turn.services.complaints.open({
    idempotencyKey: turn.idempotencyKey,
    conversationId: turn.message.conversationId,
    verifiedLevel: parcel ? level : turn.customer ? 2 : 0,
    category: type === 'complaint' ? categoryOf(turn, slots) : categoryOf(turn, { story, mood: { anger: 0, risks: [] } }),
    locale: turn.locale,
    description: withOthers(slots),
    ...{ type, fileIds, mood },
    ...(turn.customer ? { customerId: turn.customer.id } : {}),
    ...(turn.customer?.name ? { contactName: turn.customer.name } : {}),
    ...(parcel && type !== 'suggestion' ? { trackingNumber: parcel } : {}),
    ...(remedy ? { remedySought: remedy } : {}),
    ...(phone ? { contactPhone: phone } : {}),
    ...(praised ? { praised } : {}),
  });
}

/** Numbers that came without words, of parcels and phones, stand at the end of the story. */
function withOthers({ story, parcel, others = [], otherPhones = [] }: ComplaintSlots): string {
  const missing = [...others.filter((number) => number !== parcel && !story.includes(number)), ...otherPhones];
  return missing.length > 0 ? `${story}\n+ ${missing.join(', ')}`.slice(-MOST_WORDS) : story;
}

const isUrgentTicket = ({ severity }: Complaint): boolean => severity === 'P0' || severity === 'P1';

/** A person calls about what cannot wait. Nobody sits in this chat: the request goes to those who phone. */
async function bookCallback(turn: Turn, slots: ComplaintSlots, { complaint, isAdded }: OpenedComplaint): Promise<string | undefined> {
  if (isAdded || !isUrgentTicket(complaint)) return undefined;
  const { phone, story: words, parcel: trackingNumber } = slots;
  return requestCallAbout(turn, { reference: complaint.reference, phone, words, trackingNumber });
}

function describeTicket(
  turn: Turn,
  slots: ComplaintSlots,
  { complaint, isAdded }: OpenedComplaint,
  callback: string | undefined,
): string[] {
  const { locale, now, services } = turn;
  const tell = (text: Text, values: Record<string, string> = {}): string => say(text, locale, values);
  const { reference, due } = complaint;
  const at = formatInstant(due.resolveAt, locale, services.company.timeZone, now);
  const wait = formatDuration(due.firstResponseAt.getTime() - now.getTime(), locale);
  const parcel = slots.parcel ? tell(endTexts.parcel, { number: slots.parcel }) : '';
  if (isAdded) return [tell(endTexts.added, { reference }), tell(due.resolveAt > now ? endTexts.byThen : endTexts.overdue, { due: at })];
  const phone = describePhone(turn, slots) ?? '';
  const isUrgent = isUrgentTicket(complaint);
  return [
    tell(isUrgent ? endTexts.registeredUrgent : endTexts.registered, { reference, parcel }),
    tell(isUrgent ? endTexts.soonAndBy : endTexts.byThen, { wait, due: at }),
    ...(callback ? [tell(endTexts.callback, { phone, callback })] : phone ? [tell(endTexts.mayCall, { phone })] : []),
  ];
}

function thank(turn: Turn, { type, praised }: ComplaintSlots, { reference }: Complaint): string {
  const text = type === 'suggestion' ? endTexts.suggestion : praised ? endTexts.praiseFor : endTexts.praise;
  return say(text, turn.locale, { reference, praised: praised ?? '' });
}
