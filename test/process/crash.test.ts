import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { type Chat, findFaults, openChat, type Sent, send } from './client.ts';
import { cleanUp, createDataDir, startProduct } from './product.ts';

afterAll(cleanUp);

const ROUNDS = 3;
const CONVERSATIONS = 6;
/** Long enough for hundreds of messages, so that the kill meets turns at every stage. */
const LOAD_MS = 1500;

/** A client that says one thing after the other; what a crash left unacknowledged it sends again. */
interface Client {
  chat: Chat;
  readonly sent: Sent[];
}

it('kill -9 under load loses no acknowledged message, answers each once, and takes a message sent again once', async () => {
  const dataDir = createDataDir();
  const start = () => startProduct({ dataDir, env: { DEMO: '0' } });
  let product = await start();
  const clients: Client[] = await Promise.all(
    Array.from({ length: CONVERSATIONS }, async () => ({ chat: await openChat(product), sent: [] })),
  );
  let unacknowledged = 0;

  for (let round = 0; round < ROUNDS; round++) {
    const end = new AbortController();
    const load = clients.map((client, who) => talk(client, `${round}-${who}`, end.signal));
    await wait(LOAD_MS + 150 * round);
    await product.kill9();
    end.abort();
    await Promise.all(load);
    unacknowledged += clients.flatMap(({ sent }) => sent).filter(({ id }) => id === undefined).length;

    product = await start();
    for (const client of clients) {
      client.chat = client.chat.at(product);
      for (const message of client.sent.filter(({ id }) => id === undefined)) expect(await send(client.chat, message)).toBe(true);
    }
  }

  const faults = await Promise.all(clients.map(({ chat, sent }) => findFaults(chat, sent)));
  expect(faults.flat()).toEqual([]);
  const total = clients.flatMap(({ sent }) => sent).length;
  // Else the kills met nothing and the test has shown nothing.
  expect(total).toBeGreaterThan(100);
  expect(unacknowledged).toBeGreaterThan(0);
}, 120_000);

async function talk({ chat, sent }: Client, name: string, signal: AbortSignal): Promise<void> {
  for (let n = 0; !signal.aborted; n++) {
    const message: Sent = { clientId: `${name}-${n}` };
    sent.push(message);
    // Unacknowledged: the process is gone, or the flood was refused. Either way this client stops here and says it again later.
    if (!(await send(chat, message))) return;
  }
}
