import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRedisFanout, type RedisFanout } from '../../bot/redisFanout.ts';
import { createFixedClock } from '../../core/clock.ts';
import { createSecret } from '../../core/ids.ts';
import { createLog } from '../../core/log.ts';
import { startProxy } from '../process/proxy.ts';
import { type Begun, eventually, type Instance, openStream, type Stream, startInstance } from './directlineHarness.ts';
import { createMemoryStore, type MemoryStore } from './memoryInbox.ts';

const url = process.env.TEST_REDIS_URL;
if (!url) process.stderr.write('Skipped: two instances over Redis, as TEST_REDIS_URL is not set.\n');
const log = createLog('silent');

describe.skipIf(!url)('two instances over Redis', () => {
  let store: MemoryStore;
  let fanouts: RedisFanout[];
  let instances: Instance[];
  let chat: Begun;
  let here: Stream;
  let there: Stream;
  const admin = new Redis(url ?? '', { lazyConnect: true });

  beforeEach(async () => {
    const clock = createFixedClock('2026-11-21T02:00:00Z');
    store = createMemoryStore(clock);
    const channel = `test:${createSecret(10)}`;
    fanouts = await Promise.all([1, 2].map(() => createRedisFanout({ url: url!, log, channel })));
    instances = await Promise.all(fanouts.map((fanout) => startInstance({ store, clock, fanout })));
    const [left, right] = instances;
    chat = await left!.begin();
    here = await openStream(chat.streamUrl);
    there = await openStream(chat.streamUrl.replace(/^ws:\/\/[^/]+/, new URL(right!.root).origin.replace('http', 'ws')));
  });
  afterEach(async () => {
    await Promise.all(instances.map((instance) => instance.stop()));
    await Promise.all(fanouts.map((fanout) => fanout.close()));
  });
  afterAll(() => admin.disconnect());

  it('show each other’s messages to their own clients, each once and in order', async () => {
    const all: string[] = [];
    for (let i = 0; i < 20; i++) {
      await instances[i % 2]!.say(chat, `${i}`);
      all.push(`${i}`, `echo: ${i}`);
    }
    await eventually(() => expect([here.texts(), there.texts()]).toEqual([all, all]));
    expect(there.frames.flatMap(({ activities }) => activities.map(({ id }) => id))).toEqual(
      here.frames.flatMap(({ activities }) => activities.map(({ id }) => id)),
    );
  });

  it('catch up from the store with what was published while a subscription was cut', async () => {
    // The only connections of this type are the instances' subscribers of this file: files do not share a Redis in CI.
    await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await instances[0]!.say(chat, 'into the void');
    await eventually(() => expect(there.texts()).toEqual(['into the void', 'echo: into the void']));
    await instances[0]!.say(chat, 'after');
    await eventually(() => expect(there.texts()).toEqual(['into the void', 'echo: into the void', 'after', 'echo: after']));
    expect(here.texts()).toEqual(there.texts());
  });

  it('tell the others to look when the sender could not publish', async () => {
    await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await instances[0]!.say(chat, 'unsent');
    await eventually(() => expect(there.texts()).toEqual(['unsent', 'echo: unsent']));
  });
});

it('serves its own instance while Redis is away', async () => {
  // Port 9 (discard) is closed on any machine that runs tests.
  const fanout = await createRedisFanout({ url: 'redis://127.0.0.1:9', log });
  const instance = await startInstance({ fanout });
  const begun = await instance.begin();
  const stream = await openStream(begun.streamUrl);
  await instance.say(begun, 'alone');
  await eventually(() => expect(stream.texts()).toEqual(['alone', 'echo: alone']));
  await instance.stop();
  await fanout.close();
});

describe.skipIf(!url)('a Redis that goes silent without closing', () => {
  it('is noticed; what another instance says is read from the store meanwhile, once and in order, and when it speaks again comes by it', async () => {
    const clock = createFixedClock('2026-11-21T02:00:00Z');
    const store = createMemoryStore(clock);
    const at = new URL(url!);
    const proxy = await startProxy(at.hostname, Number(at.port || 6379));
    const throughProxy = new URL(at);
    throughProxy.host = `127.0.0.1:${proxy.port}`;
    const channel = `test:${createSecret(10)}`;
    const beats = { every: 50, silence: 300, lookDown: 100, lookUp: 1e6 };
    const near = await createRedisFanout({ url: throughProxy.href, log, channel, beats });
    const far = await createRedisFanout({ url: at.href, log, channel, beats });
    const [here, there] = await Promise.all([near, far].map((fanout) => startInstance({ store, clock, fanout })));
    const chat = await here!.begin();
    const stream = await openStream(chat.streamUrl);
    await eventually(() => expect([near.isUp(), far.isUp()]).toEqual([true, true]));

    proxy.silence();
    await there!.say(chat, 'unheard');
    await eventually(() => expect(stream.texts()).toEqual(['unheard', 'echo: unheard']));
    expect(near.isUp()).toBe(false);
    await there!.say(chat, 'still unheard');
    await eventually(() => expect(stream.texts()).toHaveLength(4));

    proxy.speak();
    await eventually(() => expect(near.isUp()).toBe(true));
    await there!.say(chat, 'heard');
    await eventually(() => expect(stream.texts().slice(4)).toEqual(['heard', 'echo: heard']));
    expect(stream.texts()).toEqual(['unheard', 'echo: unheard', 'still unheard', 'echo: still unheard', 'heard', 'echo: heard']);
    await Promise.all([here!.stop(), there!.stop(), near.close(), far.close()]);
    await proxy.close();
  });
});

describe.skipIf(!url)('a Redis that refuses to pass messages on', () => {
  it('is noticed, and others read from the store; once it allows it again, all comes by it', async () => {
    const clock = createFixedClock('2026-11-21T02:00:00Z');
    const store = createMemoryStore(clock);
    const admin = new Redis(url!);
    const [user, password] = [`test_${createSecret(6).toLowerCase()}`, createSecret(10)];
    await admin.call('ACL', 'SETUSER', user, 'on', `>${password}`, '~*', '&*', '+@all', '-publish');
    const asUser = Object.assign(new URL(url!), { username: user, password });
    const channel = `test:${createSecret(10)}`;
    const beats = { every: 50, silence: 300, lookDown: 100, lookUp: 1e6 };
    const muzzled = await createRedisFanout({ url: asUser.href, log, channel, beats });
    const far = await createRedisFanout({ url: url!, log, channel, beats });
    const [here, there] = await Promise.all([muzzled, far].map((fanout) => startInstance({ store, clock, fanout })));
    try {
      expect([muzzled.isUp(), far.isUp()]).toEqual([false, true]);
      const chat = await here!.begin();
      const stream = await openStream(chat.streamUrl);
      await there!.say(chat, 'read');
      await eventually(() => expect(stream.texts()).toEqual(['read', 'echo: read']));
      await admin.call('ACL', 'SETUSER', user, '+publish');
      await eventually(() => expect(muzzled.isUp()).toBe(true));
      await here!.say(chat, 'sent');
      await eventually(() => expect(stream.texts()).toEqual(['read', 'echo: read', 'sent', 'echo: sent']));
    } finally {
      await Promise.all([here!.stop(), there!.stop(), muzzled.close(), far.close()]);
      await admin.call('ACL', 'DELUSER', user);
      admin.disconnect();
    }
  });
});
