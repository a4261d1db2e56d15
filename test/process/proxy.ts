import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy that a test can take away: what stands between a product and a store that goes and comes. */
export interface TcpProxy {
  readonly port: number;
  /** Breaks every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Takes connections again, on the same port. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** Passes on to `host:port`. */
export async function startProxy(host: string, port: number): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let server = createServer();
  let own = 0;

  async function listen(): Promise<void> {
    server = createServer((near) => {
      const far = connect(port, host);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(socket);
        socket.pipe(other);
        socket.on('error', () => {}); // followed by 'close'
        socket.on('close', () => {
          open.delete(socket);
          other.destroy();
        });
      }
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(own, '127.0.0.1', resolve));
    own = (server.address() as AddressInfo).port;
  }
  async function cut(): Promise<void> {
    const closed = closeServer(server);
    for (const socket of open) socket.destroy();
    await closed;
  }

  await listen();
  return { port: own, cut, reopen: listen, close: cut };
}

const closeServer = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
