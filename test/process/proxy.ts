import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy that a test can take away: what stands between a product and a store that goes and comes. */
export interface TcpProxy {
  readonly port: number;
  /** Breaks every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Takes connections again, on the same port. */
  reopen(): Promise<void>;
  /** Swallows everything, both ways, and closes nothing: a network that lost its way. New connections are taken, and lead nowhere. */
  silence(): void;
  /** Passes on again, also what was held back. */
  speak(): void;
  /**
   * Loses all answers from when the near side has sent something that holds `text`, until the next `cut`. Resolves when the first
   * is lost: what was asked is done by then.
   */
  loseAnswersTo(text: string): Promise<void>;
  close(): Promise<void>;
}

type Mode = 'open' | 'silent' | 'deaf';

/** Passes on to `host:port`. */
export async function startProxy(host: string, port: number): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let server = createServer();
  let own = 0;
  let mode: Mode = 'open';
  let trigger: string | undefined;
  let onLost = (): void => {};

  function track(socket: Socket, other?: Socket): void {
    open.add(socket);
    socket.on('error', () => {}); // followed by 'close'
    socket.on('close', () => {
      open.delete(socket);
      other?.destroy();
    });
    if (mode === 'silent') socket.pause();
  }
  async function listen(): Promise<void> {
    mode = 'open';
    trigger = undefined;
    server = createServer((near) => {
      if (mode === 'silent') return track(near);
      const far = connect(port, host);
      track(near, far);
      track(far, near);
      near.on('data', (bytes) => {
        if (trigger !== undefined && bytes.includes(trigger)) mode = 'deaf';
        far.write(bytes);
      });
      far.on('data', (bytes) => {
        if (mode === 'deaf') onLost();
        else near.write(bytes);
      });
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
  return {
    port: own,
    cut,
    reopen: listen,
    silence() {
      mode = 'silent';
      for (const socket of open) socket.pause();
    },
    speak() {
      mode = 'open';
      for (const socket of open) socket.resume();
    },
    loseAnswersTo(text) {
      trigger = text;
      return new Promise((resolve) => {
        onLost = resolve;
      });
    },
    close: cut,
  };
}

const closeServer = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
