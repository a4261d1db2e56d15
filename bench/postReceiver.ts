import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';

// A receiver of webhooks that takes everything at once, in a thread of its own: posts its port, then each new fresh event's id.
const server = createServer((req, res) => {
  const id = req.headers['x-event-id'];
  if (typeof id === 'string' && id.startsWith('fresh')) parentPort?.postMessage({ fresh: id });
  req.resume();
  req.on('end', () => res.end('{}'));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  parentPort?.postMessage({ port: typeof address === 'object' ? address?.port : undefined });
});
