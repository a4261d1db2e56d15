import { describe, expect, it } from 'vitest';
import type { BotFrameworkConfig } from '../../bot/channels/botframework/access.ts';
import { startConnector, startProduct, useEmulator } from './botframeworkHarness.ts';

const APP_ID = '00000000-0000-4000-8000-000000000001';

describe('what the Bot Framework channel refuses', () => {
  const emulator = useEmulator();

  it('does not follow a connector that points elsewhere', async () => {
    await emulator.begin();
    const elsewhere = await startConnector();
    emulator.connector.answer = { status: 307, headers: { location: elsewhere.serviceUrl } };
    await emulator.product.post(emulator.activity());
    await emulator.product.work();
    expect(elsewhere.posts).toEqual([]);
    await elsewhere.stop();
  });

  it('refuses a service address that is not on this machine', async () => {
    await emulator.begin();
    const urls = [
      'http://169.254.169.254/latest',
      'https://smba.example.test/emea/',
      'http://localhost.example.test',
      'http://127.0.0.1@example.test/',
      'http://0.0.0.0:80',
      'http://[::ffff:10.0.0.1]/',
      'file:///etc/passwd',
      'urn:botframework:websocket:x',
      'nonsense',
    ];
    for (const serviceUrl of urls) expect((await emulator.product.post(emulator.activity({ serviceUrl }))).status, serviceUrl).toBe(403);
    expect(emulator.product.heard).toEqual([]);
    expect(await emulator.store.query('SELECT 1 FROM outbox')).toEqual([]);
  });

  it('refuses what a web page in the local browser could send', async () => {
    await emulator.begin();
    const refused = await emulator.product.post(emulator.activity(), { 'content-type': 'text/plain' });
    expect(refused).toMatchObject({ status: 400, body: { type: 'urn:problem:not-json' } });
    expect(emulator.product.heard).toEqual([]);
  });

  it('refuses activities it could not answer, naming the fields', async () => {
    await emulator.begin();
    const refused = await emulator.product.post({ type: 'message', conversation: 'x', from: { id: 5 } });
    expect(refused.status).toBe(400);
    expect((refused.body.errors as { field: string }[]).map(({ field }) => field)).toEqual([
      'channelId',
      'serviceUrl',
      'conversation.id',
      'from.id',
      'recipient.id',
    ]);
    expect((await emulator.product.post('[]')).status).toBe(400);
    expect((await emulator.product.post('{')).status).toBe(400);
    expect((await emulator.product.post('null')).status).toBe(400);
  });

  it('refuses a body over 256 KB and carries long words no further than it must', async () => {
    await emulator.begin();
    expect((await emulator.product.post(emulator.activity({ text: 'x'.repeat(262_144) }))).status).toBe(413);
    expect((await emulator.product.post(emulator.activity({ text: 'x'.repeat(200_000), id: 'i'.repeat(5000) }))).status).toBe(200);
    expect(emulator.product.heard.map(({ text }) => text.length)).toEqual([16_384]);
  });

  it('says nothing of what went wrong inside', async () => {
    const secret = 'password=hunter2';
    await emulator.begin({
      answer: () => {
        throw new Error(secret);
      },
    });
    const answered = await emulator.product.post(emulator.activity());
    expect(answered.status).toBe(200); // the customer is sent an apology instead
    await emulator.product.work();
    expect(emulator.connector.posts).toHaveLength(1);
    expect(answered.text + JSON.stringify(emulator.connector.posts)).not.toContain(secret);
  });

  it('takes nothing more once it is closing', async () => {
    await emulator.begin();
    await emulator.product.close();
    expect(await emulator.product.post(emulator.activity())).toMatchObject({ status: 503, body: { type: 'urn:problem:shutting-down' } });
  });

  it.each<[string, BotFrameworkConfig]>([
    ['nothing', {}],
    ['EMULATOR=0', { EMULATOR: false }],
    ['a password alone', { MICROSOFT_APP_PASSWORD: 'secret' }],
  ])('is closed with %s configured', async (_name, config) => {
    await emulator.begin({ config });
    expect(await emulator.product.post(emulator.activity())).toMatchObject({ status: 404, body: { type: 'urn:problem:not-found' } });
    expect(emulator.product.heard).toEqual([]);
  });

  it('asks for a token with an app id, also of the Emulator', async () => {
    await emulator.begin({ config: { MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: 'secret', EMULATOR: true } });
    expect(await emulator.product.post(emulator.activity())).toMatchObject({ status: 401, body: { type: 'urn:problem:unauthenticated' } });
    expect(emulator.product.heard).toEqual([]);
  });

  it('does not start with an app id and no password', async () => {
    await emulator.begin();
    await expect(startProduct({ store: emulator.store, config: { MICROSOFT_APP_ID: APP_ID } })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
    });
  });
});
