import { createBot } from '../bot/bot.ts';
import { createLocalFanout } from '../bot/fanout.ts';
import { createMetrics } from '../bot/metrics.ts';
import { createTurns } from '../bot/turns.ts';
import { systemClock } from '../core/clock.ts';
import { createId } from '../core/ids.ts';
import { createLog } from '../core/log.ts';
import { flows } from '../dialogs/index.ts';
import { createRouter } from '../dialogs/router.ts';
import { MODEL_DIRECTORY } from '../nlp/cli/paths.ts';
import { DEMO_OWN_FORMAT } from '../nlp/numbers/formats/own.ts';
import { openUnderstander } from '../nlp/open.ts';
import { createCrm } from '../prisma/crm.ts';
import { loadDemo } from '../prisma/demo/index.ts';
import type { Store } from '../prisma/store.ts';
import { createSlaPolicy } from '../rules/complaints/policy.ts';

/** The product without a transport: the real turns, bot, model, flows and store. */
export interface BenchTurns {
  open(conversationId: string): Promise<void>;
  /** One turn, from the customer's words to the commit. */
  say(conversationId: string, text: string): Promise<void>;
}

/** @param store migrated; demo shipments are put into it. */
export async function createBenchTurns(store: Store): Promise<BenchTurns> {
  const clock = systemClock;
  await loadDemo(store, clock.now());
  const understander = openUnderstander(MODEL_DIRECTORY, DEMO_OWN_FORMAT);
  const company = {
    name: { 'zh-Hans': '星邦速运', 'zh-Hant': '星邦速運', en: 'XB Express' },
    timeZone: 'Asia/Shanghai',
    numberExample: DEMO_OWN_FORMAT.example,
  };
  const { timeZone } = company;
  const crm = createCrm(store, clock, { timeZone, policy: createSlaPolicy(timeZone), erasureKey: 'bench' });
  const services = { clock, company, ...crm };
  const bot = createBot({ services, understander, router: createRouter(flows) });
  const { conversations } = crm;
  const log = createLog('error');
  const turns = createTurns({ conversations, bot, fanout: createLocalFanout(), clock, log, metrics: createMetrics(), wakeJobs: () => {} });

  return {
    open: async (id) => void (await turns.open({ id, channel: 'directline', userId: `user-${id}`, locale: 'zh-Hans' })),
    say: async (conversationId, text) => {
      const userId = `user-${conversationId}`;
      await turns.receive({
        channel: 'directline',
        conversationId,
        userId,
        kind: 'text',
        text,
        providerMessageId: createId(),
        clientKey: userId,
      });
    },
  };
}
