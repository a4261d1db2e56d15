import { AppError } from '../../../core/errors.ts';
import { createId } from '../../../core/ids.ts';
import type { FileRef, InboundMessage } from '../../../core/types.ts';
import { type TakenFile, takeFile } from '../../files/intake.ts';
import { toFileHeaders } from '../../files/serve.ts';
import type { Answer, Call } from '../../http/route.ts';
import type { Quota } from '../../quota.ts';
import { type Access, type Caller, sourceOf } from './access.ts';
import { findOrBegin } from './begin.ts';
import { toInbound } from './inbound.ts';
import { type Form, readForm } from './multipart.ts';
import type { DirectLineDeps, DirectLineLimits } from './settings.ts';
import type { Tokens } from './tokens.ts';

/** Hands a message to the desk and returns the id it was stored under. */
export type Receive = (message: InboundMessage, caller: Caller) => Promise<string>;

export interface UploadRoutes {
  upload(call: Call): Promise<Answer>;
  download(call: Call): Promise<Answer>;
}

interface Parts extends Pick<DirectLineDeps, 'desk' | 'conversations' | 'uploads'> {
  readonly access: Access;
  readonly tokens: Tokens;
  readonly receive: Receive;
  readonly perUpload: Quota;
  readonly storage: Quota;
  readonly limits: Pick<DirectLineLimits, 'uploadFileBytes' | 'uploadFiles' | 'uploadBytesAtOnce' | 'pixels'>;
}

const MAX_ACTIVITY_BYTES = 256 * 1024;

/** Files from customers, and back to them. */
export function createUploadRoutes({
  desk,
  conversations,
  uploads,
  access,
  tokens,
  receive,
  perUpload,
  storage,
  limits,
}: Parts): UploadRoutes {
  let bytesHeld = 0;

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
        return { status: 200, body: { id: await take(form, { conversationId, caller, address, userId: query.get('userId') }) } };
      } finally {
        bytesHeld -= held;
      }
    },

    async download({ param, query }) {
      const id = param('id');
      if (tokens.verifyLink('file', query.get('t') ?? '') !== id) throw new AppError('FORBIDDEN');
      const found = await uploads.find(id);
      if (!found) throw new AppError('NOT_FOUND');
      return { status: 200, body: found.bytes, headers: toFileHeaders(found.file) };
    },
  };

  async function take(form: Form, { conversationId, caller, address, userId }: Sender): Promise<string> {
    // All or nothing: a message that lost one of its files would say something else.
    const taken = form.files.map((file, index) => takeNumbered(file, index, limits.pixels));
    const activity = { from: { id: userId }, ...form.activity, type: form.activity.type ?? 'message' };
    // Reads the activity before anything is stored, for its refusals.
    const message = toInbound(activity, { conversationId, caller, clientKey: address });
    if (!message) return createId();
    if (message.kind !== 'text' || taken.length === 0) return receive(message, caller);
    const bytes = taken.reduce((sum, file) => sum + file.bytes.length, 0);
    storage.take(sourceOf(caller, conversationId, address), bytes);
    await findOrBegin({ desk, conversations }, caller, conversationId, message.localeHint);
    const files: FileRef[] = [];
    for (const file of taken) files.push(await uploads.save(conversationId, file));
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

/** A refusal says which of several files it is about, from 1. */
function takeNumbered(file: Form['files'][number], index: number, maxPixels: number): TakenFile {
  try {
    return takeFile(file, maxPixels);
  } catch (error) {
    throw error instanceof AppError ? new AppError(error.code, { ...error.facts, file: index + 1 }) : error;
  }
}
