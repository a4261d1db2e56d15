import { formatDay, say } from '../../core/i18n.ts';
import type { Intent } from '../../core/types.ts';
import { isOpen } from '../../rules/complaints/states.ts';
import type { OpenMatters } from '../flow.ts';
import { readBack } from '../phones.ts';
import { does } from '../reading.ts';
import { isScolding } from '../stray.ts';
import { intentTitles } from '../texts.ts';
import { viewerOf } from '../tickets.ts';
import { button, type Turn } from '../turn.ts';
import { caseMemory } from './memory.ts';
import { describeShortly } from './show.ts';
import { texts } from './texts.ts';

/** The tickets of this conversation or customer. */
export const openTickets: OpenMatters = {
  isKnown: (turn) => caseMemory.of(turn).hasTicket === true,
  describe: describeOpenTicket,
  comesFirst: ['complaint_status'],
  last(turn) {
    const { noticed } = caseMemory.of(turn);
    return noticed && { about: 'complaint_status', ...noticed };
  },
};

/** The newest complaint that is still being handled. */
async function describeOpenTicket(turn: Turn): Promise<string | undefined> {
  const tickets = await turn.services.complaints.list(viewerOf(turn));
  const open = tickets.find(({ status, type }) => type === 'complaint' && isOpen(status));
  if (!open) return undefined;
  const day = formatDay(open.createdAt, turn.locale, turn.services.company.timeZone, turn.now);
  return say(texts.stillOpen, turn.locale, { day, reference: open.reference });
}

/** Of a long story its beginning and its end, where what was added stands. */
const LONGEST_SHOWN = 160;

/** The open tickets of this conversation or customer, each with what was told and how they are reached. */
export async function noteTickets(turn: Turn): Promise<readonly string[]> {
  if (!caseMemory.of(turn).hasTicket && !turn.customer) return [];
  const tickets = (await turn.services.complaints.list(viewerOf(turn))).filter(({ status }) => isOpen(status));
  return tickets.slice(0, MOST_SHOWN).map((ticket) => {
    const told = ticket.description.replaceAll('\n', '；');
    const words = told.length > LONGEST_SHOWN ? `${told.slice(0, LONGEST_SHOWN / 2)}…${told.slice(-LONGEST_SHOWN / 2)}` : told;
    const phone = ticket.contactPhone ? say(texts.noteOfPhone, turn.locale, { phone: readBack(ticket.contactPhone, turn.locale) }) : '';
    return `${describeShortly(ticket, turn.locale)}${say(texts.noteOf, turn.locale, { words })}${phone}`;
  });
}

const MOST_SHOWN = 3;

/** Longer messages are taken for a matter of their own. */
const LONGEST_ADDITION = 60;

/** What is told without asking anything may belong to the ticket last spoken of: it is offered to be added. False when it cannot. */
export async function offerAddition(turn: Turn): Promise<boolean> {
  const { locale, understanding } = turn;
  const { hasTicket, noticed } = caseMemory.of(turn);
  const words = understanding.words.trim();
  const isTold = words.length <= LONGEST_ADDITION && (words.match(/\p{L}{2}/gu) ?? []).length >= 2;
  const isAsked = does(turn, 'ask', 'none');
  if (!hasTicket || !noticed || !(isTold || (isAsked && words.length > 2)) || isScolding(turn, understanding.intent)) return false;
  const { reference } = noticed;
  const add = { title: texts.addIt[locale], value: say(texts.additionOf, locale, { reference, words }) };
  const others: readonly Intent[] = ['complaint_status', 'track_shipment', 'human_agent'];
  const buttons = [add, ...others.map((intent) => button(turn, intentTitles[intent]))];
  await turn.reply(isAsked ? texts.askInCase : texts.belongsTo, { values: { reference }, buttons });
  return true;
}
