import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { toClientKey } from '../core/clientAddress.ts';

/**
 * Descriptors that are not for clients: libraries and logs, Redis, webhooks under way, uploads; the store's own come on top.
 * With too few of them the embedded store cannot open its files, and every turn fails.
 */
const RESERVED_FILES = 128;
/** So many that a small limit of the machine still lets the product be tried. */
const FEWEST = 32;
/** One address has at most this share: the others always find a place. */
const CLIENT_SHARE = 1 / 2;
/** From this share on, connections that wait for their next request are closed first. */
const CROWDED = 0.9;

/** Connections that clients may have together, of `openFiles` descriptors; undefined where the machine sets no limit. */
export function countConnections(openFiles: number | undefined, storeFiles: number): number | undefined {
  return openFiles === undefined ? undefined : Math.max(FEWEST, openFiles - RESERVED_FILES - storeFiles);
}

/** The soft limit of descriptors of this process, as `ulimit -n` sets it; undefined where there is none. */
export function readOpenFilesLimit(): number | undefined {
  const report = process.report.getReport() as { readonly userLimits?: { readonly open_files?: { readonly soft?: unknown } } };
  const soft = Number(report.userLimits?.open_files?.soft);
  return Number.isFinite(soft) ? soft : undefined;
}

/**
 * Keeps clients from taking the descriptors that the store lives on. What comes beyond is closed at once.
 * @param isBehindProxy all connections are the proxy's then, and none has an address of its own.
 */
export function limitConnections(server: Server, most: number | undefined, isBehindProxy: boolean): void {
  if (most === undefined) return;
  server.maxConnections = most;
  const countByClient = new Map<string, number>();
  let count = 0;

  server.on('connection', (socket: Socket) => {
    const client = isBehindProxy ? undefined : toClientKey(socket.remoteAddress ?? '');
    const ofClient = client === undefined ? 0 : (countByClient.get(client) ?? 0);
    if (ofClient >= most * CLIENT_SHARE) return socket.destroy();
    count += 1;
    if (client !== undefined) countByClient.set(client, ofClient + 1);
    if (count >= most * CROWDED) server.closeIdleConnections();
    socket.once('close', () => {
      count -= 1;
      if (client === undefined) return;
      const left = (countByClient.get(client) ?? 0) - 1;
      if (left > 0) countByClient.set(client, left);
      else countByClient.delete(client);
    });
  });
}
