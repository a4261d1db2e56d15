import type { Asked, Topic } from '../core/acts.ts';
import { say, t } from '../core/i18n.ts';
import type { Text } from '../core/types.ts';
import { does } from './reading.ts';
import { intentTitles } from './texts.ts';
import { button, type Turn } from './turn.ts';

/** Why each kind of answer is asked for, and what happens without it. */
const WHY: Readonly<Partial<Record<Asked, Text>>> = {
  tracking_number: t(
    '单号能让我一下子找到是哪一件。没有也行，直接告诉我，我换个办法。',
    '有單號我才能立刻找到是哪一件。沒有也沒關係，直接說，我換個方式。',
    'With the number I find the very parcel. If you have none, just say so and we go another way.',
  ),
  last_four: t(
    '后四位只用来核对您是寄件人或收件人，免得别人看到您的签收和地址细节。不给也行，到哪儿了、什么时候到我照样能说。',
    '後四碼只用來核對您是寄件人或收件人，免得別人看到簽收和地址的細節。不給也可以，到哪裡了、何時到，我照樣能說。',
    'The digits only show that you are the sender or the recipient, so that nobody else sees the details. Without them I can still tell you where it is and when it comes.',
  ),
  phone: t(
    '号码只用来就这件事联系您，不作别的用。',
    '號碼只用來就這件事聯絡您，不作其他用途。',
    'The number is only used to reach you about this matter.',
  ),
  yes_no: t(
    '登记回电要留个能打通的号码，只用来就这件事联系您。',
    '登記回電要留一個能接通的號碼，只用來就這件事聯絡您。',
    'A call-back needs a number we can reach you on; it is used for this matter only.',
  ),
  amount: t(
    '赔偿要按东西的价值来算，所以要问一声。说不清也能登记。',
    '賠償要依物品的價值計算，所以得問一下。說不準也能登記。',
    'Compensation depends on what the goods were worth. If you cannot say, it is registered all the same.',
  ),
  files: t(
    '有凭证核定得快，也更站得住。没有也能登记，以后补也算数。',
    '有憑證核定得快，也更有依據。沒有也能登記，之後補也算數。',
    'Proof makes the decision quicker and safer. Without it the case is registered all the same, and you may add it later.',
  ),
  wish: t(
    '知道您想怎么解决，同事就能直接照着办。没有特别想法也行。',
    '知道您想怎麼解決，同事就能直接照著辦。沒有特別想法也可以。',
    'Knowing what would put it right, my colleague can go straight for it. No particular wish is fine too.',
  ),
  story: t(
    '说清楚发生了什么，同事就不用再来问您一遍。',
    '說清楚發生了什麼，同事就不必再問您一次。',
    'With the story on record nobody has to ask you again.',
  ),
};

const SAFE = t(
  '这里是{company}的客服对话。我不会问您要验证码、密码或银行卡；您给的信息只用来办您这件事。有人打着我们的旗号问这些，请不要给。',
  '這裡是{company}的客服對話。我不會向您要驗證碼、密碼或銀行卡；您給的資料只用來辦這件事。若有人冒用我們的名義問這些，請不要給。',
  'This is {company}’s own service chat. I never ask for one-time codes, passwords or bank cards, and what you give is used for your matter only. If anybody asks for those in our name, do not give them.',
);
const ROBOT = t(
  '我是客服机器人，不是真人。查件、投诉、理赔我都能办；想找人，说一声“找人工”就行。',
  '我是客服機器人助理，不是真人。查件、客訴、理賠我都能辦；想找人，說一聲「找真人」就好。',
  'I am a bot, not a person. Tracking, complaints and claims I can do; for a person, just say so.',
);
const WHEN_CALLED = t(
  '具体几点打来我说不准，同事按登记的先后打。什么时候方便接，直接告诉我，我写进登记里。',
  '確切幾點打來我無法保證，同事依登記先後回電。什麼時候方便接聽，直接告訴我，我寫進登記裡。',
  'I cannot name the hour: call-backs are made in the order they came in. Tell me when suits you and I put it in the request.',
);

const INVOICE = t(
  '商业发票是卖家开的单子，写明买了什么、几件、多少钱，海关凭它估税放行。向卖家要一份最稳妥；订单截图加付款记录有时也行，要看海关认不认。拿到后说“请人跟进”，我登记同事联系您收取。',
  '商業發票是賣家開的單據，寫明買了什麼、幾件、多少錢，海關憑它估稅放行。向賣家要一份最穩當；訂單截圖加付款紀錄有時也可以，要看海關認不認。拿到後說「請專人跟進」，我登記同事與您聯絡收取。',
  'A commercial invoice is the seller’s paper that says what was bought, how many and for how much; customs goes by it. Asking the seller for one is safest; an order page with proof of payment sometimes does, if customs accepts it. Once you have it, say "Have someone follow up" and a colleague gets in touch to take it.',
);
const NOTED = t('我这里记着：', '我這裡記著：', 'This is what I have:');
const NOTHING_NOTED = t(
  '这次对话里还没登记什么。说说要办的事，我来记。',
  '這次對話裡還沒登記什麼。說說要辦的事，我來記。',
  'Nothing is registered in this chat so far. Tell me what it is about and I take it down.',
);

const PERSON_HOURS = t(
  '这里全天能查件、投诉、理赔。要跟同事说话，说“找人工”留个电话，我登记请他们回电；几点打到我说不准。',
  '這裡全天可以查件、客訴、理賠。要跟專人說話，說「找真人客服」留個電話，我登記請他們回電；確切幾點我無法保證。',
  'Tracking, complaints and claims work here at any hour. To speak to a colleague, say "Talk to a person" and leave a number: I register a call-back, though I cannot name the hour.',
);
const HOTLINE = t('客服电话是 {hotline}。', '客服電話是 {hotline}。', 'Our service line is {hotline}.');
const NO_HOTLINE = t(
  '我这里没有电话可以给您。说“找人工”留个号码，我登记请同事打给您。',
  '我這裡沒有電話可以提供。說「找真人客服」留個號碼，我登記請專人撥給您。',
  'I have no number to give you. Say "Talk to a person" and leave yours, and I register a call-back.',
);

/** The answer to what somebody asks about us; undefined when they ask nothing of the kind. */
function answerTo(topic: Topic, { asked, services }: Turn): Text | undefined {
  switch (topic) {
    case 'why_asked':
      return WHY[asked];
    case 'is_safe':
      return SAFE;
    case 'is_robot':
      return ROBOT;
    case 'commercial_invoice':
      return INVOICE;
    case 'when_called':
      return asked === 'yes_no' || asked === 'phone' ? WHEN_CALLED : undefined;
    case 'person_hours':
      return PERSON_HOURS;
    case 'hotline':
      return services.company.hotline ? HOTLINE : NO_HOTLINE;
    default:
      return undefined;
  }
}

/** What answers the open question as well is taken first; the flow hears it. */
const ANSWERS = ['give', 'correct', 'affirm', 'deny', 'accept', 'decline', 'tell', 'cancel', 'danger', 'skip', 'unknown'] as const;
/** Whoever asks for what was noted says why. */
const DONE_FIRST = ['give', 'correct', 'accept', 'cancel', 'danger'] as const;

const OF_PEOPLE: ReadonlySet<Topic> = new Set(['is_robot', 'person_hours', 'hotline']);

/** Answers a question about us, whatever else is open, and leaves that as it is; false when it is none. */
export async function answerAboutUs(turn: Turn): Promise<boolean> {
  const { entities, mood } = turn.understanding;
  // What names a ticket is for the ticket; who shouts or wants a person asks nothing about us.
  if (entities.some(({ type }) => type === 'ticket_number') || mood.anger === 2) return false;
  const isWish = does(turn, 'request') || (turn.understanding.intent === 'human_agent' && turn.understanding.decision === 'act');
  const topics = turn.acts().topics.filter((topic) => !(isWish && OF_PEOPLE.has(topic)));
  const isNoted = topics.includes('noted');
  const before = !isNoted ? ANSWERS : turn.asked === 'none' ? [] : DONE_FIRST;
  if (topics.length === 0 || before.some((act) => does(turn, act))) return false;
  if (isNoted) {
    const lines = await turn.flows.recap();
    await turn.reply(lines.length > 0 ? [NOTED[turn.locale], ...lines].join('\n') : NOTHING_NOTED);
    return true;
  }
  const texts = topics.flatMap((topic) => answerTo(topic, turn) ?? []);
  if (texts.length === 0) return false;
  const { name, hotline } = turn.services.company;
  const values = { company: name[turn.locale], hotline: hotline ?? '' };
  const words = texts.map((text) => say(text, turn.locale, values)).join('\n');
  const person = button(turn, intentTitles.human_agent);
  await turn.reply(words, { buttons: turn.asked === 'none' && words.includes(person.title) ? [person] : [] });
  return true;
}
