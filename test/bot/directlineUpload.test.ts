import { afterEach, beforeEach, expect, it } from 'vitest';
import { LOCALES } from '../../core/types.ts';
import { texts } from '../../web/chat/texts.ts';
import { sortFiles } from '../../web/chat/uploads.ts';
import { type Begun, type Instance, SECRET, startInstance } from './directlineHarness.ts';
import { cameraJpeg, JPEG, PLACE } from './pictures.ts';

let instance: Instance;
let chat: Begun;
beforeEach(async () => {
  instance = await startInstance({ limits: { uploadFileBytes: 100_000, uploadBytesAtOnce: 400_000 } });
  chat = await instance.begin();
});
afterEach(() => instance.stop());

const PDF = Buffer.from('%PDF-1.7\n');
interface Sent {
  readonly bytes: Buffer;
  readonly name: string;
  readonly type?: string;
}

function upload(files: readonly Sent[], activity?: unknown, auth = chat.token) {
  const form = new FormData();
  if (activity !== undefined) form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  for (const { bytes, name, type } of files) form.append('file', new Blob([new Uint8Array(bytes)], { type: type ?? 'image/jpeg' }), name);
  return instance.call('POST', `/conversations/${chat.conversationId}/upload?userId=user-1`, { auth, raw: form });
}
const filesOf = (index = 0) => instance.store.received[index]?.files;

it('stores files with the type their bytes say and shows them on the stream', async () => {
  const { status, body } = await upload(
    [
      { bytes: JPEG, name: 'a.jpg', type: 'text/html' },
      { bytes: PDF, name: '发票.pdf' },
    ],
    { type: 'message', text: '附件' },
  );
  expect(status).toBe(200);
  expect(instance.store.received[0]).toMatchObject({ kind: 'file', text: '附件', userId: 'user-1' });
  expect(filesOf()?.map(({ name, contentType, sizeBytes }) => [name, contentType, sizeBytes])).toEqual([
    ['a.jpg', 'image/jpeg', JPEG.length],
    ['发票.pdf', 'application/pdf', 9],
  ]);
  const seen = await instance.call('GET', `/conversations/${chat.conversationId}/activities`, { auth: chat.token });
  const [picture, document] = seen.body.activities![0]!.attachments!;
  expect(seen.body.activities![0]!.id).toBe(body.id);
  const shown = await fetch(picture!.contentUrl);
  expect([shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
    'image/jpeg',
    'private, max-age=3600, immutable',
  ]);
  expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  const saved = await fetch(document!.contentUrl);
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="__\.pdf"; filename\*=UTF-8''%E5%8F%91/);
});

it.each([
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'picture.svg'],
  ['a page called picture', '<!doctype html><script>alert(1)</script>', 'picture.png'],
  ['a program called picture', 'MZ\x90\x00', 'picture.jpg'],
  ['a sound in the container of WebP', 'RIFF\x00\x00\x00\x00WAVEfmt ', 'picture.webp'],
  ['nothing', '', 'picture.jpg'],
])('refuses %s, and all that came with it', async (_case, content, name) => {
  const answer = await upload([
    { bytes: JPEG, name: 'good.jpg' },
    { bytes: Buffer.from(content, 'latin1'), name },
  ]);
  expect([answer.status, answer.body.type, answer.body.file]).toEqual([415, 'urn:problem:unsupported-file', 2]);
  expect(instance.store.received).toEqual([]);
});

it.each([
  ['../../etc/passwd', 'passwd.jpg'],
  ['C:\\Windows\\evil.exe', 'evil.exe.jpg'],
  ['photo\u202egnp.exe', 'photognp.exe.jpg'],
  // The sender writes quotes as %22 (HTML standard, multipart/form-data encoding).
  ['a"; filename="b.html', 'a%22; filename=%22b.html.jpg'],
  ['..', 'file.jpg'],
  [`${'长'.repeat(300)}.JPG`, `${'长'.repeat(100)}.JPG`],
  ['<img src=x onerror=alert(1)>.jpg', 'img src=x onerror=alert(1).jpg'],
])('makes the file name %j safe', async (name, expected) => {
  expect((await upload([{ bytes: JPEG, name }])).status).toBe(200);
  expect(filesOf()?.[0]?.name).toBe(expected);
});

it('refuses a file over the limit and a sixth file', async () => {
  const large = Buffer.concat([JPEG, Buffer.alloc(100_000)]);
  expect((await upload([{ bytes: large, name: 'a.jpg' }])).status).toBe(413);
  const six = Array.from({ length: 6 }, (_, i) => ({ bytes: JPEG, name: `${i}.jpg` }));
  expect((await upload(six)).status).toBe(413);
  expect((await upload(six.slice(1), { type: 'message' })).status).toBe(200);
  expect(filesOf()).toHaveLength(5);
});

it('refuses a photo of 20 MB, as the page does before it sends it, in words that say what to do', async () => {
  const bytes = Buffer.concat([JPEG.subarray(0, -2), Buffer.alloc(20 * 1024 * 1024, 0x3f)]);
  const own = await startInstance();
  chat = await own.begin();
  const form = new FormData();
  form.append('file', new Blob([bytes], { type: 'image/jpeg' }), '箱子.jpg');
  const answer = await own.call('POST', `/conversations/${chat.conversationId}/upload?userId=user-1`, { auth: chat.token, raw: form });
  await own.stop();
  expect([answer.status, answer.body.maxBytes, own.store.received]).toEqual([413, 10 * 1024 * 1024, []]);
  const { taken, refused } = sortFiles([{ blob: new File([bytes], '箱子.jpg', { type: 'image/jpeg' }) }]);
  expect([taken, refused]).toEqual([[], [{ name: '箱子.jpg', reason: 'fileTooLarge' }]]);
  for (const locale of LOCALES) expect(texts.fileTooLarge[locale]).toMatch(/\{name\}.*10 MB.*(请|請|Please)/);
});

it('stores a photo without the place it was taken at, and says what is wrong with a damaged one', async () => {
  await upload([{ bytes: cameraJpeg(6), name: 'door.jpg' }]);
  const { body } = await instance.call('GET', `/conversations/${chat.conversationId}/activities`, { auth: chat.token });
  const shown = Buffer.from(await (await fetch(body.activities![0]!.attachments![0]!.contentUrl)).arrayBuffer());
  expect([shown.includes(PLACE), filesOf()?.[0]?.sizeBytes]).toEqual([false, shown.length]);
  const answer = await upload([{ bytes: JPEG.subarray(0, 10), name: 'cut.jpg' }]);
  expect([answer.status, answer.body.reason, answer.body.file]).toEqual([415, 'damaged', 1]);
});

it('offers a PDF with a script for saving, never for opening', async () => {
  await upload([{ bytes: Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'), name: 'a.pdf' }]);
  const { body } = await instance.call('GET', `/conversations/${chat.conversationId}/activities`, { auth: chat.token });
  const { headers } = await fetch(body.activities![0]!.attachments![0]!.contentUrl);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="a.pdf"/);
  expect([headers.get('x-content-type-options'), headers.get('content-security-policy')]).toEqual([
    'nosniff',
    "default-src 'none'; sandbox",
  ]);
});

it('refuses more than memory is set aside for, and has it back afterwards', async () => {
  const large = Array.from({ length: 5 }, (_, i) => ({ bytes: Buffer.concat([JPEG, Buffer.alloc(90_000)]), name: `${i}.jpg` }));
  // 5 · 90,007 bytes are more than 400,000; 4 are less.
  expect((await upload(large)).status).toBe(429);
  for (let i = 0; i < 3; i++) expect((await upload(large.slice(1))).status).toBe(200);
});

it.each([
  ['no form', { raw: 'x', headers: { 'content-type': 'text/plain' } }, 400],
  ['a form without a boundary', { raw: 'x', headers: { 'content-type': 'multipart/form-data' } }, 400],
  [
    'a form that breaks off',
    {
      raw: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    },
    400,
  ],
])('refuses %s', async (_case, options, status) => {
  expect((await instance.call('POST', `/conversations/${chat.conversationId}/upload`, { auth: chat.token, ...options })).status).toBe(
    status,
  );
});

it('shows the small picture the client made, by the name it gave the file, and its own where that is none', async () => {
  const small = (of: string): string => `data:image/png;base64,===${of}`;
  const attachments = [
    { name: 'b.jpg', thumbnailUrl: small('b') },
    { name: 'a.jpg', thumbnailUrl: small('a') },
    { name: 'c.jpg', thumbnailUrl: 'https://evil.example/pixel.png' },
    { name: 'd.jpg', thumbnailUrl: 'data:image/svg+xml;base64,PHN2Zz4=' },
    { name: 'e.jpg', thumbnailUrl: small('x'.repeat(100 * 1024)) },
  ];
  // The official client appends the files in the order in which it has read them.
  const names = ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg', 'e.jpg'];
  const sent = await upload(
    names.map((name) => ({ bytes: JPEG, name })),
    { type: 'message', text: 'x', attachments },
  );
  expect(sent.status).toBe(200);
  const { body } = await instance.call('GET', `/conversations/${chat.conversationId}/activities`, { auth: chat.token });
  const shown = body.activities![0]!.attachments!;
  expect(shown.map(({ name }) => name)).toEqual(names);
  const own = shown.slice(2).map(({ contentUrl }) => contentUrl);
  expect(shown.map(({ thumbnailUrl }) => thumbnailUrl)).toEqual([small('a'), small('b'), ...own]);
  expect(instance.store.received.map(({ links }) => links)).toEqual([undefined]);
});

const form = (...parts: readonly string[]): Parameters<Instance['call']>[2] => ({
  raw: `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`,
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
});
const FIELD = 'content-disposition: form-data; name="activity"\r\n';
const FILE = 'content-disposition: form-data; name="file"; filename="a.jpg"\r\n';
it.each([
  ['a charset nobody knows', [`${FIELD}content-type: text/plain; charset=gbk\r\n\r\n{"type":"message"}`]],
  ['a charset of no name', [`${FIELD}content-type: text/plain; charset=""\r\n\r\n{"type":"message"}`]],
  ['a charset that is a property of all objects', [`${FIELD}content-type: text/plain; charset=__proto__\r\n\r\n{"type":"message"}`]],
  ['a field in base64', [`${FIELD}content-transfer-encoding: base64\r\n\r\neyJ0eXBlIjoibWVzc2FnZSJ9`]],
  ['a file in an encoding nobody knows', [`${FILE}content-transfer-encoding: x-gzip\r\n\r\nx`]],
  ['a form in a form', [`${FIELD}content-type: multipart/mixed; boundary=c\r\n\r\n--c--`]],
  ['a file that is a form', [`${FILE}content-type: multipart/mixed; boundary=c\r\n\r\n--c--`]],
  ['a file name in a charset nobody knows', ['content-disposition: form-data; name="file"; filename*=gbk\'\'%c0%ee.jpg\r\n\r\nx']],
  ['no part at all', []],
  ['a header without a colon', ['content-disposition\r\n\r\nx']],
  ['a header of 20 KB', [`${FIELD}x: ${'a'.repeat(20_000)}\r\n\r\n{}`]],
  ['NUL in a header', [`${FIELD}x: \0\r\n\r\n{}`]],
  ['10,000 empty parts', new Array(10_000).fill('\r\n')],
  ['10,000 fields', new Array(10_000).fill('content-disposition: form-data; name="x"\r\n\r\n')],
  ['an activity 20,000 deep', [`${FIELD}\r\n{"type":"message","channelData":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`]],
])('refuses a form with %s, and is there afterwards', async (_case, parts) => {
  const path = `/conversations/${chat.conversationId}/upload`;
  const answer = await instance.call('POST', path, { auth: chat.token, ...form(...parts) });
  expect([answer.status, answer.body.status]).toEqual([400, 400]);
  expect(instance.store.received).toEqual([]);
  expect((await upload([{ bytes: JPEG, name: 'a.jpg' }])).status).toBe(200);
});

it('refuses an activity that is no object', async () => {
  expect((await upload([{ bytes: JPEG, name: 'a.jpg' }], [1])).body.type).toBe('urn:problem:not-json');
});

it('takes a form without files for a message', async () => {
  await upload([], { type: 'message', text: 'only words' });
  expect(instance.store.received[0]).toMatchObject({ kind: 'text', text: 'only words' });
});

it('guards files by links that are signed, for one file, and for an hour', async () => {
  await upload([{ bytes: JPEG, name: 'a.jpg' }]);
  await upload([{ bytes: JPEG, name: 'b.jpg' }]);
  const { body } = await instance.call('GET', `/conversations/${chat.conversationId}/activities`, { auth: chat.token });
  const [first, second] = body.activities!.flatMap(({ attachments }) => attachments ?? []).map(({ contentUrl }) => new URL(contentUrl));
  expect((await fetch(`${first!.origin}${first!.pathname}`)).status).toBe(403);
  expect((await fetch(`${first!.origin}${first!.pathname}${second!.search}`)).status).toBe(403);
  expect((await fetch(first!)).status).toBe(200);
  instance.clock.advance(3600_000);
  expect((await fetch(first!)).status).toBe(403);
});

it('refuses uploads with another conversation’s token, and to conversations there are not', async () => {
  const other = await instance.begin('user-2');
  expect((await upload([{ bytes: JPEG, name: 'a.jpg' }], undefined, other.token)).status).toBe(403);
  chat = { ...chat, conversationId: 'nowhere' };
  expect((await upload([{ bytes: JPEG, name: 'a.jpg' }], undefined, SECRET)).status).toBe(404);
});
