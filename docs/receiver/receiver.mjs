// A receiver of webhooks in plain Node: CRM_WEBHOOK_SECRET=… PORT=4000 node docs/receiver/receiver.mjs
// It shows what every receiver has to do, in whatever language: check the signature over the bytes as they came, refuse what is
// old, drop what it has seen, and answer 2xx only once the event is safe.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const secret = process.env.CRM_WEBHOOK_SECRET;
if (!secret) throw new Error('Set CRM_WEBHOOK_SECRET to what the bot has.');
const REPLAY_WINDOW_SECONDS = 300;
const MAX_BYTES = 1024 * 1024;
/** In memory for the example. Yours is a unique column, written in the transaction that does the work. */
const seen = new Set();

const server = createServer(async (req, res) => {
  const chunks = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BYTES) return res.writeHead(413).end();
  const body = Buffer.concat(chunks);
  const problem = findProblem(req.headers['x-signature'], body);
  if (problem) return res.writeHead(401).end(problem);
  const event = JSON.parse(body.toString());
  if (!seen.has(event.id)) {
    seen.add(event.id);
    console.log(JSON.stringify(event));
  }
  // Also for what was seen: otherwise it is sent again and again.
  res.writeHead(204).end();
});

function findProblem(header, body) {
  const [, seconds, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (!seconds) return 'no signature';
  const expected = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
  // Byte by byte, `===` would tell by its time how much of a guess was right.
  if (!timingSafeEqual(expected, Buffer.from(hex, 'hex'))) return 'wrong signature';
  if (Math.abs(Date.now() / 1000 - Number(seconds)) > REPLAY_WINDOW_SECONDS) return 'too old';
  return undefined;
}

server.listen(Number(process.env.PORT ?? 4000), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
