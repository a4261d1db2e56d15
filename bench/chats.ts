import { openConnection } from './httpConnection.ts';
import { SECRET } from './product.ts';

/** A customer's Direct Line conversation over a connection of its own. */
export interface Chat {
  /** For a WebSocket; opens once within five minutes. */
  readonly streamUrl: string;
  /** Returns when the turn is committed. @throws Error unless the server took the message. */
  say(text: string): Promise<void>;
  close(): void;
}

interface Begun {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

/** Begins a conversation as a client at an address of its own. */
export async function openChat(url: string, index: number): Promise<Chat> {
  const connection = await openConnection(url);
  const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
  const common = { 'content-type': 'application/json', 'x-forwarded-for': address };
  const call = async (path: string, bearer: string, body: object): Promise<string> => {
    const headers = { ...common, authorization: `Bearer ${bearer}` };
    const answer = await connection.request('POST', `/v3/directline/${path}`, headers, JSON.stringify(body));
    if (answer.status >= 300) throw new Error(`Direct Line answered ${answer.status}: ${answer.body}`);
    return answer.body;
  };
  const begun = JSON.parse(await call('conversations', SECRET, { user: { id: `dl_bench-${index}` }, locale: 'zh-Hans' })) as Begun;
  const path = `conversations/${begun.conversationId}/activities`;
  let count = 0;
  return {
    streamUrl: begun.streamUrl,
    async say(text) {
      count += 1;
      await call(path, begun.token, { type: 'message', text, channelData: { clientActivityID: `${index}-${count}` } });
    },
    close: connection.close,
  };
}

export async function openChats(url: string, count: number): Promise<readonly Chat[]> {
  const chats: Chat[] = [];
  for (let index = 0; index < count; index += 1) chats.push(await openChat(url, index));
  return chats;
}
