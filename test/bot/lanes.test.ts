import { describe, expect, it } from 'vitest';
import { createLanes } from '../../bot/lanes.ts';

const later = (): { promise: Promise<void>; resolve: () => void } => {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

describe('lanes', () => {
  it('runs one turn at a time per conversation, in order, and others meanwhile', async () => {
    const lanes = createLanes();
    const gate = later();
    const seen: string[] = [];
    const first = lanes.run('a', async () => {
      await gate.promise;
      seen.push('a1');
    });
    const second = lanes.run('a', async () => void seen.push('a2'));
    await lanes.run('b', async () => void seen.push('b1'));
    gate.resolve();
    await Promise.all([first, second]);
    expect(seen).toEqual(['b1', 'a1', 'a2']);
    expect(lanes.size()).toBe(0);
  });

  it('gives a failure to its own caller and goes on', async () => {
    const lanes = createLanes();
    const failed = lanes.run('a', () => Promise.reject(new Error('broken')));
    const next = lanes.run('a', async () => 'fine');
    await expect(failed).rejects.toThrow('broken');
    await expect(next).resolves.toBe('fine');
  });

  it('refuses a flood in one lane, and everything once drained', async () => {
    const lanes = createLanes(2);
    const gate = later();
    const held = [lanes.run('a', () => gate.promise), lanes.run('a', () => gate.promise)];
    await expect(lanes.run('a', async () => {})).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    const drained = lanes.drain();
    await expect(lanes.run('b', async () => {})).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
    gate.resolve();
    await Promise.all([...held, drained]);
  });
});
