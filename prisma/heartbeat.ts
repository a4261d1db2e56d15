import { Socket } from 'node:net';
import { setImmediate as soon, setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../core/log.ts';
import { isRefusal } from './failures.ts';

/** A turn has 5 s: a server that swallows what it is sent must be found out well before. */
const BEAT_EVERY_MS = 1000;
const ANSWER_MS = 2500;
/** A second of refused or broken connections in a row. */
const FAILURES = 5;
const RETRY_AFTER_MS = 250;

/** Whether a server answers, asked on a connection of its own, and the sockets that are thrown away when it does not. */
export interface Heartbeat {
  /** For the pool's `stream`: a socket that ends when the server has gone silent. */
  openSocket(): Socket;
  /** Begins to beat; before, every server counts as alive. */
  start(): void;
  stop(): Promise<void>;
}

/**
 * Asks a server every second for a sign of life. A network that swallows packets closes nothing: without this, each query would
 * wait for its own time-out, as long as that of the slowest report, and the pool would hand out dead connections meanwhile.
 */
export function createHeartbeat(url: string, log: Log): Heartbeat {
  const sockets = new Set<Socket>();
  const stopping = new AbortController();
  let isAlive = true;
  let own = new Socket();
  let running = Promise.resolve();
  let failures = 0;

  function settle(answers: boolean, error?: unknown): void {
    if (answers === isAlive) return;
    isAlive = answers;
    if (answers) log.info({}, 'PostgreSQL answers again');
    else log.warn({ error }, 'PostgreSQL does not answer: its connections are thrown away, and it is asked again every second');
    if (!answers) for (const socket of sockets) end(socket);
  }

  /** Connects and beats until something fails, again and again. */
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      own = new Socket();
      const client = new pg.Client({ connectionString: url, stream: () => own, application_name: 'waybill-desk-heartbeat' });
      client.on('error', () => {}); // told by the query that meets it
      try {
        await answerOf(client.connect());
        while (!stopping.signal.aborted) {
          await answerOf(client.query('SELECT 1'));
          settle(true);
          failures = 0;
          await pause();
        }
      } catch (error) {
        own.destroy();
        failures += 1;
        // A connection may be lost for reasons of its own: only silence, or failure after failure, speaks of the server.
        if (error !== SILENCE && failures < FAILURES) {
          await pause(RETRY_AFTER_MS);
          continue;
        }
        // A server that refuses, for want of a free connection for instance, is alive.
        if (!stopping.signal.aborted) settle(isRefusal(error), error);
      }
      await pause();
    }
    own.destroy();
  }

  const pause = (ms = BEAT_EVERY_MS): Promise<void> => wait(ms, undefined, { signal: stopping.signal }).catch(() => {}); // cut short by the stop

  return {
    start() {
      running = run();
    },
    openSocket() {
      const socket = new Socket();
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      // Who asks for a connection while there is none to be had is told so at once.
      if (!isAlive) process.nextTick(end, socket);
      return socket;
    },
    async stop() {
      stopping.abort();
      own.destroy();
      await running;
    },
  };
}

/** As a connection that timed out, which the pool and its users know. */
function end(socket: Socket): void {
  socket.destroy(Object.assign(new Error('PostgreSQL gave no sign of life'), { code: 'ETIMEDOUT' }));
}

const SILENCE = new Error(`no answer within ${ANSWER_MS} ms`);

/** @throws SILENCE when there is no answer in time. */
async function answerOf(query: Promise<unknown>): Promise<void> {
  let hasAnswered = false;
  const answered = query.then(() => {
    hasAnswered = true;
  });
  const timeout = new AbortController();
  const late = wait(ANSWER_MS, undefined, { signal: timeout.signal }).then(async () => {
    // After the process itself stood still the timer comes first, and the answer lies there to be read.
    await soon();
    await soon();
    if (!hasAnswered) throw SILENCE;
  });
  late.catch(() => {}); // also when it is cut short
  try {
    await Promise.race([answered, late]);
  } finally {
    timeout.abort();
  }
}
