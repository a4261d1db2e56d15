import type { Locale } from '../../core/types.ts';
import { create, find } from './config.ts';
import { styleOptions } from './look.ts';
import type { Wish } from './opening.ts';
import type { Session } from './session.ts';
import { TAGS } from './tags.ts';
import { texts } from './texts.ts';
import { type RefusedFile, reasonOf, sortFiles } from './uploads.ts';
import { type Action, type Activity, type DirectLine, type Middleware, STATUS, type WebChat } from './webChat.ts';

/** A conversation shown by Web Chat. */
export interface Client {
  say(words: string, wish?: Wish): void;
  tell(event: 'join' | 'language', locale: Locale): void;
  setLocale(locale: Locale): void;
  draft(text: string): void;
  focus(): void;
  reconnect(session: Session, streamUrl: string): void;
  readonly watermark: string;
  /** Ends the connection and takes the transcript away. */
  remove(): void;
}

export interface ClientEvents {
  /** Connected for the first time: from now on messages can be sent. */
  onConnected(): void;
  onOnline(): void;
  onExpired(): void;
  /** The server is away, or the conversation is no longer there. */
  onLost(): void;
  /** The server has stored the event. */
  onTold(event: string): void;
  onBotMessage(): void;
  onRefusedFile(file: RefusedFile): void;
}

/** Shows a conversation from its beginning: the page has nothing of one that goes on, and the bot may have greeted in a new one. */
export function openClient(webChat: WebChat, session: Session, locale: Locale, events: ClientEvents): Client {
  const element = create('div', '', 'client');
  find('client').replaceChildren(element);
  const directLine = webChat.createDirectLine({
    domain: `${location.origin}/v3/directline`,
    token: session.token,
    conversationId: session.conversationId,
    watermark: '0',
  });
  const store = webChat.createStore({}, createMiddleware(events));
  const status = watch(directLine, events);
  let shown = locale;

  const render = (): void =>
    webChat.renderWebChat(
      {
        directLine,
        store,
        userID: session.userId,
        locale: TAGS[shown],
        styleOptions,
        overrideLocalizedStrings: (strings: object) => ({ ...strings, TEXT_INPUT_PLACEHOLDER: texts.messagePlaceholder[shown] }),
        // Inside the page's own <main>, another landmark would be one too many.
        role: 'region',
      },
      element,
    );
  render();

  return {
    say: (text, wish) =>
      store.dispatch({
        type: 'WEB_CHAT/SEND_MESSAGE',
        payload: { text, method: 'suggestedAction', ...(wish && { channelData: { wish } }) },
      }),
    tell: (name, value) => store.dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name, value } }),
    setLocale(next) {
      shown = next;
      render();
      // Rendering passes the language on a moment later; what is sent next must already be stamped with it.
      store.dispatch({ type: 'WEB_CHAT/SET_LANGUAGE', payload: { language: TAGS[next] } });
    },
    draft: (text) => store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } }),
    focus: () => element.querySelector<HTMLElement>('[data-id="webchat-sendbox-input"]')?.focus(),
    reconnect: ({ token, conversationId }, streamUrl) => directLine.reconnect({ token, conversationId, streamUrl }),
    get watermark() {
      return directLine.watermark ?? '';
    },
    remove() {
      status.unsubscribe();
      directLine.end();
      element.remove();
    },
  };
}

function watch(directLine: DirectLine, events: ClientEvents): { unsubscribe(): void } {
  return directLine.connectionStatus$.subscribe((status) => {
    if (status === STATUS.online) events.onOnline();
    if (status === STATUS.expired) events.onExpired();
    if (status === STATUS.failed || status === STATUS.ended) events.onLost();
  });
}

/** Looks on as Web Chat's actions pass; changes none but a choice of files that cannot be sent. What the server alone can tell, such as a program named like a photo, is said when it has. */
function createMiddleware(events: ClientEvents): Middleware {
  /** Names of files on their way, by the id of their message. */
  const sending = new Map<string, string>();
  return () => (next) => (action) => {
    const result = next(withoutRefusedFiles(action, events));
    const activity = (action.payload as { activity?: Activity } | undefined)?.activity;
    // A turn later, when Web Chat's own listeners for sending have started.
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') setTimeout(events.onConnected);
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED' && activity?.type === 'event' && activity.name) events.onTold(activity.name);
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && activity?.type === 'message' && activity.from.role === 'bot')
      events.onBotMessage();
    const id = action.meta?.clientActivityID ?? '';
    const [file] = activity?.attachments ?? [];
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_PENDING' && file) sending.set(id, file.name ?? '');
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED') sending.delete(id);
    const unsent = action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED' ? sending.get(id) : undefined;
    if (unsent !== undefined) events.onRefusedFile({ name: unsent, reason: reasonOf(action.payload) });
    return result;
  };
}

function withoutRefusedFiles(action: Action, events: ClientEvents): Action {
  if (action.type !== 'WEB_CHAT/SET_SEND_BOX_ATTACHMENTS') return action;
  const { attachments } = action.payload as { attachments: readonly { blob: Blob }[] };
  const { taken, refused } = sortFiles(attachments);
  for (const file of refused) events.onRefusedFile(file);
  return refused.length === 0 ? action : { ...action, payload: { attachments: taken } };
}
