import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import { AppError } from '../../../core/errors.ts';
import { chooseLocale } from '../../../core/i18n.ts';
import { defineJob, type JobHandler } from '../../defineJob.ts';
import { readObject } from '../../http/body.ts';
import { createRoute } from '../../http/route.ts';
import type { Channel, ChannelContext } from '../channel.ts';
import { admitRequest, type BotFrameworkConfig, chooseDoor, mayCall } from './access.ts';
import { type Cloud, type Connector, createConnector } from './connector.ts';
import { type AddressedActivity, readActivity, toInbound } from './inbound.ts';
import { CAPABILITIES, DELIVERY, type Delivery, toActivities } from './outbound.ts';

export interface BotFramework extends Channel {
  /** Adds POST /api/messages, also where the door is closed: it answers 404 then. */
  mount(server: Server): void;
  /** For jobs of kind `deliver.botframework`: posts replies to the channel's connector. May post one twice, never none. */
  readonly delivery: JobHandler;
}

interface BotFrameworkDeps extends ChannelContext {
  readonly config: BotFrameworkConfig;
  /** Default: the public cloud. */
  readonly cloud?: Cloud;
}

const PATH = '/api/messages';
const MAX_BODY_BYTES = 256 * 1024;
/** Somebody waits for these: most faults of a connector are over within seconds. */
const FIRST_DELAYS_MS = [5000, 30_000, 120_000];

/**
 * The Bot Framework's own door, for Azure's channels (Teams, Telegram, LINE …) and the Emulator. Replies leave by the outbox:
 * a connector that is down costs no turn. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-overview
 * @throws AppError CONFIG_INVALID for an app id without a password.
 */
export function createBotFramework({ inbox, log, config, cloud }: BotFrameworkDeps): BotFramework {
  const door = chooseDoor(config);
  const connector = createConnector(config, cloud);
  let isClosing = false;

  return {
    id: 'botframework',
    capabilities: CAPABILITIES,
    delivery: defineJob({
      payload: DELIVERY,
      firstDelaysMs: FIRST_DELAYS_MS,
      receiverOf: ({ reference }) => reference.serviceUrl,
      run: ({ payload }) => deliver(payload),
    }),
    mount(server) {
      // No address of a client is needed: who speaks is the channel's to say, and who is local the socket's.
      const route = createRoute({ name: 'The Bot Framework channel', trustProxy: 0, log, isClosing: () => isClosing });
      server.post(
        PATH,
        route(async ({ req }) => ({ status: await answer(req), body: {} })),
      );
    },
    async close() {
      isClosing = true;
    },
  };

  async function answer(req: IncomingMessage): Promise<number> {
    admitRequest(door, req);
    const activity = readActivity(await readObject(req, MAX_BODY_BYTES));
    if (!mayCall(door, activity.serviceUrl)) throw new AppError('FORBIDDEN', { field: 'serviceUrl' });
    const caller = await authenticate(activity, req.headers.authorization ?? '');
    let failure: unknown;
    await connector.adapter.processActivityDirect(caller, activity, async () => {
      const message = toInbound(activity);
      // Carried out by hand: what is thrown in here the adapter turns into another error's text.
      if (message) await receive(message).catch((error: unknown) => (failure = error));
    });
    if (failure !== undefined) throw failure;
    // An invoke wants a result that we never have; 501 is what the adapter itself would say.
    return activity.type === 'invoke' ? 501 : 200;
  }

  async function authenticate(activity: AddressedActivity, authorization: string): Promise<Caller> {
    try {
      return await connector.authentication.authenticateRequest(activity, authorization);
    } catch (error) {
      if (isKeysUnavailable(error)) throw error;
      log.warn({ error, channelId: activity.channelId }, 'a Bot Framework token was refused: compare MICROSOFT_APP_ID with the Azure Bot');
      throw new AppError('UNAUTHENTICATED', {}, error);
    }
  }

  /** Opened by its first message: the Bot Framework has no call for it, and not every channel announces a new conversation. */
  async function receive(message: NonNullable<ReturnType<typeof toInbound>>): Promise<void> {
    try {
      await inbox.receive(message);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error;
      const { conversationId: id, channel, ownerId: userId, localeHint } = message;
      await inbox.open({ id, channel, userId, locale: chooseLocale([localeHint]) });
      await inbox.receive(message);
    }
  }

  async function deliver({ reference, replies }: Delivery): Promise<void> {
    // Asked again: the entry may have been written when the settings were others.
    if (!mayCall(door, reference.serviceUrl)) throw new Error('the Bot Framework door no longer leads to this service address');
    await connector.adapter.continueConversationAsync(config.MICROSOFT_APP_ID ?? '', reference, async (context) => {
      // The SDK makes up an id for the activity that continues, and every reply would name that as what it answers.
      if (reference.activityId === undefined) delete (context.activity as { id?: string }).id;
      else context.activity.id = reference.activityId;
      await context.sendActivities(replies.flatMap(toActivities));
    });
  }
}

type Caller = Awaited<ReturnType<Connector['authentication']['authenticateRequest']>>;

/** Microsoft's keys could not be fetched: our trouble, not the caller's token. */
function isKeysUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'FetchError' || ('statusCode' in error && Number(error.statusCode) >= 500);
}
