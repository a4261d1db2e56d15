import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Pace, watchPace } from './pace.ts';
import { sendProblem } from './problem.ts';

/** The answers that are not with their clients yet. */
export interface OpenAnswers {
  /**
   * From a request's head until its answer has left, or its client has. False when the connection is given up instead: it asks on
   * and on without taking what it is answered.
   */
  add(req: IncomingMessage, res: ServerResponse): boolean;
  /**
   * What the bytes that could not be read on a connection interrupt: `none`, nothing was under way; `request`, one whose body
   * they were and that is not answered yet; `other`, requests that were whole, or answers that have begun.
   */
  interrupted(socket: Duplex): 'none' | 'request' | 'other';
  /** Answers all that have not begun. */
  refuse(error: unknown): void;
  /** Destroys every connection, also those that Node hands over at an upgrade and then knows no more; stops looking. */
  cut(): void;
}

interface Open {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** Set once the answer is made: what is left of its reader's time. */
  leftMs?: number;
}

/** A reader that takes nothing for so long is gone: nobody is in a tunnel longer and still waits for the same answer. */
const STALL_MS = 30_000;
/** And one that takes a byte now and then gets this much time for what it asked for, beside the time above: a poor 2G line's. */
const BYTES_PER_SECOND = 8 * 1024;
const SWEEP_MS = 2000;
/** Requests of one connection that are not answered yet: browsers send one after the other, and proxies too. */
const MOST_ON_A_CONNECTION = 8;
/** What all answers together may hold for readers that have not taken them; of more, those who hold most are let go. */
const UNREAD_BYTES = 256 * 1024 * 1024;
/** How often that is added up at most, while requests come. */
const ADD_UP_MS = 100;

/**
 * Node makes requests of all it has read of a connection, hundreds, also when that is destroyed meanwhile. Its parser stops where a
 * request is said to be an upgrade. An internal of Node's: without it, this saves nothing and breaks nothing.
 */
function stopReading(socket: Socket & { parser?: { onIncoming?: unknown } | null }): void {
  if (socket.parser) socket.parser.onIncoming = () => 2;
}

/** Keeps answers from being held for readers that never take them. Times are of this process's own timers. */
export function trackAnswers(
  http: NodeServer,
  {
    stallMs = STALL_MS,
    sweepMs = SWEEP_MS,
    bytesPerSecond = BYTES_PER_SECOND,
    unreadBytes = UNREAD_BYTES,
    addUpMs = ADD_UP_MS,
    pace = {} as Pace,
  } = {},
): OpenAnswers {
  const open = new Map<ServerResponse, Open>();
  const bySocket = new WeakMap<Duplex, Set<Open>>();
  let addedUpAtMs = 0;
  const on = (socket: Duplex): Open[] => [...(bySocket.get(socket) ?? [])];

  const connections = new Set<Socket>();
  // One function for all of them: a closure each would be kept thousands of times.
  function forget(this: Socket): void {
    connections.delete(this);
    // Answers that wait behind another one on their connection are told of its end by nobody, and would be kept for ever.
    for (const { res } of on(this)) {
      open.delete(res);
      res.destroy();
    }
    bySocket.delete(this);
  }
  http.on('connection', (socket: Socket) => connections.add(socket.once('close', forget)));

  // Of a connection on which nothing moves, in or out: Node looks at what the kernel has taken too.
  http.timeout = stallMs;
  http.on('timeout', (socket: Socket) => {
    // Our own work may take its time: it has limits of its own.
    if (!on(socket).some(({ res }) => !res.writableEnded)) socket.destroy();
  });

  function sweep(): void {
    for (const answer of open.values()) {
      if (!answer.res.writableEnded) continue;
      answer.leftMs ??= stallMs + (answer.req.socket.writableLength / bytesPerSecond) * 1000;
      answer.leftMs -= sweepMs;
      if (answer.leftMs < 0) answer.req.socket.destroy();
    }
  }
  const sweeping = setInterval(sweep, sweepMs).unref();

  /** Lets the readers go that hold most, until the others' answers have room. */
  function makeRoom(): void {
    const now = performance.now();
    if (now - addedUpAtMs < addUpMs) return;
    addedUpAtMs = now;
    const held = new Map<Duplex, number>();
    let all = 0;
    for (const { req, res } of open.values()) {
      held.set(req.socket, (held.get(req.socket) ?? 0) + res.writableLength);
      all += res.writableLength;
    }
    if (all <= unreadBytes) return;
    for (const [socket, bytes] of [...held].sort(([, a], [, b]) => b - a)) {
      socket.destroy();
      all -= bytes;
      if (all <= unreadBytes / 2) return;
    }
  }

  return {
    add(req, res) {
      const { socket } = req;
      const beside = bySocket.get(socket) ?? new Set<Open>();
      if (socket.destroyed || beside.size >= MOST_ON_A_CONNECTION) {
        stopReading(socket);
        socket.destroy();
        return false;
      }
      const answer: Open = { req, res };
      bySocket.set(socket, beside.add(answer));
      open.set(res, answer);
      makeRoom();
      // Who is answered before all is sent may send the rest, which is thrown away; who trickles it only holds the connection.
      res.once('finish', () => req.complete || watchPace(req, () => req.socket.destroy(), pace));
      res.once('close', () => {
        open.delete(res);
        beside.delete(answer);
      });
      return true;
    },
    interrupted(socket) {
      const [first, ...more] = on(socket);
      if (!first) return 'none';
      return more.length === 0 && !first.req.complete && !first.res.headersSent ? 'request' : 'other';
    },
    refuse(error) {
      for (const { res } of open.values()) sendProblem(res, error, { connection: 'close' });
    },
    cut() {
      clearInterval(sweeping);
      for (const socket of connections) socket.destroy();
    },
  };
}
