import type { WebSocket } from 'ws';
import type { StoredMessage } from '../../../rules/conversations/types.ts';
import type { Page } from './history.ts';

/** One open socket. Kept small: thousands of them wait for most of their life. */
export interface Line {
  readonly socket: WebSocket;
  readonly conversationId: string;
  readonly address: string;
  readonly origin: string;
  /** The last message sent, or the watermark the client came with. */
  seq: number;
  /** `reading`: from the store; `stale`: and again afterwards, as something came meanwhile. */
  state: 'live' | 'reading' | 'stale';
  /** False from a sign of life being asked until it comes. */
  isAlive: boolean;
  /** Messages of the client since then. */
  heard: number;
}

export interface LineWork {
  /** A page of what follows a watermark. */
  read(line: Line): Promise<Page>;
  /** The frame to send. */
  render(line: Line, messages: readonly StoredMessage[], watermark: number): string;
  onError(line: Line, error: unknown): void;
}

/** A client that reads slower than this is cut off; it comes back with its watermark. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

/**
 * Shows messages on a socket, each once and in order. What does not join on to the last one sent is not sent but read from
 * the store, together with what lies between: it was committed by an instance we did not hear from.
 */
export function advance(line: Line, messages: readonly StoredMessage[], work: LineWork): void {
  if (line.state !== 'live') {
    line.state = 'stale';
    return;
  }
  const fresh = messages.filter(({ seq }) => seq > line.seq);
  const last = fresh.at(-1);
  if (last && fresh[0]?.seq === line.seq + 1) send(line, work.render(line, fresh, last.seq), last.seq);
  else if (last || messages.length === 0) void catchUp(line, work);
}

/**
 * Sends what the store has after the line's watermark; until done, `advance` only takes note, as does a second call.
 * Never rejects.
 */
export async function catchUp(line: Line, work: LineWork): Promise<void> {
  if (line.state !== 'live') {
    line.state = 'stale';
    return;
  }
  try {
    do {
      line.state = 'reading';
      const page = await work.read(line);
      line.seq = page.watermark;
      // A long history goes at the client's pace, not into our memory.
      if (page.messages.length > 0) await sendAndWait(line.socket, work.render(line, page.messages, page.watermark));
      if (!page.isLast) line.state = 'stale';
    } while (isStale(line) && line.socket.readyState === line.socket.OPEN);
    line.state = 'live';
  } catch (error) {
    work.onError(line, error);
  }
}

/** Apart, because TypeScript cannot know that `advance` changes the state while `catchUp` waits. */
function isStale(line: Line): boolean {
  return line.state === 'stale';
}

function send(line: Line, frame: string, seq: number): void {
  line.seq = seq;
  line.socket.send(frame);
  if (line.socket.bufferedAmount > MAX_BUFFERED_BYTES) line.socket.terminate();
}

/** Resolves when the frame has left this process, or the socket is gone. */
function sendAndWait(socket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve) => socket.send(frame, () => resolve()));
}
