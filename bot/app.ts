import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCalendar } from '../core/businessTime.ts';
import { chineseException } from '../core/chineseCalendar.ts';
import type { Clock } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import { createId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import { parseOpeningHours } from '../core/openingHours.ts';
import { flows } from '../dialogs/index.ts';
import { createRouter } from '../dialogs/router.ts';
import { openUnderstander } from '../nlp/open.ts';
import { openStore } from '../prisma/client.ts';
import { purgeCandidates } from '../prisma/crm/candidates.ts';
import { runAlarms } from '../prisma/crm/complaints/alarms.ts';
import { purgeCounters, writeSign } from '../prisma/crm/counters.ts';
import { segmentOnceANight } from '../prisma/crm/customers/segments.ts';
import { reconcile } from '../prisma/crm/reconciliation.ts';
import { createRetentionChores } from '../prisma/crm/retention.ts';
import { deriveOutdated } from '../prisma/crm/shipments/derived.ts';
import { createStaff } from '../prisma/crm/staff.ts';
import { createCrm } from '../prisma/crm.ts';
import { demoCustomers, demoHighlights, loadDemo } from '../prisma/demo/index.ts';
import { applyMigrations } from '../prisma/migrate.ts';
import { type Capabilities, FULL } from '../rules/channels/capabilities.ts';
import { createSlaPolicy, type SlaPolicy } from '../rules/complaints/policy.ts';
import { DEFAULT_SEGMENT_RULES } from '../rules/customers/segmentRules.ts';
import type { Chore } from '../rules/jobs.ts';
import type { Company, Services } from '../rules/services.ts';
import { createAllowance } from './allowance.ts';
import { createBot } from './bot.ts';
import { createBotFramework } from './channels/botframework/index.ts';
import { createDirectLine } from './channels/directline/directLine.ts';
import { beginChores, CHORE, createChores } from './chores.ts';
import { readClaimPolicy } from './claimPolicy.ts';
import { countConnections, limitConnections, readOpenFilesLimit } from './connections.ts';
import { createLocalFanout } from './fanout.ts';
import { mountApi } from './http/api.ts';
import { readApiKeys } from './http/apiKeys.ts';
import { mountChatToken } from './http/chatToken.ts';
import { mountHealth } from './http/health.ts';
import { createKeyRing } from './http/keyCheck.ts';
import { mountPages } from './http/pages.ts';
import { createJobs } from './jobs.ts';
import { readLimits } from './limits.ts';
import { createMetrics } from './metrics.ts';
import { createNotices } from './notices.ts';
import { createRedisFanout } from './redisFanout.ts';
import { fillSecrets } from './secrets.ts';
import { closeServer, createHttpServer, listen } from './server.ts';
import { createSilence, SILENCE } from './silence.ts';
import { createTurns } from './turns.ts';
import { createWebhook } from './webhook.ts';

/** The running product. */
export interface App {
  readonly url: string;
  /** Refuses new turns, finishes open ones within 7 s, closes sockets with a code, answers what is left, then closes the store. Idempotent. */
  stop(): Promise<void>;
}

/** What open turns get to finish; with the closing of sockets and server below the 15 s after which main.ts ends the process. */
const DRAIN_MS = 7000;

/** dist/, where this file is dist/bot/app.js: the build lays model, pages and migrations beside it. */
const DIST = fileURLToPath(new URL('..', import.meta.url));

/** Puts the product together, once. @throws AppError when the store or the data directory is not usable. */
export async function startApp(given: Config, { clock, log }: { clock: Clock; log: Log }): Promise<App> {
  const store = await openStore(given, { log });
  // After the store has made and locked the data directory: two processes must not both make secrets.
  const config = fillSecrets(given);
  const authenticate = createKeyRing(readApiKeys(config), clock);
  await applyMigrations(store, join(DIST, 'prisma/migrations'));
  if (config.isDemo && (await loadDemo(store, clock.now()))) log.info({}, 'the demo carrier was loaded into the empty store');
  if (config.ADMIN_EMAIL && config.ADMIN_PASSWORD)
    await createStaff(store, clock).createFirst({
      email: config.ADMIN_EMAIL,
      password: config.ADMIN_PASSWORD,
      name: 'Admin',
      role: 'admin',
    });

  const metrics = createMetrics();
  const company = describeCompany(config);
  const own = {
    pattern: config.OWN_NUMBER_PATTERN,
    prefix: /^[A-Z]*/.exec(config.OWN_NUMBER_PATTERN)?.[0] ?? '',
    checksum: config.OWN_NUMBER_CHECK,
    example: config.OWN_NUMBER_EXAMPLE,
  };
  const understander = openUnderstander(join(DIST, 'nlp-model'), own);
  const timeZone = config.COMPANY_TIME_ZONE;
  const limits = readLimits(config);
  const policy = createPolicy(config);
  const erasureKey = config.ERASURE_SECRET ?? config.SESSION_SECRET;
  const crm = createCrm(store, clock, {
    timeZone,
    policy,
    claimPolicy: readClaimPolicy(config.CLAIM_POLICY).policy,
    erasureKey,
    onQueued: () => jobs.wake(),
  });
  const { conversations, shipments, callbacks } = crm;
  const services: Services = {
    ...{ clock, company, shipments, callbacks },
    ...{ verification: crm.verification, complaints: crm.complaints, claims: crm.claims },
  };
  const redis = config.REDIS_URL === undefined ? undefined : await createRedisFanout({ url: config.REDIS_URL, log });
  if (redis) metrics.watch('desk_hint_line_up', '1 while messages of other instances come through Redis', () => Number(redis.isUp()));
  const fanout = redis ?? createLocalFanout();

  const bot = createBot({ services, understander, router: createRouter(flows), allowance: createAllowance(limits, clock) });
  const capabilitiesOf = (channel: string): Capabilities =>
    [directLine, botFramework].find(({ id }) => id === channel)?.capabilities ?? FULL;
  const turns = createTurns({ conversations, bot, fanout, clock, log, metrics, capabilitiesOf, wakeJobs: () => jobs.wake() });
  const border = { publicUrl: config.PUBLIC_URL, trustProxy: config.TRUST_PROXY };
  const settings = { ...border, secret: config.DIRECT_LINE_SECRET, sessionSecret: config.SESSION_SECRET, limits: limits.directLine };
  const directLine = createDirectLine({ inbox: turns, conversations, uploads: crm.uploads, fanout, clock, log, settings });
  const botFramework = createBotFramework({ inbox: turns, config, log });
  /** What an alarm left to be told is told at once. */
  const wakeAfter = (rows: number): number => {
    if (rows > 0) jobs.wake();
    return rows;
  };
  const chores: readonly Chore[] = [
    { name: 'counters', run: (now) => purgeCounters(store, now) },
    { name: 'candidates', run: (now) => purgeCandidates(store, now) },
    { name: 'shipments', everyMs: 60_000, run: () => deriveOutdated(store) },
    { name: 'alarms', everyMs: 30_000, run: () => runAlarms(store, clock, { policy }).then(wakeAfter) },
    { name: 'segments', everyMs: 15 * 60_000, run: () => segmentOnceANight(store, clock, { ...DEFAULT_SEGMENT_RULES, timeZone }) },
    ...createRetentionChores(store),
  ];
  const jobs = createJobs({
    queue: crm.jobs,
    handlers: {
      'crm.webhook': createWebhook({ url: config.CRM_WEBHOOK_URL, secret: config.CRM_WEBHOOK_SECRET, clock }),
      'conversation.notice': createNotices({ writer: turns, clock, timeZone }),
      'deliver.botframework': botFramework.delivery,
      [SILENCE]: createSilence({ writer: turns, clock }),
      [CHORE]: createChores(chores, { clock, log }),
    },
    clock,
    log,
    metrics,
  });

  let stopping: Promise<void> | undefined;
  const isStopping = (): boolean => stopping !== undefined;
  const instance = createId();
  const http = createHttpServer({ log, metrics });
  const { server } = http;
  limitConnections(server.server, countConnections(readOpenFilesLimit(), store.files), config.TRUST_PROXY > 0);
  const demo = config.isDemo ? { customers: demoCustomers, highlights: demoHighlights } : { customers: [], highlights: [] };
  mountHealth(server, {
    checkStore: () => writeSign(store, instance, clock.now()),
    isStopping,
    metrics,
    authenticate,
    clock,
    log,
    trustProxy: config.TRUST_PROXY,
  });
  mountPages(server, {
    webDir: join(DIST, 'web'),
    company,
    frameAncestors: config.FRAME_ANCESTORS,
    isDemo: config.isDemo,
    demoCustomers: demo.customers,
    demoTrackingNumbers: demo.highlights.map(({ trackingNumber }) => trackingNumber),
  });
  mountChatToken(server, { directLine, demoCustomerIds: new Set(demo.customers.map(({ externalId }) => externalId)), log, ...border });
  mountApi(server, {
    authenticate,
    intake: shipments,
    shipments,
    callbacks,
    complaints: crm.complaintDesk,
    uploads: crm.uploads,
    claims: crm.claims,
    webhooks: { dead: crm.jobs, wake: () => jobs.wake() },
    customers: { ...crm, timeZone },
    reconcile: (day) => reconcile(store, day, timeZone),
    clock,
    log,
    trustProxy: config.TRUST_PROXY,
    isClosing: isStopping,
  });
  directLine.mount(server);
  botFramework.mount(server);
  metrics.watch('desk_sockets', 'Open chat streams', directLine.socketCount);
  const port = await listen(server, config.PORT, config.HOST);
  await beginChores(chores, crm.jobs, clock);
  // The embedded store has one process: what was in work when the last one was killed is nobody's.
  if (store.isEmbedded) await crm.jobs.reclaim();
  jobs.start();

  return {
    url: config.PUBLIC_URL ?? `http://${config.HOST}:${port}`,
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };

  async function stop(): Promise<void> {
    // A turn whose callback was lost with an exception would hold up the rest for ever.
    await atMost(DRAIN_MS, Promise.all([turns.drain(), jobs.stop()]));
    await Promise.all([directLine.close(), botFramework.close()]);
    await closeServer(http);
    await fanout.close();
    await store.close();
  }
}

/** Resolves with `work`, or without it when it takes longer. */
async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, tooLate]);
  clearTimeout(timer);
}

function createPolicy({ COMPANY_TIME_ZONE: timeZone, SLA_HOURS, SLA_HOLIDAYS }: Config): SlaPolicy {
  const hours = parseOpeningHours(SLA_HOURS) ?? '24x7';
  return createSlaPolicy(timeZone, createCalendar({ timeZone, hours, ...(SLA_HOLIDAYS === 'CN' && { exceptionOn: chineseException }) }));
}

function describeCompany(config: Config): Company {
  return {
    name: { 'zh-Hans': config.COMPANY_NAME, 'zh-Hant': config.COMPANY_NAME_HANT, en: config.COMPANY_NAME_EN },
    timeZone: config.COMPANY_TIME_ZONE,
    numberExample: config.OWN_NUMBER_EXAMPLE,
    ...(config.COMPANY_HOTLINE ? { hotline: config.COMPANY_HOTLINE } : {}),
  };
}
