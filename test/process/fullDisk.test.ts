import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { call, openChat } from './client.ts';
import { cleanUp, poll, startProduct } from './product.ts';

const disk = mountDisk();
if (!disk) process.stderr.write('Skipped: a full disk, as this user may mount none.\n');

/** A disk of its own in memory, small enough to fill; undefined for who may not mount. */
function mountDisk(): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'waybill-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', directory], { stdio: 'ignore' });
    return directory;
  } catch {
    rmdirSync(directory);
    return undefined;
  }
}

afterAll(async () => {
  await cleanUp();
  if (!disk) return;
  execFileSync('umount', [disk]);
  rmdirSync(disk);
});

describe.skipIf(!disk)('a disk that fills up', () => {
  it('makes the product not ready, and costs nothing that was acknowledged; with space again it goes on', async () => {
    const product = await startProduct({ dataDir: join(disk!, 'data') });
    const untilReadyIs = (status: number) =>
      poll(20_000, `/readyz answers ${status}`, async () => (await call(`${product.url}/readyz`, 'GET')).status === status || undefined);
    const chat = await openChat(product);
    await chat.ask('XB880000000015 到哪了');
    const said = ['XB880000000015 到哪了'];
    const fill = join(disk!, 'fill');
    const { bavail, bsize } = statfsSync(disk!);
    writeFileSync(fill, Buffer.alloc(bavail * bsize));

    await untilReadyIs(503);
    for (let at = 0; at < 30; at += 1) {
      const text = `第${at}句 ${'很长的话'.repeat(800)}`;
      const { status } = await chat.post({ type: 'message', text });
      expect([200, 503]).toContain(status);
      if (status === 200) said.push(text);
    }
    rmSync(fill);
    await untilReadyIs(200);
    // The store that met the end of the disk is opened anew within seconds, and answers 503 meanwhile: sent again as clients do.
    const again = { type: 'message', text: '你好', channelData: { clientActivityID: 'after' } };
    await poll(30_000, 'a message is taken again', async () => (await chat.post(again)).status === 200 || undefined);
    said.push('你好');
    const { activities } = await poll(30_000, 'the history is read', () => chat.history().catch(() => undefined));
    expect(activities.filter(({ from }) => from.role === 'user').map(({ text }) => text)).toEqual(said);
    expect(await product.stop()).toBe(0);
  }, 120_000);
});
