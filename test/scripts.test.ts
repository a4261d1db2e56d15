import { describe, expect, it } from 'vitest';
import { createBot } from '../bot/bot.ts';
import { createDesk } from '../bot/desk.ts';
import { createLocalFanout } from '../bot/fanout.ts';
import { createMetrics } from '../bot/metrics.ts';
import { createFixedClock } from '../core/clock.ts';
import { createLog } from '../core/log.ts';
import type { StoredMessage } from '../core/services.ts';
import { scripts as callback } from '../dialogs/callback/scripts.ts';
import { flows } from '../dialogs/index.ts';
import { scripts as patterns } from '../dialogs/patterns.ts';
import { createRouter } from '../dialogs/router.ts';
import { createSampleShipments, SAMPLE_CUSTOMER, SAMPLE_NOW } from '../dialogs/samples.ts';
import type { Exchange, Script } from '../dialogs/script.ts';
import { scripts as smalltalk } from '../dialogs/smalltalk/scripts.ts';
import { scripts as track } from '../dialogs/track/scripts.ts';
import { createMemoryConversations, createMemoryServices } from './memory.ts';
import { openUnderstander } from './nlp/trainedModel.ts';

const understander = openUnderstander();

describe.each([
  ['track', track],
  ['callback', callback],
  ['smalltalk', smalltalk],
  ['any: patterns', patterns],
])('flow %s', (_flow, scripts) => {
  it.each(scripts.map((script) => [script.name, script] as const))('%s', async (_name, script) => {
    await run(script);
  });
});

/** Says each line as a channel would, and holds everything the bot answered against what the script expects. */
async function run(script: Script): Promise<void> {
  const clock = createFixedClock(SAMPLE_NOW);
  const conversations = createMemoryConversations(new Map([[SAMPLE_CUSTOMER.id, SAMPLE_CUSTOMER.name]]));
  const bot = createBot({ services: createMemoryServices(clock, createSampleShipments()), understander, router: createRouter(flows) });
  const log = createLog('error');
  const desk = createDesk({ conversations, bot, fanout: createLocalFanout(), clock, log, metrics: createMetrics(), wakeJobs: () => {} });
  await desk.open({
    id: 'c1',
    channel: 'test',
    userId: 'u1',
    locale: script.locale,
    ...(script.customerId ? { customerExternalId: script.customerId } : {}),
  });
  let seen = 0;
  for (const [index, exchange] of script.exchanges.entries()) {
    await desk.receive({
      channel: 'test',
      conversationId: 'c1',
      userId: 'u1',
      providerMessageId: `m${index}`,
      kind: 'text',
      text: exchange.say,
      clientKey: 'test',
    });
    const messages = await conversations.listMessages('c1', seen, 100);
    seen = messages.at(-1)?.seq ?? seen;
    check(
      exchange,
      messages
        .filter(({ role }) => role === 'bot')
        .map(words)
        .join('\n'),
    );
  }
}

function check({ say, hears, neverHears = [] }: Exchange, heard: string): void {
  const context = `after "${say.slice(0, 80)}" the bot said:\n${heard}`;
  for (const wanted of hears)
    expect(typeof wanted === 'string' ? heard.includes(wanted) : wanted.test(heard), `${wanted} is missing ${context}`).toBe(true);
  for (const banned of neverHears)
    expect(typeof banned === 'string' ? heard.includes(banned) : banned.test(heard), `${banned} is in it, ${context}`).toBe(false);
  expect(heard, context).not.toMatch(/\{\w+\}|undefined|NaN/);
}

/** All a customer could read of a message. */
function words({ text, reply }: StoredMessage): string {
  return [text, JSON.stringify(reply?.card ?? ''), ...(reply?.buttons ?? []).map(({ title }) => title)].join('\n');
}
