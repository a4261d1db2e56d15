/** What web/webchat/main.ts, fetched apart, gives the page of Web Chat 4.18. */
export interface WebChat {
  createDirectLine(options: { domain: string; token: string; conversationId: string; watermark: string }): DirectLine;
  createStore(initialState: object, ...middleware: Middleware[]): Store;
  renderWebChat(props: Readonly<Record<string, unknown>>, element: HTMLElement): void;
}

export interface DirectLine {
  readonly connectionStatus$: { subscribe(next: (status: number) => void): { unsubscribe(): void } };
  readonly watermark?: string;
  reconnect(conversation: { conversationId: string; token: string; streamUrl: string }): void;
  end(): void;
}

/** DirectLineJS's ConnectionStatus. */
export const STATUS = { connecting: 1, online: 2, expired: 3, failed: 4, ended: 5 } as const;

export interface Activity {
  readonly type: string;
  readonly name?: string;
  readonly from: { readonly role?: string };
  readonly attachments?: readonly { readonly name?: string }[];
}

export interface Action {
  readonly type: string;
  readonly payload?: unknown;
  /** Of what is being sent: Web Chat's own id of it, the same from its beginning to its end. */
  readonly meta?: { readonly clientActivityID?: string };
}

export interface Store {
  dispatch(action: Action): void;
}

type Next = (action: Action) => unknown;
export type Middleware = (store: Store) => (next: Next) => Next;

let loading: Promise<WebChat> | undefined;
let failures = 0;

/** Fetches Web Chat once, so the page paints and greets without it. Rejects when it cannot be fetched; may be tried again. */
export function loadWebChat(address: string): Promise<WebChat> {
  // Some browsers remember for good that a module could not be fetched: the next try is by another address.
  const source = failures === 0 ? address : `${address}?try=${failures}`;
  loading ??= (import(/* @vite-ignore */ source) as Promise<WebChat>).catch((error: unknown) => {
    loading = undefined;
    failures += 1;
    throw error;
  });
  return loading;
}
