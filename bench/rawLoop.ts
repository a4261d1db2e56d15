import pg from 'pg';
import { createId } from '../core/ids.ts';

/** The least a durable turn can cost: one read and one commit of a turn's rows, by pg alone. */
export interface RawLoop {
  turn(conversationId: string): Promise<void>;
  close(): Promise<void>;
}

const READ = `
  SELECT c.channel, c.user_id, c.locale, c.mode, s.version, s.last_seq, s.data, i.customer_id, u.name,
         (SELECT m.id FROM messages m WHERE m.conversation_id = c.id AND m.provider_message_id = $2) AS repeated
  FROM conversations c
  JOIN bot_states s ON s.conversation_id = c.id
  LEFT JOIN channel_identities i ON i.id = c.identity_id
  LEFT JOIN customers u ON u.id = i.customer_id
  WHERE c.id = $1`;

const COMMIT = `
  WITH head AS (
    UPDATE bot_states SET version = version + 1, last_seq = last_seq + 2, data = $3, updated_at = $4
    WHERE conversation_id = $1 AND version = $2 RETURNING last_seq
  ), said AS (
    INSERT INTO messages (conversation_id, seq, id, role, kind, author_id, text, reply_to_id, provider_message_id, payload, created_at)
    SELECT $1, last_seq - 1, $5, 'customer', 'text', 'user', '我的快递到哪了', NULL::text, $6, NULL::jsonb, $4::timestamptz FROM head
    UNION ALL SELECT $1, last_seq, $7, 'bot', 'text', 'bot', $8, $5, NULL, $9::jsonb, $4::timestamptz FROM head
  ), fact AS (
    INSERT INTO service_facts (id, name, occurred_at, conversation_id, channel, locale, intent)
    SELECT $10, 'turn.answered', $4::timestamptz, $1, 'directline', 'zh-Hans', 'track_shipment' FROM head
  )
  SELECT last_seq FROM head`;

/** As long as the product's own for the mix of messages. */
const STATE = JSON.stringify({ dialogs: { dialogStack: [] }, misses: 0, recent: ['XB000000012348'], verified: [], offered: [] });
const TEXT = '您好，我是星邦速运的客服助手。请问有什么可以帮您？可以查询快递、安排派送、申请退货或提出投诉。';
const BUTTONS = ['查快递', '改派送', '退货', '投诉', '转人工'].map((title) => ({ title, value: title }));
const PAYLOAD = JSON.stringify({ reply: { text: TEXT, locale: 'zh-Hans', buttons: BUTTONS } });

/** Ten connections and prepared statements, as the product has. */
export function createRawLoop(url: string): RawLoop {
  const pool = new pg.Pool({ connectionString: url, max: 10, idleTimeoutMillis: 0, options: '-c enable_seqscan=off -c jit=off' });
  pool.on('error', () => {}); // dropping the database ends connections that are just closing
  const run = async <T extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<T[]> =>
    (await pool.query<T>({ name, text, values })).rows;

  return {
    async turn(conversationId) {
      const now = new Date();
      const ids = Array.from({ length: 4 }, () => createId(now.getTime()));
      const [head] = await run<{ version: number }>('raw-read', READ, [conversationId, ids[1]]);
      const values = [conversationId, head?.version, STATE, now, ids[0], ids[1], ids[2], TEXT, PAYLOAD, ids[3]];
      const rows = await run('raw-commit', COMMIT, values);
      if (rows.length !== 1) throw new Error('the raw loop lost a commit');
    },
    close: () => pool.end(),
  };
}
