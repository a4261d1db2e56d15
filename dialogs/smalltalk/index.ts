import type { Intent } from '../../core/types.ts';
import { defineFlow, type Move } from '../flow.ts';
import { intentTitles, MENU } from '../texts.ts';
import { button, type Turn } from '../turn.ts';
import { texts } from './texts.ts';

/** Hello, thanks, goodbye, what can you do, and what is none of our business: one answer, no question left open. */
export const smalltalk = defineFlow<{ intent: Intent | 'who' }>({
  id: 'smalltalk',
  intents: ['greet', 'thank', 'goodbye', 'help', 'cancel', 'out_of_scope'],
  claims: (turn) => (asksWho(turn) ? 'help' : undefined),
  begin: (turn, intent) => ({ intent: asksWho(turn) ? 'who' : intent }),
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

const WHO =
  /(你|妳|您)(们|們|哋)?(到底|究竟|系咪|係咪)?(是|係|系)?(不是|唔係|咪)?(一?[个個])?(机器人|機器人|机械人|機械人|人工智能|真人|AI|谁|誰|边个|邊個)|(你|妳|您)(叫(做)?(什么|什麼|啥|咩)|嘅名|的名字)|(are|r) (you|u) (even |really |just )?(a |an )?(real |actual )?(ro)?bot|(are|r) (you|u) (even |really )?(a |an )?(real|human|ai|person|machine)|(is this|am i (talking|speaking|chatting) (to|with)) (a |an )?(real )?(bot|robot|human|person|machine|ai)|who are you|what('s| is) your name/i;

/** Whom the customer is talking to; a longer message says more than that. */
const asksWho = ({ understanding: { text } }: Turn): boolean =>
  text.length <= 30 && WHO.test(text) && !/转|轉|找|要|talk to a|want/i.test(text);

/** The opening words; also sent when a chat is opened without a message. */
export async function greet(turn: Turn): Promise<void> {
  const name = turn.customer?.name;
  const values = { company: turn.services.company.name[turn.locale], name: name ?? '' };
  for (const sentence of await turn.flows.describeOpen()) await turn.reply(sentence);
  await turn.reply(name ? texts.greetKnown : texts.greet, { values, buttons: menu(turn) });
}

/** Nothing is open in the chat; what a flow has under way outside it may be meant. */
async function answerCancel(turn: Turn): Promise<void> {
  if (!(await turn.flows.tellOpen())) await turn.reply(texts.nothingOpen, { buttons: menu(turn) });
}

function answer(turn: Turn, intent: Intent | 'who'): Promise<void> {
  switch (intent) {
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
