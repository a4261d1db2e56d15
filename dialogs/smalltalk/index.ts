import { formatDay } from '../../core/i18n.ts';
import type { Intent } from '../../core/types.ts';
import { defineFlow, type Move } from '../flow.ts';
import { intentTitles, MENU } from '../texts.ts';
import { describeOpenTicket } from '../tickets.ts';
import { button, type Turn } from '../turn.ts';
import { texts } from './texts.ts';

/** Hello, thanks, goodbye, what can you do, and what is none of our business: one answer, no question left open. */
export const smalltalk = defineFlow<{ intent: Intent | Told }>({
  id: 'smalltalk',
  intents: ['greet', 'thank', 'goodbye', 'help', 'cancel', 'out_of_scope'],
  claims: (turn) => (asksWho(turn) || asksWhenCalled(turn) ? 'help' : withdrawsCallback(turn) ? 'cancel' : undefined),
  begin: (turn, intent) => ({ intent: asksWho(turn) ? 'who' : asksWhenCalled(turn) ? 'whenCalled' : intent }),
  steps: [
    {
      id: 'answer',
      async enter(turn, { intent }): Promise<Move> {
        await answer(turn, intent);
        return 'end';
      },
    },
  ],
});

/** What is answered though no intent is made for it. */
type Told = 'who' | 'whenCalled';

const WHO =
  /(你|妳|您)(们|們|哋)?(到底|究竟|系咪|係咪)?(是|係|系)?(不是|唔係|咪)?(一?[个個])?(机器人|機器人|机械人|機械人|人工智能|真人|AI|谁|誰|边个|邊個)|(你|妳|您)(叫(做)?(什么|什麼|啥|咩)|嘅名|的名字)|(are|r) (you|u) (even |really |just )?(a |an )?(real |actual )?(ro)?bot|(are|r) (you|u) (even |really )?(a |an )?(real|human|ai|person|machine)|(is this|am i (talking|speaking|chatting) (to|with)) (a |an )?(real )?(bot|robot|human|person|machine|ai)|who are you|what('s| is) your name/i;

/** Whom the customer is talking to; a longer message says more than that. */
const asksWho = ({ understanding: { text } }: Turn): boolean =>
  text.length <= 30 && WHO.test(text) && !/转|轉|找|要|talk to a|want/i.test(text);

const WHEN_CALLED =
  /\bwhen\b.{0,24}\b(?:call|ring|phone)|how long.{0,24}\b(?:call|ring|phone)|(?:nobody|no one|no-one|not|hasn'?t|haven'?t|didn'?t|never).{0,20}(?:called|call me|rang|phoned)|(?:什么时候|什麼時候|几时|幾時|多久|何时|何時)[^，。]{0,8}(?:回电|回電|打(?:来|來|给我|給我|電話|电话))|(?:没人|沒人|还没|還沒|未|冇人)[^，。]{0,6}(?:回电|回電|打(?:来|來|给我|給我|電話|电话))/i;
/** Longer messages tell more. */
const LONGEST_ASK = 60;

/** After a call-back request: when the call comes, or why it has not. */
function asksWhenCalled({ understanding: { text }, memory }: Turn): boolean {
  return memory.hasCallback === true && text.length <= LONGEST_ASK && WHEN_CALLED.test(text);
}

/** No hour was promised, so none is named. */
async function answerWhenCalled(turn: Turn): Promise<void> {
  const { callbacks, company } = turn.services;
  const [open] = await callbacks.listOpen(turn.message.conversationId, turn.customer?.id);
  if (!open) return turn.reply(texts.nothingOpen, { buttons: menu(turn) });
  const day = formatDay(open.createdAt, turn.locale, company.timeZone, turn.now);
  await turn.reply(texts.whenCalled, { values: { reference: open.reference, day } });
}

const WITHDRAWS =
  /(登记|登記|回电|回電|call-?back).{0,8}(取消|撤|不要|不用|唔要|唔使)|(取消|撤回|撤销|撤銷|cancel|withdraw|drop).{0,14}(登记|登記|回电|回電|call-?back)|(别|別|不用|不要|唔使|唔好)(再)?打(了|喇|啦|电话|電話|过来|過來|嚟)|(don'?t|do not|no need to) (call|phone|ring)/i;

/** While something is open, it is that which is no longer wanted. */
function withdrawsCallback({ understanding: { text }, memory }: Turn): boolean {
  return memory.hasCallback === true && memory.dialogs.dialogStack.length === 0 && WITHDRAWS.test(text);
}

/** Nothing is open in the chat, but a request may be with a colleague: it cannot be taken back from here. */
async function answerCancel(turn: Turn): Promise<void> {
  const [open] = turn.memory.hasCallback ? await turn.services.callbacks.listOpen(turn.message.conversationId, turn.customer?.id) : [];
  if (open) return turn.reply(texts.cannotWithdraw, { values: { reference: open.reference } });
  return turn.reply(texts.nothingOpen, { buttons: menu(turn) });
}

/** The opening words; also sent when a chat is opened without a message. */
export async function greet(turn: Turn): Promise<void> {
  const { company, callbacks } = turn.services;
  const name = turn.customer?.name;
  const values = { company: company.name[turn.locale], name: name ?? '' };
  const isKnown = turn.customer !== undefined;
  const [[open], ticket] = await Promise.all([
    isKnown || turn.memory.hasCallback ? callbacks.listOpen(turn.message.conversationId, turn.customer?.id) : [],
    isKnown || turn.memory.hasTicket ? describeOpenTicket(turn) : undefined,
  ]);
  if (open)
    await turn.reply(texts.openCallback, {
      values: { reference: open.reference, day: formatDay(open.createdAt, turn.locale, company.timeZone, turn.now) },
    });
  if (ticket) await turn.reply(ticket);
  await turn.reply(name ? texts.greetKnown : texts.greet, { values, buttons: menu(turn) });
}

function answer(turn: Turn, intent: Intent | Told): Promise<void> {
  switch (intent) {
    case 'whenCalled':
      return answerWhenCalled(turn);
    case 'who':
      return turn.reply(texts.who, {
        values: { company: turn.services.company.name[turn.locale] },
        buttons: [button(turn, intentTitles.human_agent)],
      });
    case 'greet':
      if (turn.isDigression) return turn.reply(texts.here);
      return turn.memory.recent.length > 0 ? turn.reply(texts.greetAgain, { buttons: menu(turn) }) : greet(turn);
    case 'thank':
      return turn.reply(texts.thank);
    case 'goodbye':
      return turn.reply(texts.goodbye);
    case 'cancel':
      return answerCancel(turn);
    case 'out_of_scope':
      return turn.reply(texts.outOfScope, { buttons: menu(turn) });
    default:
      return turn.reply(texts.help, { values: { example: turn.services.company.numberExample }, buttons: menu(turn) });
  }
}

const menu = (turn: Turn) => MENU.map((intent) => button(turn, intentTitles[intent]));
