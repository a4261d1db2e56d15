import { WebSocket } from 'ws';

type RawBody = NonNullable<RequestInit['body']>;

/** As much of the browser's XMLHttpRequest as the official client's rxjs uses, over fetch. */
class FetchXhr {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseType = '';
  timeout = 0;
  withCredentials = false;
  readonly upload = {};
  onreadystatechange: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  ontimeout: ((event: object) => void) | null = null;
  private readonly abortion = new AbortController();
  private readonly headers: Record<string, string> = {};
  private answered: Headers | null = null;
  private request: { method: string; url: string } = { method: 'GET', url: '' };

  open(method: string, url: string): void {
    this.request = { method, url };
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  getResponseHeader(name: string): string | null {
    return this.answered?.get(name) ?? null;
  }
  abort(): void {
    this.abortion.abort();
  }
  send(body?: RawBody): void {
    void this.perform(body).then(
      () => this.onreadystatechange?.({}),
      () => {
        if (!this.abortion.signal.aborted) this.onerror?.({});
      },
    );
  }

  private async perform(body: RawBody | undefined): Promise<void> {
    const { method, url } = this.request;
    const init = { method, headers: this.headers, signal: this.abortion.signal, ...(body !== undefined && { body }) };
    const response = await fetch(url, init);
    this.response = this.responseType === 'arraybuffer' ? await response.arrayBuffer() : await response.json();
    this.answered = response.headers;
    this.status = response.status;
    this.readyState = 4;
  }
}

/** What botframework-directlinejs takes from the browser: import before it. */
Object.assign(globalThis, { XMLHttpRequest: FetchXhr, WebSocket });
