import { connect } from 'node:net';

/** What came back on a connection. */
export interface RawAnswer {
  readonly status: number;
  /** The content type without its parameters; '' when there is none. */
  readonly type: string;
  readonly retryAfter: string;
  readonly body: string;
}

/** Gives up on a connection that neither answers nor ends: what is sent here is answered soon or never. */
const PATIENCE_MS = 20_000;

/** Sends bytes as they are (a character above U+00FF is an error) and reads `count` answers, fewer when the connection ends before. */
export function sendRaw(url: string, bytes: string | Buffer, count = 1): Promise<readonly RawAnswer[]> {
  return new Promise((resolve) => {
    let read = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(parseAnswers(read));
    };
    const timer = setTimeout(finish, PATIENCE_MS);
    socket.on('data', (chunk) => {
      read += chunk.toString('latin1');
      if (parseAnswers(read).length >= count) finish();
    });
    socket.on('error', () => undefined); // followed by 'close'
    socket.on('close', finish);
    socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  });
}

function parseAnswers(text: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = text;
  for (;;) {
    const head = /^HTTP\/1\.1 (\d{3})[^\r]*\r\n((?:[^\r]+\r\n)*)\r\n/.exec(rest);
    if (!head) return answers;
    const [all, status, lines = ''] = head;
    const header = (name: string): string => new RegExp(`^${name}: *([^;\\r]*)`, 'im').exec(lines)?.[1]?.trim() ?? '';
    const end =
      header('transfer-encoding') === 'chunked'
        ? rest.indexOf(LAST_CHUNK) + LAST_CHUNK.length
        : all.length + Number(header('content-length'));
    if (rest.length < end || end < all.length) return answers;
    if (status !== '100')
      answers.push({
        status: Number(status),
        type: header('content-type'),
        retryAfter: header('retry-after'),
        body: rest.slice(all.length, end),
      });
    rest = rest.slice(end);
  }
}

const LAST_CHUNK = '\r\n0\r\n\r\n';
