import { formatDay } from '../../core/i18n.ts';
import type { Intent } from '../../core/types.ts';
import { defineFlow, type Move } from '../flow.ts';
import { intentTitles, MENU } from '../texts.ts';
import { button, type Turn } from '../turn.ts';
import { texts } from './texts.ts';

/** Hello, thanks, goodbye, what can you do, and what is none of our business: one answer, no question left open. */
export const smalltalk = defineFlow<{ intent: Intent }>({
  id: 'smalltalk',
  intents: ['greet', 'thank', 'goodbye', 'help', 'cancel', 'out_of_scope'],
  begin: (_turn, intent) => ({ intent }),
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

/** The opening words; also sent when a chat is opened without a message. */
export async function greet(turn: Turn): Promise<void> {
  const { company, callbacks } = turn.services;
  const name = turn.customer?.name;
  const values = { company: company.name[turn.locale], name: name ?? '' };
  const mayHaveOpen = turn.customer !== undefined || turn.memory.hasCallback;
  const [open] = mayHaveOpen ? await callbacks.listOpen(turn.message.conversationId, turn.customer?.id) : [];
  if (open)
    await turn.reply(texts.openCallback, {
      values: { reference: open.reference, day: formatDay(open.createdAt, turn.locale, company.timeZone, turn.now) },
    });
  await turn.reply(name ? texts.greetKnown : texts.greet, { values, buttons: menu(turn) });
}

function answer(turn: Turn, intent: Intent): Promise<void> {
  switch (intent) {
    case 'greet':
      return turn.memory.recent.length > 0 ? turn.reply(texts.greetAgain, { buttons: menu(turn) }) : greet(turn);
    case 'thank':
      return turn.reply(texts.thank);
    case 'goodbye':
      return turn.reply(texts.goodbye);
    case 'cancel':
      return turn.reply(texts.nothingOpen, { buttons: menu(turn) });
    case 'out_of_scope':
      return turn.reply(texts.outOfScope, { buttons: menu(turn) });
    default:
      return turn.reply(texts.help, { values: { example: turn.services.company.numberExample }, buttons: menu(turn) });
  }
}

const menu = (turn: Turn) => MENU.map((intent) => button(turn, intentTitles[intent]));
