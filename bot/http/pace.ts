import type { IncomingMessage } from 'node:http';

/** What a body may take, whatever its line. */
export interface Pace {
  /** Time in which nothing is asked of it. Default 10 s: a message over any line. */
  readonly graceMs?: number;
  /** From then on its average. Default 16 KB/s: a photo of 1 MB over a poor 3G line takes 60 s, the most a request may take. */
  readonly bytesPerSecond?: number;
}

const GRACE_MS = 10_000;
const BYTES_PER_SECOND = 16 * 1024;
const LOOK_EVERY_MS = 1000;

/**
 * Watches a body come in, and calls `onSlow` once when it trickles: a connection that sends a byte a second holds memory and a
 * descriptor that costs its owner nothing. Ends with the function returned, or by itself when the body is whole.
 */
export function watchPace(
  req: IncomingMessage,
  onSlow: () => void,
  { graceMs = GRACE_MS, bytesPerSecond = BYTES_PER_SECOND }: Pace = {},
): () => void {
  const { socket } = req;
  const before = socket.bytesRead;
  let waitedMs = graceMs;
  function look(): void {
    if (req.complete) return;
    if (socket.bytesRead - before < (waitedMs / 1000) * bytesPerSecond) {
      onSlow();
      return;
    }
    waitedMs += LOOK_EVERY_MS;
    timer = setTimeout(look, LOOK_EVERY_MS);
  }
  let timer = setTimeout(look, graceMs);
  return () => clearTimeout(timer);
}
