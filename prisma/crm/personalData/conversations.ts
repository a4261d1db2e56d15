import type { TableData } from './types.ts';

/** Gone from what stays as a number of its day; each its own, as whoever is known by the same identity sees the same tickets. */
export const namelessConversation = (prefix: 'erased' | 'past', alias = ''): string =>
  `user_id = '${prefix}-' || md5(${alias}id), identity_id = '${prefix}-' || md5(${alias}id)`;
/** A conversation's memory, forgotten; the version makes a turn under way run again. */
export const FORGOTTEN_STATE = `data = '{}', version = version + 1`;

/** What is said, and asked for. */
export const CONVERSATION_DATA: readonly TableData[] = [
  {
    ...{ table: 'callback_requests', of: { customers: ['customer_id'], conversations: ['conversation_id'] } },
    timeline: { kind: 'callback', id: 't.reference', at: 't.created_at', data: `'topic', t.topic, 'status', t.status` },
    copy: {
      ...{ section: 'callbackRequests', by: 'customers', end: 'ORDER BY t.id' },
      shows: `t.reference, t.phone, t.topic, t.note, t.tracking_number AS "trackingNumber", t.status, t.created_at AS "createdAt",
        t.done_at AS "doneAt"`,
    },
    erasing: [{ effect: 'deleted', counted: 'callbacks' }],
    ...{ retention: 'unlimited', merge: 'moved' },
  },
  {
    ...{ table: 'conversations', of: { channel_identities: ['identity_id'] } },
    timeline: { kind: 'conversation', id: 't.id', at: 't.created_at', data: `'channel', t.channel, 'mode', t.mode, 'locale', t.locale` },
    copy: {
      ...{ section: 'conversations', by: 'conversations', end: 'ORDER BY t.created_at, t.id' },
      shows: `t.channel, t.locale AS language, t.created_at AS "startedAt",
        coalesce((SELECT json_agg(json_build_object('from', m.role, 'text', m.text, 'at', m.created_at) ORDER BY m.seq)
          FROM messages m WHERE m.conversation_id = t.id), '[]') AS messages,
        coalesce((SELECT json_agg(json_build_object('name', u.name, 'contentType', u.content_type, 'bytes', u.size_bytes, 'sentAt', u.created_at))
          FROM uploads u WHERE u.conversation_id = t.id), '[]') AS files`,
    },
    erasing: [
      {
        ...{ effect: 'redacted', counted: 'conversations' },
        set: () => `${namelessConversation('erased')}, mode = CASE WHEN mode IN ('waiting', 'agent') THEN 'closed' ELSE mode END`,
      },
    ],
    retention: 'transcripts',
  },
  {
    ...{ table: 'bot_states', of: { conversations: ['conversation_id'] }, isErasedFirst: true },
    erasing: [{ effect: 'redacted', set: () => FORGOTTEN_STATE }],
    retention: 'transcripts',
  },
  {
    ...{ table: 'messages', of: { conversations: ['conversation_id'] } },
    erasing: [{ effect: 'deleted', counted: 'messages' }],
    retention: 'transcripts',
  },
  {
    ...{ table: 'uploads', of: { conversations: ['conversation_id'] } },
    erasing: [{ effect: 'deleted', counted: 'uploads' }],
    retention: 'uploads',
  },
  {
    table: 'upload_pieces',
    erasing: [{ effect: 'kept', because: 'they go with the upload they are a part of' }],
    retention: 'parent',
  },
];
