import type { Locale } from '../../core/types.ts';
import { type Client, openClient } from './client.ts';
import type { Language } from './language.ts';
import type { Notice } from './notice.ts';
import type { Opening, Wish } from './opening.ts';
import { findStreamUrl, join, loadSession, openSession, readGreeting, type Session, saveSession } from './session.ts';
import type { Unread } from './unread.ts';
import { loadWebChat } from './webChat.ts';

export interface Conversation {
  /** Sends words as the customer's; kept until the client is there. */
  say(words: string, wish?: Wish): void;
  /** Puts the cursor where one writes. */
  focus(): void;
  open(): Promise<void>;
  /** Leaves this conversation and begins another, as a demo customer or a visitor. */
  startOver(customer?: string): void;
}

interface Parts {
  readonly clientAddress: string;
  readonly language: Language;
  readonly notice: Notice;
  readonly opening: Opening;
  readonly unread: Unread;
  onStateChange(isOnline: boolean): void;
}

/** Waiting times between attempts to reach the server, in milliseconds; the last one repeats. */
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000];
/** An old transcript of nobody's words, or a bot that is slow: the opening makes room for the client all the same. */
const OPENING_MS = 5000;
/** In which a resumed conversation's messages arrive. */
const HISTORY_MS = 800;

/** The life of the chat: opens a session, shows it, and brings it back after a loss. */
export function createConversation(parts: Parts): Conversation {
  const { language, notice, opening, unread } = parts;
  let client: Client | undefined;
  let session: Session | undefined;
  /** Changes with each conversation: what belongs to an earlier one is dropped. */
  let generation = 0;
  let failures = 0;

  language.onChange((locale) => {
    client?.setLocale(locale);
    if (session?.hasJoined) client?.tell('language', locale);
  });

  function say(words: string, wish?: Wish): void {
    if (!opening.keep(words, wish)) client?.say(words, wish);
  }

  async function open(customer?: string): Promise<void> {
    const mine = ++generation;
    try {
      const loading = loadWebChat(parts.clientAddress);
      // Looked at below; until then it is nobody's failure.
      loading.catch(() => undefined);
      const opened = await openSession(language.locale, customer);
      if (mine !== generation) return;
      const { locale } = language;
      const isJoined = opened.kind !== 'resumed' && (await join(opened.session, locale));
      if (isJoined) void readGreeting(opened.session).then((words) => words && mine === generation && opening.greet(words));
      const webChat = await loading;
      if (mine !== generation) return;
      failures = 0;
      notice.hide('retrying');
      if (opened.kind === 'lost') notice.show('newChat', { isGood: true, seconds: 12 });
      session = isJoined ? { ...opened.session, hasJoined: true } : opened.session;
      const isResumed = opened.kind === 'resumed';
      client = openClient(webChat, session, language.locale, {
        onConnected: () => mine === generation && begin(isResumed, isJoined ? locale : language.locale),
        onOnline: () => mine === generation && recover(),
        onExpired: () => mine === generation && void renew(),
        onLost: () => mine === generation && retry(),
        onTold: (event) => mine === generation && event === 'join' && markJoined(),
        onBotMessage: () => {
          if (mine !== generation) return;
          if (!session?.hasJoined) markJoined();
          uncover();
          unread.count();
        },
        onRefusedFile: ({ name, reason }) => notice.show(reason, { values: { name }, seconds: 10 }),
      });
    } catch (error) {
      if (mine !== generation) return;
      console.warn('The chat could not be opened; it is tried again.', error);
      retry(customer);
    }
  }

  /** The bot is told once that a customer came, and the language if it has changed since; what was said meanwhile follows. */
  function begin(isResumed: boolean, known: Locale): void {
    const mine = generation;
    parts.onStateChange(true);
    if (known !== language.locale) client?.tell('language', language.locale);
    // The receipt of our `join` may have been lost, by a reload or on the line: the history then tells that the bot has greeted.
    if (!session?.hasJoined) setTimeout(() => mine === generation && tellJoin(), HISTORY_MS);
    else if (isResumed) setTimeout(uncover, HISTORY_MS);
    for (const { words, wish } of opening.takeKept()) client?.say(words, wish);
    setTimeout(uncover, OPENING_MS);
  }

  function tellJoin(): void {
    if (!session?.hasJoined) client?.tell('join', language.locale);
  }

  function uncover(): void {
    const { text, isFocused } = opening.takeDraft();
    if (text) client?.draft(text);
    opening.leave();
    if (isFocused) client?.focus();
  }

  function markJoined(): void {
    if (!session) return;
    // The token may have been refreshed in another tab meanwhile: only the flag is ours to write.
    session = { ...(loadSession() ?? session), hasJoined: true };
    saveSession(session);
  }

  function recover(): void {
    if (failures > 0) notice.show('backOnline', { isGood: true, seconds: 4 });
    failures = 0;
    parts.onStateChange(true);
  }

  /** The token ran out, as after a night with the lid closed: the same conversation with another token, if the server allows. */
  async function renew(): Promise<void> {
    const current = client;
    if (!session || !current) return;
    try {
      const opened = await openSession(language.locale, session.customer);
      if (opened.kind !== 'resumed') return restart();
      session = opened.session;
      current.reconnect(session, await findStreamUrl(session, current.watermark));
    } catch (error) {
      console.warn('The chat could not be resumed; it is opened again.', error);
      retry();
    }
  }

  function restart(): void {
    client?.remove();
    client = undefined;
    saveSession(undefined);
    notice.show('newChat', { isGood: true, seconds: 12 });
    opening.enter();
    void open();
  }

  function retry(customer?: string): void {
    const mine = ++generation;
    parts.onStateChange(false);
    notice.show(navigator.onLine ? 'retrying' : 'offline');
    const waitMs = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0;
    failures += 1;
    const again = (): void => {
      window.removeEventListener('online', again);
      clearTimeout(timer);
      if (mine !== generation) return;
      client?.remove();
      client = undefined;
      void open(customer);
    };
    const timer = setTimeout(again, waitMs);
    window.addEventListener('online', again);
  }

  return {
    say,
    focus() {
      if (!opening.focus()) client?.focus();
    },
    open: () => open(),
    startOver(customer) {
      client?.remove();
      client = undefined;
      session = undefined;
      saveSession(undefined);
      notice.hide();
      opening.enter();
      void open(customer);
    },
  };
}
