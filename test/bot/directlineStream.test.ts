import { afterEach, describe, expect, it } from 'vitest';
import { createLocalFanout } from '../../bot/fanout.ts';
import { createFixedClock } from '../../core/clock.ts';
import { eventually, type Instance, openStream, startInstance } from './directlineHarness.ts';
import { createMemoryStore } from './memoryInbox.ts';

const running: Instance[] = [];
async function start(...args: Parameters<typeof startInstance>): Promise<Instance> {
  const instance = await startInstance(...args);
  running.push(instance);
  return instance;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((instance) => instance.stop()));
});

describe('a stream', () => {
  it('begins with what its watermark has not seen', async () => {
    const instance = await start();
    const chat = await instance.begin();
    await instance.say(chat, 'one');
    const stream = await openStream(chat.streamUrl.replace('watermark=0', 'watermark=1'));
    await eventually(() => expect(stream.texts()).toEqual(['echo: one']));
    expect(stream.frames[0]?.watermark).toBe('2');
  });

  it.each(['7', 'abc', '-1', ''])('begins from the start at watermark %j, which no message has', async (watermark) => {
    const instance = await start();
    const chat = await instance.begin();
    await instance.say(chat, 'one');
    const stream = await openStream(chat.streamUrl.replace('watermark=0', `watermark=${watermark}`));
    await eventually(() => expect(stream.texts()).toEqual(['one', 'echo: one']));
    await instance.say(chat, 'two');
    await eventually(() => expect(stream.texts()).toEqual(['one', 'echo: one', 'two', 'echo: two']));
  });

  it('replays a long history in frames, while new messages wait their turn', async () => {
    const instance = await start();
    const chat = await instance.begin();
    const history = Array.from({ length: 950 }, (_, i) => `${i}`);
    instance.store.append(chat.conversationId, ...history);
    const opening = openStream(chat.streamUrl);
    await instance.say(chat, 'new');
    const stream = await opening;
    await eventually(() => expect(stream.texts()).toEqual([...history, 'new', 'echo: new']));
    // 200 messages a frame.
    expect(stream.frames.length).toBeGreaterThanOrEqual(5);
  });

  it('reads from the store what another instance committed without a word', async () => {
    const instance = await start();
    const chat = await instance.begin();
    const stream = await openStream(chat.streamUrl);
    await instance.say(chat, 'one');
    await eventually(() => expect(stream.texts()).toHaveLength(2));
    instance.store.append(chat.conversationId, 'silent 1', 'silent 2');
    await instance.say(chat, 'two');
    await eventually(() => expect(stream.texts()).toEqual(['one', 'echo: one', 'silent 1', 'silent 2', 'two', 'echo: two']));
    expect(stream.frames.at(-1)?.watermark).toBe('6');
  });

  it('sends nothing twice when messages are told twice or out of order', async () => {
    const fanout = createLocalFanout();
    const instance = await start({ fanout });
    const chat = await instance.begin();
    const stream = await openStream(chat.streamUrl);
    const [first, second, third] = instance.store.append(chat.conversationId, '1', '2', '3');
    for (const messages of [[third!], [first!], [second!, third!], [first!, second!, third!], [third!]])
      fanout.publish(chat.conversationId, messages);
    await instance.say(chat, 'end');
    await eventually(() => expect(stream.texts()).toEqual(['1', '2', '3', 'end', 'echo: end']));
  });

  it('shows the echo that was lost, when the client sends its message again', async () => {
    const store = createMemoryStore(createFixedClock('2026-11-21T02:00:00Z'));
    const [dying, other] = [await start({ store }), await start({ store })];
    const chat = await other.begin();
    const stream = await openStream(chat.streamUrl);
    const message = { channelData: { clientActivityID: 'c-1' } };
    const id = await dying.say(chat, 'hello', message);
    expect(stream.texts()).toEqual([]);
    expect(await other.say(chat, 'hello', message)).toBe(id);
    await eventually(() => expect(stream.texts()).toEqual(['hello', 'echo: hello']));
  });

  it('answers the empty message by which clients ask whether it is alive', async () => {
    const instance = await start();
    const { socket } = await openStream((await instance.begin()).streamUrl);
    const answer = new Promise<string>((resolve) => socket.on('message', (data) => resolve(data.toString())));
    socket.send('');
    expect(await answer).toBe('');
  });

  it('ends when the client shows no sign of life', async () => {
    const instance = await start({ limits: { pingSeconds: 0.05 } });
    const chat = await instance.begin();
    const [silent, lively] = [await openStream(chat.streamUrl), await openStream(chat.streamUrl)];
    silent.socket.pong = () => undefined;
    silent.socket.pause();
    await eventually(() => expect(instance.directLine.socketCount()).toBe(1));
    expect(lively.socket.readyState).toBe(lively.socket.OPEN);
    silent.socket.terminate();
  });

  it('ends with 1009 when the client sends more than pings', async () => {
    const instance = await start();
    const { socket, closed } = await openStream((await instance.begin()).streamUrl);
    socket.send('x'.repeat(2000));
    expect(await closed).toBe(1009);
  });

  it('ends with 1008 when the client sends pings without end', async () => {
    const instance = await start();
    const { socket, closed } = await openStream((await instance.begin()).streamUrl);
    let answers = 0;
    socket.on('message', () => (answers += 1));
    for (let sent = 0; sent < 1000; sent += 1) socket.send('');
    expect(await closed).toBe(1008);
    expect(answers).toBe(100);
  });

  it('is refused without its credential, with that of another conversation, and when it is old', async () => {
    const instance = await start();
    const [mine, other] = [await instance.begin(), await instance.begin('user-2')];
    await expect(openStream(mine.streamUrl.replace(/&t=.*/, ''))).rejects.toThrow('403');
    await expect(openStream(mine.streamUrl.replace(mine.conversationId, other.conversationId))).rejects.toThrow('403');
    await expect(openStream(mine.streamUrl.replace('/stream', '/elsewhere'))).rejects.toThrow('404');
    instance.clock.advance(300_000);
    await expect(openStream(mine.streamUrl)).rejects.toThrow('403');
    expect(instance.directLine.socketCount()).toBe(0);
  });

  it('gives way when one conversation opens too many', async () => {
    const instance = await start({ limits: { socketsPerConversation: 2 } });
    const chat = await instance.begin();
    const [oldest] = [await openStream(chat.streamUrl), await openStream(chat.streamUrl), await openStream(chat.streamUrl)];
    expect(await oldest!.closed).toBe(1008);
    await eventually(() => expect(instance.directLine.socketCount()).toBe(2));
  });
});

describe('closing', () => {
  it('says 1012 to 200 idle streams and takes no new one', async () => {
    const instance = await start();
    const chats = await Promise.all(Array.from({ length: 200 }, (_, i) => instance.begin(`user-${i}`)));
    const streams = await Promise.all(chats.map(({ streamUrl }) => openStream(streamUrl)));
    expect(instance.directLine.socketCount()).toBe(200);
    await instance.directLine.close();
    expect(new Set(await Promise.all(streams.map(({ closed }) => closed)))).toEqual(new Set([1012]));
    expect(instance.directLine.socketCount()).toBe(0);
    await expect(openStream(chats[0]!.streamUrl)).rejects.toThrow('503');
  });

  it('does not wait for a client that does not answer', async () => {
    const instance = await start({ limits: { closeMs: 50 } });
    const { socket } = await openStream((await instance.begin()).streamUrl);
    socket.pause();
    await instance.directLine.close();
    expect(instance.directLine.socketCount()).toBe(0);
    socket.terminate();
  });
});

describe('two instances', () => {
  it('show each other’s messages to their own clients, each once', async () => {
    const clock = createFixedClock('2026-11-21T02:00:00Z');
    const shared = { store: createMemoryStore(clock), clock, fanout: createLocalFanout() };
    const [left, right] = [await start(shared), await start(shared)];
    const chat = await left.begin();
    const here = await openStream(chat.streamUrl);
    const there = await openStream(chat.streamUrl.replace(/^ws:\/\/[^/]+/, new URL(right.root).origin.replace('http', 'ws')));
    await left.say(chat, 'by left');
    await right.say(chat, 'by right');
    const all = ['by left', 'echo: by left', 'by right', 'echo: by right'];
    await eventually(() => expect([here.texts(), there.texts()]).toEqual([all, all]));
  });
});
