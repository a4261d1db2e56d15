import type { TurnContext } from 'botbuilder';
import type { Asked, ReadActs } from '../core/acts.ts';
import { excerptOf } from '../core/excerpt.ts';
import { toCountry, toLocale } from '../core/i18n.ts';
import { hashText } from '../core/ids.ts';
import type { InboundMessage, Locale, Reply, Understanding } from '../core/types.ts';
import type { Router } from '../dialogs/router.ts';
import { greet } from '../dialogs/smalltalk/index.ts';
import { intentTitles, texts } from '../dialogs/texts.ts';
import { MOST_LOOKED_UP } from '../dialogs/track/slots.ts';
import { button, compose, type Memory, type Turn } from '../dialogs/turn.ts';
import type { Understander } from '../nlp/index.ts';
import { LONGEST_STORED } from '../nlp/normalize.ts';
import { findChosen } from '../rules/channels/chosen.ts';
import type { Shown } from '../rules/channels/degrade.ts';
import type { Candidate, TurnStart } from '../rules/conversations/types.ts';
import type { Fact } from '../rules/facts.ts';
import type { Services } from '../rules/services.ts';
import { CollectingAdapter, toCollected } from './adapter.ts';
import { type Allowance, UNLIMITED } from './allowance.ts';
import { toCandidate } from './learning.ts';

/** What the bot made of one message. */
export interface Answer {
  readonly replies: readonly Reply[];
  readonly memory: Memory;
  readonly locale: Locale;
  /** The inbound text as it is stored: cleaned and cut, see `nlp/normalize.ts`. */
  readonly text: string;
  readonly facts: readonly Fact[];
  /** Absent like empty. */
  readonly candidates?: readonly Candidate[];
}

/** The thinking part of a turn: reads nothing and writes nothing of the conversation itself. */
export interface Bot {
  answer(message: InboundMessage, start: TurnStart): Promise<Answer>;
}

export interface BotDeps {
  readonly services: Services;
  readonly understander: Understander;
  readonly router: Router;
  /** Default: no limits. */
  readonly allowance?: Allowance;
}

/** Characters kept for saying them again. */
const MAX_SAID = 400;

export function createBot({ services, understander, router, allowance = UNLIMITED }: BotDeps): Bot {
  const adapter = new CollectingAdapter();

  return {
    async answer(given, start) {
      const chosen = given.kind === 'text' && isShown(start.state.shown) ? findChosen(given.text, start.state.shown) : undefined;
      const message = chosen === undefined ? given : { ...given, text: chosen };
      const now = services.clock.now();
      const country = toCountry(message.localeHint);
      const at = { now, timeZone: services.company.timeZone };
      const read = readOnce((text, locale) => understander.understand(text, { locale, country, at }));
      const understanding = read(message.kind === 'event' ? '' : message.text, start.locale);
      const memory = router.readMemory(start.state);
      const facts: Fact[] = [];
      const candidates: Candidate[] = [];
      let context: TurnContext;
      const turn: Turn = {
        message,
        userId: start.userId,
        get idempotencyKey() {
          return hashText(`${message.conversationId}\n${message.providerMessageId}`);
        },
        understanding,
        mood: understanding.mood,
        services,
        mayOpenTicket: () => allowance.openTicket(message, start.customerId !== undefined),
        mayRequestCallback: (phone) => allowance.requestCallback(message, phone),
        memory,
        flows: router.flowsOf(() => turn),
        now,
        wishText: understanding.words,
        isDigression: false,
        understand: (text) => read(text, turn.locale),
        asked: 'none',
        acts: createActs(() => turn, understander),
        locale: message.kind === 'event' ? start.locale : understanding.locale,
        ...(start.customerId ? { customer: { id: start.customerId, ...(start.customerName ? { name: start.customerName } : {}) } } : {}),
        async reply(text, extra) {
          await context.sendActivity(toCollected(compose(turn, text, extra)));
        },
        count: (fact) => void facts.push({ ...fact, occurredAt: now, locale: turn.locale }),
        learn(kind, choice) {
          // Of an earlier message only the words are left: it is read again, which costs 0.2 ms when somebody chose.
          const chosenOne = choice ? read(choice.text, start.locale) : understanding;
          candidates.push(toCandidate(kind, excerptOf(choice?.text ?? message.text), chosenOne, now, choice?.intent));
        },
      };
      const activity = { type: 'message', text: understanding.text, locale: turn.locale, channelId: message.channel };
      const replies = await adapter.run(activity, async (turnContext) => {
        context = turnContext;
        const wait = allowance.lookUp(message, countFresh(understanding, memory));
        if (wait === undefined) await respond(turn, router, turnContext, start);
        else
          await turn.reply(texts.tooManyNumbers, {
            values: { minutes: Math.ceil(wait / 60) },
            buttons: [button(turn, intentTitles.human_agent)],
          });
      });
      if (replies.length > 0)
        memory.said = replies
          .map(({ text }) => text)
          .join('\n')
          .slice(0, MAX_SAID);
      if (message.kind === 'text') turn.count({ name: 'turn.answered', intent: understanding.intent });
      return {
        replies,
        memory,
        locale: turn.locale,
        // As it was typed.
        text: message.kind === 'event' || chosen !== undefined ? given.text : understanding.words,
        facts,
        candidates,
      };
    },
  };
}

type Read = (text: string, locale: Locale | undefined) => Understanding;

/** A turn reads the same words but once in a language, however many of its questions look at them. */
function readOnce(understand: Read): Read {
  const known = new Map<string, Understanding>();
  return (text, locale) => {
    const key = `${locale ?? ''} ${text}`;
    const read = known.get(key) ?? understand(text, locale);
    known.set(key, read);
    return read;
  };
}

/** Read once for what is asked: flows look at the same message from several sides. */
function createActs(turn: () => Turn, { readActs }: Understander): Turn['acts'] {
  let last: { readonly of: Understanding; readonly asked: Asked; readonly read: ReadActs } | undefined;
  return (asked = turn().asked) => {
    const { understanding } = turn();
    if (last?.of !== understanding || last.asked !== asked) last = { of: understanding, asked, read: readActs(understanding, asked) };
    return last.read;
  };
}

const isShown = (value: unknown): value is Shown => typeof value === 'object' && value !== null && 'choices' in value;

async function respond(turn: Turn, router: Router, context: TurnContext, start: TurnStart): Promise<void> {
  const { message, understanding } = turn;
  if (message.kind === 'event') return respondToEvent(turn, router, context, start);
  const isFileOnly = message.kind === 'file' && understanding.text === '';
  if (isFileOnly && !router.takesFiles(turn)) return turn.reply(texts.fileReceived);
  if (message.links) await turn.reply(texts.linkNotOpened);
  if (isEmpty(understanding) && !isFileOnly) return message.links ? undefined : turn.reply(texts.empty);
  if (message.text.length > LONGEST_STORED) await turn.reply(texts.tooLong, { values: { limit: LONGEST_STORED } });
  await router.route(context, turn);
}

/**
 * `join`: a chat was opened, greeted once. `language`: the page's switch was used. Others are stored and need no answer. Web Chat's
 * samples put `webchat/` before a name.
 */
async function respondToEvent(turn: Turn, router: Router, context: TurnContext, start: TurnStart): Promise<void> {
  const hinted = toLocale(turn.message.localeHint);
  const name = turn.message.text.replace(/^webchat\//, '');
  if (name === 'join') {
    if (hinted) turn.locale = hinted;
    if (start.lastSeq === 0) await greet(turn);
  } else if (name === 'language' && hinted && hinted !== turn.locale) await router.changeLanguage(context, turn, hinted);
}

/** Numbers asked for that were not spoken of before; no flow looks up more of one message. */
function countFresh({ numbers, entities }: Understanding, { recent, listed }: Memory): number {
  const orders = entities.filter(({ type }) => type === 'order_number').map(({ value }) => value);
  const named = new Set([...numbers.slice(0, MOST_LOOKED_UP).map(({ normalized }) => normalized), ...orders.slice(0, 1)]);
  return [...named].filter((number) => !recent.includes(number) && !listed.includes(number)).length;
}

const isEmpty = ({ text }: Understanding): boolean => text.trim() === '';
