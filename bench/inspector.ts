import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Given to a child, opens Node's inspector on a free port. */
export const INSPECT = '--inspect=127.0.0.1:0';

/** The address a child with INSPECT prints to stderr, which must be a pipe; what else it prints there is passed on. */
export function readInspector(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (chunk) => {
      printed = `${printed}${chunk}`.slice(-10_000);
      if (!/debugger|inspector/i.test(String(chunk))) process.stderr.write(chunk);
      const url = /^Debugger listening on (ws:\S+)/m.exec(printed)?.[1];
      if (url) resolve(url);
    });
    child.once('exit', () => reject(new Error(`no inspector; the process printed: ${printed}`)));
  });
}

/** Collects a process's garbage, so that its memory shows what it holds rather than what it did. */
export async function collectGarbage(inspectorUrl: string): Promise<void> {
  const socket = new WebSocket(inspectorUrl, { perMessageDeflate: false });
  await once(socket, 'open');
  for (const id of [1, 2]) {
    socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }));
    await once(socket, 'message');
  }
  socket.close();
  await once(socket, 'close');
}
