import { describe, expect, it } from 'vitest';
import { createGate } from '../../bot/http/gate.ts';
import type { Call, HttpAnswer } from '../../bot/http/route.ts';

const callOf = (socket: { destroyed: boolean }): Call => ({ req: { socket } }) as unknown as Call;

describe('a gate before dear work', () => {
  it('lets a few in at once, the rest in their order, and none for whom nobody waits any more', async () => {
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const gated = createGate(2)(async (call) => {
      begun.push((call.req.socket as unknown as { n: number }).n);
      await new Promise<void>((resolve) => ends.push(resolve));
      return { status: 200, body: {} };
    });
    const sockets = [0, 1, 2, 3, 4].map((n) => ({ n, destroyed: false }));
    const answers = sockets.map((socket) => Promise.resolve(gated(callOf(socket))).catch((error: unknown) => error));
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    sockets[2]!.destroyed = true;
    ends[0]!();
    expect(await answers[0]).toMatchObject({ status: 200 } satisfies Partial<HttpAnswer>);
    expect(await answers[2]).toMatchObject({ code: 'REQUEST_INCOMPLETE' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual([0, 1, 3]);
    for (const end of ends.slice(1)) end();
    await new Promise((resolve) => setImmediate(resolve));
    for (const end of ends.slice(3)) end();
    expect(await Promise.all([answers[1], answers[3], answers[4]])).toHaveLength(3);
    expect(begun).toEqual([0, 1, 3, 4]);
  });

  it('is free again after work that failed', async () => {
    const gated = createGate(1)(async () => {
      throw new Error('no');
    });
    for (let n = 0; n < 3; n += 1) await expect(gated(callOf({ destroyed: false }))).rejects.toThrow('no');
  });
});
