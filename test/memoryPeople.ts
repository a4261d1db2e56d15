import type { FileRef } from '../core/types.ts';
import type { Conversations, Uploads } from '../rules/conversations/types.ts';

/** Who speaks in a conversation. */
export interface Person {
  readonly conversationId: string;
  /** Who they are on the channel. */
  readonly identity: string;
  readonly channel: string;
  /** Whom the conversation is bound to. */
  readonly customerId?: string;
}

export interface OwnedFile {
  readonly file: FileRef;
  /** Absent: anybody's. */
  readonly owner?: Person;
}

/** Who is who and whose file is whose. */
export interface People {
  find(conversationId: string): Promise<Person>;
  /** In the order asked for; ids of nothing are left out. */
  listFiles(ids: readonly string[]): Promise<readonly OwnedFile[]>;
}

/**
 * @param conversations default: each conversation is a person of its own
 * @param uploads default: whatever id is named is a photo, anybody's
 */
export function createPeople(conversations?: Pick<Conversations, 'read'>, uploads?: Pick<Uploads, 'find'>): People {
  async function find(conversationId: string): Promise<Person> {
    const start = await conversations?.read(conversationId, '');
    if (!start) return { conversationId, identity: conversationId, channel: 'webchat' };
    const { channel, userId, customerId } = start;
    return { conversationId, identity: `${channel}|${userId}`, channel, ...(customerId !== undefined && { customerId }) };
  }

  async function findFile(id: string): Promise<readonly OwnedFile[]> {
    if (!uploads) return [{ file: { id, name: `${id}.jpg`, contentType: 'image/jpeg', sizeBytes: 1000 } }];
    const upload = await uploads.find(id);
    return upload ? [{ file: upload.file, owner: await find(upload.conversationId) }] : [];
  }

  return { find, listFiles: async (ids) => (await Promise.all(ids.map(findFile))).flat() };
}
