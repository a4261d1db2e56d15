import { connect } from 'node:net';

/** One kept-alive HTTP connection, one request at a time. Hardly more than the socket: a full client would eat the server's share of the cores. */
export interface HttpConnection {
  /** @throws Error when the connection is lost. */
  request(method: string, path: string, headers: Readonly<Record<string, string>>, body: string): Promise<HttpAnswer>;
  close(): void;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

export function openConnection(url: string): Promise<HttpConnection> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let waiting: { resolve(answer: HttpAnswer): void; reject(error: Error): void } | undefined;
  let received: Buffer = Buffer.alloc(0);

  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    try {
      const answer = parseAnswer(received);
      if (!answer) return;
      received = Buffer.alloc(0);
      waiting?.resolve(answer);
    } catch (error) {
      waiting?.reject(error as Error);
    }
    waiting = undefined;
  });
  const fail = (): void => waiting?.reject(new Error(`the server at ${host} closed the connection`));
  socket.on('error', fail).on('close', fail);

  const connection: HttpConnection = {
    request(method, path, headers, body) {
      const lines = Object.entries({ host, 'content-length': String(Buffer.byteLength(body)), ...headers }).map(
        ([name, value]) => `${name}: ${value}`,
      );
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
      });
    },
    close: () => socket.destroy(),
  };
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(connection));
    socket.once('error', reject);
  });
}

/** Undefined until all of it is there. The product always names the length. */
function parseAnswer(bytes: Buffer): HttpAnswer | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd);
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without a length:\n${head}`);
  const end = headEnd + 4 + Number(length);
  return bytes.length < end ? undefined : { status: Number(head.slice(9, 12)), body: bytes.toString('utf8', headEnd + 4, end) };
}
