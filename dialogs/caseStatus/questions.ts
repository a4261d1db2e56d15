import { formatInstant, say, t } from '../../core/i18n.ts';
import { HARMS } from '../../core/types.ts';
import { isOpen } from '../../rules/complaints/states.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { type CaseTopic, caseTopics, generalAnswer, OF_CALLS } from '../caseQuestions.ts';
import { viewerOf } from '../tickets.ts';
import type { Turn } from '../turn.ts';
import { caseMemory } from './memory.ts';
import { claimLines, clockLine, hasClock, stateOf } from './show.ts';

const REFERENCE = t(
  '{reference} 是这件事的编号，不用记：在这里问“投诉进度”就能看到，打电话时报这个号就行。',
  '{reference} 是這件事的編號，不用記：在這裡問「客訴進度」就看得到，打電話時報這個號碼即可。',
  '{reference} is the number of this case. No need to keep it: ask for its status here at any time; on the phone, just give this number.',
);
const MONEY_LATER = t(
  '还没到付款这一步：{due} 前先给结果，您接受以后才付。',
  '還沒到付款這一步：{due} 前先給結果，您接受以後才付。',
  'It is not at that point yet: you have the result by {due}, and money is paid once you accept it.',
);
const MONEY_NONE = t('这件没有要付的钱。', '這件沒有要付的款項。', 'No money is due on it.');
const MONEY_BY = t(
  '赔多少由同事核定，每一项都算给您看，最晚 {due} 前发在这里；不认可可以要求重看。',
  '賠多少由專人核定，每一項都算給您看，最晚 {due} 前傳在這裡；不認同可以要求重看。',
  'A colleague works out the sum and shows you every line of it here by {due}; if you disagree, it is looked at again.',
);
const OFFERED = t('现在的方案是：{remedy}', '目前的方案是：{remedy}', 'What is offered now: {remedy}');
const WITH_US = t(
  '{reference} 在同事手上，您说的他们都看得到，有消息就发在这里。',
  '{reference} 已由專人處理，您說的他們都看得到，有消息就傳在這裡。',
  '{reference} is with a colleague who sees all you said; any news comes here.',
);

/** Answers what is asked of the case last spoken of, or of cases at all; false when that is nothing of ours or nothing is known. */
export async function answerAboutCase(turn: Turn): Promise<boolean> {
  const topics = caseTopics(turn);
  if (topics.length === 0) return false;
  const ticket = await findSpokenOf(turn);
  // Where no other question is open it is shown whole; without a ticket a call-back may be what is asked after.
  const isShown = turn.asked === 'none' && topics.every((topic) => topic === 'case_where');
  if (ticket ? isShown : turn.flows.hasOpen('human_agent') && topics.every((topic) => OF_CALLS.has(topic))) return false;
  const isHarmed = turn.mood.risks.some((risk) => HARMS.has(risk));
  const told = await Promise.all(
    topics.map(
      async (topic) => (ticket ? await ofTicket(turn, topic, ticket) : undefined) ?? generalAnswer(topic, isHarmed)?.[turn.locale],
    ),
  );
  const words = told.filter((text) => text !== undefined && text !== '');
  if (words.length === 0) return false;
  await turn.reply(words.join('\n'));
  return true;
}

/** The ticket last spoken of, else the newest that is open. */
async function findSpokenOf(turn: Turn): Promise<Complaint | undefined> {
  const { noticed, hasTicket } = caseMemory.of(turn);
  const spokenOf = noticed && (await turn.services.complaints.find(noticed.reference, viewerOf(turn)));
  if (spokenOf || !(hasTicket || turn.customer)) return spokenOf;
  return (await turn.services.complaints.list(viewerOf(turn))).find(({ type, status }) => type === 'complaint' && isOpen(status));
}

/** Undefined for what does not depend on it. */
async function ofTicket(turn: Turn, topic: CaseTopic, ticket: Complaint): Promise<string | undefined> {
  const { locale, now, services } = turn;
  const zone = services.company.timeZone;
  const { reference, remedy, due } = ticket;
  const clock = hasClock(ticket) ? clockLine(ticket, locale, zone, now) : '';
  const by = formatInstant(due.resolveAt, locale, zone, now);
  const named = `${reference}${locale === 'en' ? ': ' : '：'}`;
  const isInTime = due.resolveAt > now && isOpen(ticket.status);
  switch (topic) {
    case 'when_called':
      return clock && `${named}${clock}`;
    case 'answer_when':
      return `${named}${clock || stateOf(ticket, locale)}`;
    case 'case_where':
      return lines(`${named}${stateOf(ticket, locale)}`, ...(await claimLines(turn, ticket)), clock);
    case 'reference':
      return say(REFERENCE, locale, { reference });
    case 'how_much':
      if (ticket.status === 'RESOLUTION_PROPOSED' && remedy) return `${named}${say(OFFERED, locale, { remedy: remedy.text })}`;
      if (remedy?.amount) return lines(`${named}${stateOf(ticket, locale)}`, ...(await claimLines(turn, ticket)));
      return isInTime ? lines(`${named}${say(MONEY_BY, locale, { due: by })}`, ...(await claimLines(turn, ticket))) : undefined;
    case 'money_when': {
      const claim = await claimLines(turn, ticket);
      if (remedy?.amount && claim.length > 0) return lines(...claim, clock);
      return isInTime && ticket.remedySought === 'compensation' ? named + say(MONEY_LATER, locale, { due: by }) : MONEY_NONE[locale];
    }
    case 'who_handles':
      return lines(say(WITH_US, locale, { reference }), clock);
    default:
      return undefined;
  }
}

const lines = (...told: readonly string[]): string => told.filter(Boolean).join('\n');
