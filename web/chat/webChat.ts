/** The part of Web Chat 4.18's global that the page uses; its own declarations would need all of its packages installed. */
export interface WebChat {
  createDirectLine(options: {
    domain: string;
    token: string;
    conversationId?: string;
    watermark?: string;
    conversationStartProperties?: { locale: string };
  }): DirectLine;
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

declare global {
  interface Window {
    WebChat?: WebChat;
  }
}

let loading: Promise<WebChat> | undefined;

/** Fetches Web Chat once: 700 KB, so the page paints and greets without it. Rejects when it cannot be fetched; may be tried again. */
export function loadWebChat(address: string): Promise<WebChat> {
  loading ??= new Promise<WebChat>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => (window.WebChat ? resolve(window.WebChat) : reject(new Error('Web Chat did not start.')));
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new TypeError('Web Chat could not be fetched.'));
    };
    document.head.append(script);
  });
  return loading;
}
