import { cameraGif, cameraJpeg, cameraPng, cameraWebp, PNG } from '../bot/pictures.ts';
import { openChat } from '../process/client.ts';
import { type Campaign, isFault, request } from './campaign.ts';
import { nastyText, spoilBytes } from './nasty.ts';

const FILES = [PNG, cameraJpeg(6), cameraPng(6), cameraGif(), cameraWebp(6), Buffer.from('%PDF-1.7\n'), Buffer.from('<svg/>')];
const TYPES = [
  ...['application/vnd.microsoft.activity', 'text/plain;charset=gbk', 'application/json; charset="', 'image/png', '', 'a/b;charset=utf-16'],
  ...['multipart/mixed; boundary=c', 'text/plain;charset=\u0000'],
];
const ENCODINGS = ['', '', 'content-transfer-encoding: base64', 'content-transfer-encoding: x'];
const NAMES = ['activity', 'file', 'files[]', '', '"', '__proto__', 'constructor'];

/** Multipart forms, whole and broken. */
export const uploads: Campaign = async ({ product, random, sending, report }) => {
  const chats = await Promise.all(Array.from({ length: 5 }, () => openChat(product)));
  return async () => {
    const chat = random.pick(chats);
    const parts = Array.from({ length: random.integer(0, 5) }, () => {
      const isActivity = random.chance(0.4);
      const name = isActivity ? 'activity' : random.pick(NAMES);
      const fileName = random.chance(0.7) ? `; filename="${nastyText(random).replace(/[\r\n"]/g, '')}"` : '';
      const head = [
        `content-disposition: form-data; name="${name}"${fileName}`,
        `content-type: ${random.pick(TYPES)}`,
        random.pick(ENCODINGS),
      ];
      const body = isActivity ? Buffer.from('{"type":"message","text":"x"}') : random.pick(FILES);
      const bytes = random.chance(0.4) ? spoilBytes(body, random) : body;
      return Buffer.concat([Buffer.from(`--b\r\n${head.filter(Boolean).join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n')]);
    });
    const whole = Buffer.concat([...parts, Buffer.from('--b--\r\n')]);
    const form = random.chance(0.3) ? spoilBytes(whole, random) : whole;
    const url = `${product.url}/v3/directline/conversations/${chat.conversationId}/upload?userId=u`;
    const type = random.chance(0.9)
      ? 'multipart/form-data; boundary=b'
      : random.pick(['multipart/form-data', 'multipart/form-data; boundary=', 'x', 'text/plain']);
    sending(form.toString('latin1').slice(0, 3000));
    const { status, text } = await request(url, 'POST', form, { authorization: `Bearer ${chat.token}`, 'content-type': type });
    if (isFault(status)) report(`${status} ${text}`, form.toString('latin1').slice(0, 3000));
  };
};
