import { inPieces } from '../bytes.ts';
import { JPEG } from './pictures.ts';

export const picture = { id: 'f1', name: '箱子.jpg', contentType: 'image/jpeg', sizeBytes: JPEG.length };
export const document = { id: 'f2', name: 'invoice.pdf', contentType: 'application/pdf', sizeBytes: 9 };
const stored = new Map([
  ['f1', { conversationId: 'v1', file: picture, bytes: JPEG }],
  ['f2', { conversationId: 'v1', file: document, bytes: Buffer.from('%PDF-1.7\n') }],
  ['f3', { conversationId: 'v2', file: { ...picture, id: 'f3' }, bytes: JPEG }],
]);

/** Two files of the conversation `v1` and one of `v2`. */
export const findStored = async (id: string) => {
  const found = stored.get(id);
  return found && { ...found, bytes: inPieces(found.bytes) };
};
