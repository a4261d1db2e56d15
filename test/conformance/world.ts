import { createBot } from '../../bot/bot.ts';
import type { JobHandler } from '../../bot/defineJob.ts';
import { createLocalFanout, type Fanout } from '../../bot/fanout.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createTurns, type Turns } from '../../bot/turns.ts';
import { createFixedClock } from '../../core/clock.ts';
import { createLog, type Log } from '../../core/log.ts';
import { flows } from '../../dialogs/index.ts';
import { createRouter } from '../../dialogs/router.ts';
import { createSampleShipments, SAMPLE_NOW } from '../../dialogs/samples.ts';
import type { Capabilities } from '../../rules/channels/capabilities.ts';
import type { Conversations } from '../../rules/conversations/types.ts';
import { createMemoryServices } from '../memory.ts';
import { createMemoryConversations } from '../memoryConversations.ts';
import { createMemoryJobs } from '../memoryJobs.ts';
import { openUnderstander } from '../nlp/trainedModel.ts';

/** All that stands behind a channel, with the store in memory. */
export interface World {
  readonly clock: ReturnType<typeof createFixedClock>;
  readonly log: Log;
  readonly fanout: Fanout;
  readonly conversations: Conversations;
  readonly turns: Turns;
  /** Delivers what waits to be delivered. */
  deliver(kind: string, handler: JobHandler): Promise<void>;
}

export function createWorld(capabilities: Capabilities): World {
  const clock = createFixedClock(SAMPLE_NOW);
  const log = createLog('error');
  const fanout = createLocalFanout();
  const jobs = createMemoryJobs(clock);
  const conversations = createMemoryConversations(new Map(), jobs);
  const bot = createBot({
    services: createMemoryServices(clock, createSampleShipments()),
    understander: openUnderstander(),
    router: createRouter(flows),
  });
  const turns = createTurns({
    ...{ conversations, bot, fanout, clock, log, metrics: createMetrics(), wakeJobs: () => {} },
    capabilitiesOf: () => capabilities,
  });
  return { clock, log, fanout, conversations, turns, deliver: (kind, handler) => jobs.pass(0, { [kind]: handler }) };
}
