import { AppError } from '../../../core/errors.ts';
import { createId } from '../../../core/ids.ts';
import type { FileRef, InboundMessage } from '../../../core/types.ts';
import { type TakenFile, takeFile } from '../../files/intake.ts';
import { toFileAnswer } from '../../files/serve.ts';
import { isObject } from '../../http/body.ts';
import { createGate } from '../../http/gate.ts';
import type { Call, HttpAnswer } from '../../http/route.ts';
import type { Links } from '../../links.ts';
import type { Quota } from '../../quota.ts';
import { type Access, type Caller, clientKeyOf, sourceOf } from './access.ts';
import { findOrBegin } from './begin.ts';
import { toInbound } from './inbound.ts';
import { type Form, readForm } from './multipart.ts';
import type { DirectLineDeps, DirectLineLimits } from './settings.ts';

/** Hands a message to the inbox and returns the id it was stored under. */
export type Receive = (message: InboundMessage, caller: Caller) => Promise<string>;

export interface UploadRoutes {
  upload(call: Call): Promise<HttpAnswer>;
  download(call: Call): Promise<HttpAnswer>;
}

interface Parts extends Pick<DirectLineDeps, 'inbox' | 'conversations' | 'uploads'> {
  readonly access: Access;
  readonly links: Links;
  readonly receive: Receive;
  readonly perUpload: Quota;
  readonly storage: Quota;
  readonly limits: Pick<DirectLineLimits, 'uploadFileBytes' | 'uploadFiles' | 'uploadBytesAtOnce' | 'pixels'>;
}

const MAX_ACTIVITY_BYTES = 256 * 1024;

/** Files from customers, and back to them. */
export function createUploadRoutes({
  inbox,
  conversations,
  uploads,
  access,
  links,
  receive,
  perUpload,
  storage,
  limits,
}: Parts): UploadRoutes {
  let bytesHeld = 0;
  // Looking through a photo and storing it take the thread in spans: of one after the other, other people's turns go between.
  const intake = createGate(1);

  return {
    async upload({ req, param, query, caller: { address } }) {
      const conversationId = param('id');
      const caller = access.enter(req.headers.authorization, address, conversationId);
      perUpload.take(sourceOf(caller, conversationId, address));
      let held = 0;
      const reserve = (bytes: number): void => {
        if (bytesHeld + bytes > limits.uploadBytesAtOnce) throw new AppError('RATE_LIMITED', { retryAfterSeconds: 5 });
        bytesHeld += bytes;
        held += bytes;
      };
      try {
        const bounds = { fileBytes: limits.uploadFileBytes, files: limits.uploadFiles, activityBytes: MAX_ACTIVITY_BYTES, reserve };
        const form = await readForm(req, bounds);
        const sender = { conversationId, caller, address, userId: query.get('userId') };
        return { status: 200, body: { id: await intake(req, () => take(form, sender)) } };
      } finally {
        bytesHeld -= held;
      }
    },

    async download({ param, query }) {
      const id = param('id');
      if (links.verify('file', query.get('t') ?? '') !== id) throw new AppError('FORBIDDEN');
      const found = await uploads.find(id);
      if (!found) throw new AppError('NOT_FOUND');
      return toFileAnswer(found);
    },
  };

  async function take(form: Form, { conversationId, caller, address, userId }: Sender): Promise<string> {
    // All or nothing: a message that lost one of its files would say something else.
    const taken = form.files.map((file, index) => takeNumbered(file, index, limits.pixels));
    // What its attachments say of the files is replaced by the files, but for their small pictures.
    const { attachments, ...said } = form.activity;
    const activity = { from: { id: userId }, ...(taken.length > 0 ? said : form.activity), type: said.type ?? 'message' };
    // Reads the activity before anything is stored, for its refusals.
    const message = toInbound(activity, { conversationId, caller, clientKey: clientKeyOf(caller, conversationId, address) });
    if (!message) return createId();
    if (message.kind !== 'text' || taken.length === 0) return receive(message, caller);
    const bytes = taken.reduce((sum, file) => sum + file.bytes.length, 0);
    storage.take(sourceOf(caller, conversationId, address), bytes);
    await findOrBegin({ inbox, conversations }, caller, conversationId, [message.localeHint]);
    const files: FileRef[] = [];
    for (const [index, file] of taken.entries()) {
      const thumbnailUrl = findThumbnail(attachments, form.files[index]?.name, index);
      files.push({ ...(await uploads.save(conversationId, file)), ...(thumbnailUrl !== undefined && { thumbnailUrl }) });
    }
    return receive({ ...message, kind: 'file', files }, caller);
  }
}

interface Sender {
  readonly conversationId: string;
  readonly caller: Caller;
  readonly address: string;
  /** From the query: stands in when the form has no activity that says. */
  readonly userId: string | null;
}

/** Web Chat's own are some 60 KB, as it makes them 720 × 360. */
const MAX_THUMBNAIL = 96 * 1024;
/** Pictures that cannot hold a script or an address, in the client's own words. */
const THUMBNAIL = /^data:image\/(?:png|jpe?g|gif|webp);base64,[\x21-\x7e]+$/;

/**
 * The small picture a client shows at once and again after a reload; the official client sends it in the activity and looks for it
 * in the echo. The files may come in another order than they are named in: it calls both by one name.
 */
function findThumbnail(attachments: unknown, name: string | undefined, index: number): string | undefined {
  const named: readonly unknown[] = Array.isArray(attachments) ? attachments : [];
  const found = named.find((one) => isObject(one) && one.name !== undefined && one.name === name) ?? named[index];
  const url = isObject(found) ? found.thumbnailUrl : undefined;
  return typeof url === 'string' && url.length <= MAX_THUMBNAIL && THUMBNAIL.test(url) ? url : undefined;
}

/** A refusal says which of several files it is about, from 1. */
function takeNumbered(file: Form['files'][number], index: number, maxPixels: number): TakenFile {
  try {
    return takeFile(file, maxPixels);
  } catch (error) {
    throw error instanceof AppError ? new AppError(error.code, { ...error.facts, file: index + 1 }) : error;
  }
}
