import { readdirSync } from 'node:fs';
import { type Answer, createBot } from '../../bot/bot.ts';
import { createFixedClock } from '../../core/clock.ts';
import type { Locale } from '../../core/types.ts';
import { flows } from '../../dialogs/index.ts';
import { createRouter } from '../../dialogs/router.ts';
import { createSampleShipments, SAMPLE_CUSTOMER, SAMPLE_NOW } from '../../dialogs/samples.ts';
import type { Script } from '../../dialogs/script.ts';
import type { TurnStart } from '../../rules/conversations/types.ts';
import { createMemoryServices } from '../memory.ts';
import { openUnderstander } from '../nlp/trainedModel.ts';

/** A conversation as it stands when something is said. */
export interface Situation {
  /** What was said before. */
  readonly said: readonly string[];
  /** Says it on a copy of the conversation. */
  say(text: string): Promise<Answer>;
}

const understander = openUnderstander();
const router = createRouter(flows);
const clock = createFixedClock(SAMPLE_NOW);

type Bot = ReturnType<typeof createBot>;
interface Stand {
  readonly state: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
}

let messages = 0;
function answer(bot: Bot, text: string, { state, locale }: Stand, customerId: string | undefined): Promise<Answer> {
  messages += 1;
  const place = { channel: 'directline', conversationId: 'turns', userId: 'turns' };
  const start: TurnStart = {
    ...{ ...place, locale, mode: 'bot', version: messages, lastSeq: messages, state: structuredClone(state) },
    ...(customerId && { customerId, customerName: SAMPLE_CUSTOMER.name }),
  };
  return bot.answer({ ...place, providerMessageId: `m${messages}`, kind: 'text', text, clientKey: 'turns' }, start);
}

/** A first message, and each different thing that the bot has just said in any flow's scripts, with what it then remembers. */
export async function listSituations(): Promise<readonly Situation[]> {
  const found = new Map<string, Situation>();
  for (const script of await readScripts()) {
    const bot = createBot({ services: createMemoryServices(clock, createSampleShipments()), understander, router });
    let stand: Stand = { state: {}, locale: script.locale };
    let last: Answer['replies'] = [];
    const said: string[] = [];
    const keep = (name: string, { state, locale }: Stand): void => {
      if (found.has(name)) return;
      found.set(name, { said: [...said], say: (text) => answer(bot, text, { state, locale }, script.customerId) });
    };
    keep(`first ${script.locale}`, stand);
    for (const exchange of script.exchanges) {
      if (!('say' in exchange || 'press' in exchange)) continue;
      const text = 'say' in exchange ? exchange.say : pressed(last, exchange.press);
      said.push(text);
      const { replies, memory, locale } = await answer(bot, text, stand, script.customerId);
      last = replies;
      stand = { state: JSON.parse(JSON.stringify(memory)) as Record<string, unknown>, locale };
      keep((replies.at(-1)?.text ?? '').replace(/[\dA-Z:]+/g, '').slice(-30), stand);
    }
  }
  return [...found.values()];
}

function pressed(replies: Answer['replies'], title: string): string {
  return replies.flatMap(({ buttons = [] }) => buttons).find((button) => button.title === title)?.value ?? title;
}

async function readScripts(): Promise<readonly Script[]> {
  const files = readdirSync('dialogs', { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^/]+\/scripts(\/[^/]+)?\.ts$|^patterns\/[^/]+\.ts$/.test(file))
    .sort();
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ `../../dialogs/${file}`)));
  return modules.flatMap((module: { readonly scripts?: readonly Script[] }) => module.scripts ?? []);
}
