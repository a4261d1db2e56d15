import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { AppError } from '../../../core/errors.ts';
import type { Log } from '../../../core/log.ts';
import type { StoredMessage } from '../../../rules/conversations/types.ts';
import { findFault } from '../../http/guard.ts';
import { endWithProblem } from '../../http/problem.ts';
import { type ClientPlace, placeOf } from '../../http/route.ts';
import type { Links } from '../../links.ts';
import type { Quota } from '../../quota.ts';
import { type Page, parseWatermark, readAfter } from './history.ts';
import { advance, catchUp, type Line, type LineWork } from './line.ts';
import { toActivity } from './outbound.ts';
import type { DirectLineDeps, DirectLineLimits, DirectLineSettings } from './settings.ts';

/** The streams of all conversations that are open on this instance. */
export interface Sockets {
  mount(server: Server): void;
  show(conversationId: string, messages: readonly StoredMessage[]): void;
  /** Asks the store which open streams are behind, and reads for those, a few at a time. @throws when the store is away. */
  refresh(): Promise<void>;
  count(): number;
  /** Refuses new streams, says 1012 (service restart) to the open ones and resolves when they are gone. */
  close(): Promise<void>;
}

interface Parts extends Pick<DirectLineDeps, 'conversations'> {
  readonly log: Log;
  readonly links: Links;
  readonly reads: Quota;
  readonly limits: DirectLineLimits;
  readonly settings: Pick<DirectLineSettings, 'publicUrl' | 'trustProxy'>;
  readonly presentation: (origin: string) => Parameters<typeof toActivity>[1];
}

const STREAM_PATH = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/;
/** Clients send nothing but empty pings. */
const MAX_FRAME_BYTES = 1024;
/** Between two sweeps; the real client sends an empty ping every 20 s, and nothing else. */
const MOST_HEARD = 100;
const PAGE_MESSAGES = 200;
const READS_AT_ONCE = 8;
const ASKED_AT_ONCE = 1000;

export function createSockets({ conversations, log, links, reads, limits, settings, presentation }: Parts): Sockets {
  // Compression costs some 200 KB a socket; the list of clients is ours, by conversation.
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false, maxPayload: MAX_FRAME_BYTES });
  // RFC 6455 §4.2.2: a refused handshake names the version that would do.
  server.on('wsClientError', ({ message }: Error, socket: Duplex) =>
    endWithProblem(socket, refusal('handshake', message), { 'sec-websocket-version': '13' }),
  );
  const lines = new Map<WebSocket, Line>();
  const byConversation = new Map<string, Line[]>();
  const countByClient = new Map<string, number>();
  let isClosing = false;
  let onEmpty = (): void => undefined;

  const work: LineWork = {
    read: (line): Promise<Page> => readAfter(conversations, line.conversationId, line.seq, PAGE_MESSAGES),
    render(line, messages, watermark) {
      const shown = presentation(line.origin);
      return JSON.stringify({ activities: messages.map((message) => toActivity(message, shown)), watermark: String(watermark) });
    },
    onError(line, error) {
      log.error({ error, conversationId: line.conversationId }, 'A stream could not be read; the client connects again');
      line.socket.close(1011);
    },
  };

  // One function each for all sockets: a closure a socket would be kept thousands of times.
  function onMessage(this: WebSocket, data: { toString(): string }): void {
    const line = lines.get(this);
    if (!line) return;
    line.isAlive = true;
    line.heard += 1;
    // The client's ping is an empty message; it never reads the answer, but proxies see traffic both ways.
    if (line.heard > MOST_HEARD) this.close(1008, 'too many messages');
    else if (data.toString() === '') this.send('');
  }
  function onPong(this: WebSocket): void {
    const line = lines.get(this);
    if (line) line.isAlive = true;
  }
  function onClose(this: WebSocket): void {
    const line = lines.get(this);
    if (!line) return;
    lines.delete(this);
    count(line.address, -1);
    const rest = (byConversation.get(line.conversationId) ?? []).filter((other) => other !== line);
    if (rest.length > 0) byConversation.set(line.conversationId, rest);
    else byConversation.delete(line.conversationId);
    if (lines.size === 0) onEmpty();
  }
  // 'close' follows; without a listener a client's broken frame would end the process.
  function onError(): void {}

  function count(address: string, change: 1 | -1): void {
    const open = (countByClient.get(address) ?? 0) + change;
    if (open > 0) countByClient.set(address, open);
    else countByClient.delete(address);
  }

  function accept(socket: WebSocket, conversationId: string, { address, origin }: ClientPlace, watermark: number): void {
    const line: Line = { socket, conversationId, address, origin, seq: watermark, state: 'live', isAlive: true, heard: 0 };
    count(address, 1);
    const others = byConversation.get(conversationId) ?? [];
    if (others.length >= limits.socketsPerConversation) others[0]?.socket.close(1008, 'too many connections');
    lines.set(socket, line);
    byConversation.set(conversationId, [...others, line]);
    socket.on('message', onMessage).on('pong', onPong).on('close', onClose).on('error', onError);
    void catchUp(line, work);
  }

  function onUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', onError);
    try {
      const fault = findFault(req) ?? findBody(req);
      if (fault) throw fault;
      if (isClosing) throw new AppError('SHUTTING_DOWN');
      if (lines.size >= limits.sockets) throw new AppError('RATE_LIMITED', { limit: 'streams in all' });
      const url = new URL(`http://localhost${req.url}`);
      const conversationId = STREAM_PATH.exec(url.pathname)?.[1];
      if (!conversationId) throw new AppError('NOT_FOUND');
      if (links.verify('stream', url.searchParams.get('t') ?? '') !== conversationId) throw new AppError('FORBIDDEN');
      const { address, origin } = placeOf(req, settings);
      reads.take({ conversationId, clientKey: address });
      if ((countByClient.get(address) ?? 0) >= limits.socketsPerClient) throw new AppError('RATE_LIMITED', { limit: 'streams per client' });
      const watermark = parseWatermark(url.searchParams.get('watermark'));
      server.handleUpgrade(req, socket, head, (opened) => accept(opened, conversationId, { address, origin }, watermark));
    } catch (error) {
      endWithProblem(socket, error);
    }
  }

  /** Asks every socket for a sign of life, and ends those that gave none since the last time. */
  function sweep(): void {
    for (const [socket, line] of lines) {
      if (!line.isAlive) socket.terminate();
      line.isAlive = false;
      line.heard = 0;
      if (socket.readyState === socket.OPEN) socket.ping();
    }
  }
  const sweeping = setInterval(sweep, limits.pingSeconds * 1000).unref();

  return {
    mount: (http) => void http.on('upgrade', onUpgrade),
    show(conversationId, messages) {
      for (const line of byConversation.get(conversationId) ?? []) {
        try {
          advance(line, messages, work);
        } catch (error) {
          // The turn that made these messages is committed: one broken stream must not make it look failed.
          work.onError(line, error);
        }
      }
    },
    async refresh() {
      const ids = [...byConversation.keys()];
      for (let at = 0; at < ids.length; at += ASKED_AT_ONCE) {
        const last = await conversations.listLastSeqs(ids.slice(at, at + ASKED_AT_ONCE));
        const behind = [...last].flatMap(([id, seq]) => (byConversation.get(id) ?? []).filter((line) => line.seq < seq)).values();
        const readers = Array.from({ length: READS_AT_ONCE }, async () => {
          for (const line of behind) await catchUp(line, work);
        });
        await Promise.all(readers);
      }
    },
    count: () => lines.size,
    async close() {
      isClosing = true;
      clearInterval(sweeping);
      if (lines.size === 0) return;
      const gone = new Promise<void>((resolve) => {
        onEmpty = resolve;
      });
      for (const socket of lines.keys()) socket.close(1012, 'restarting');
      const impatience = setTimeout(() => {
        for (const socket of lines.keys()) socket.terminate();
      }, limits.closeMs);
      await gone;
      clearTimeout(impatience);
    },
  };
}

/** What came after the head would be read as the first frames. */
function findBody({ headers }: IncomingMessage): AppError | undefined {
  if ((headers['content-length'] ?? '0') === '0' && headers['transfer-encoding'] === undefined) return undefined;
  return refusal('body', 'must not be there in an upgrade');
}

function refusal(path: string, message: string): AppError {
  return new AppError('INVALID_INPUT', { errors: [{ path, message }] });
}
