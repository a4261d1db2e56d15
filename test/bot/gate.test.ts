import { describe, expect, it } from 'vitest';
import { createGate } from '../../bot/http/gate.ts';

type Req = Parameters<ReturnType<typeof createGate>>[0];
const from = (socket: { destroyed: boolean }): Req => ({ socket }) as unknown as Req;

describe('a gate before dear work', () => {
  it('lets a few in at once, the rest in their order, and none for whom nobody waits any more', async () => {
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const gate = createGate(2);
    const sockets = [0, 1, 2, 3, 4].map((n) => ({ n, destroyed: false }));
    const answers = sockets.map((socket) =>
      gate(from(socket), async () => {
        begun.push(socket.n);
        await new Promise<void>((resolve) => ends.push(resolve));
        return socket.n;
      }).catch((error: unknown) => error),
    );
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    sockets[2]!.destroyed = true;
    ends[0]!();
    expect(await answers[0]).toBe(0);
    expect(await answers[2]).toMatchObject({ code: 'REQUEST_INCOMPLETE' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual([0, 1, 3]);
    for (const end of ends.slice(1)) end();
    await new Promise((resolve) => setImmediate(resolve));
    for (const end of ends.slice(3)) end();
    expect(await Promise.all([answers[1], answers[3], answers[4]])).toEqual([1, 3, 4]);
    expect(begun).toEqual([0, 1, 3, 4]);
  });

  it('is free again after work that failed', async () => {
    const gate = createGate(1);
    const fail = async (): Promise<void> => {
      throw new Error('no');
    };
    for (let n = 0; n < 3; n += 1) await expect(gate(from({ destroyed: false }), fail)).rejects.toThrow('no');
  });
});
