import type { StoredMessage } from '../rules/conversations/types.ts';

/** Someone who shows messages as they are committed: the sockets of customers, the desks of agents. */
export interface FanoutListener {
  /** Messages of one conversation in order of `seq`, without gaps among themselves. Empty: look into the store, something is new. */
  onMessages(conversationId: string, messages: readonly StoredMessage[]): void;
  /** Messages of any conversation may have been missed: look into the store for each that is being shown. */
  onResume(): void;
}

/** Tells every instance what was committed on one. A hint, not a queue: it may lose messages, never the store. */
export interface Fanout {
  /** Reaches this process's listeners at once, other instances' soon, each once. Never throws; a message lost is followed by `onResume`. */
  publish(conversationId: string, messages: readonly StoredMessage[]): void;
  /** Returns the way to stop listening. */
  subscribe(listener: FanoutListener): () => void;
  close(): Promise<void>;
}

/** Fan-out within this process: what one instance needs. `resume` tells all listeners to look into the store. */
export function createLocalFanout(): Fanout & { resume(): void } {
  const listeners = new Set<FanoutListener>();
  return {
    publish(conversationId, messages) {
      for (const listener of listeners) listener.onMessages(conversationId, messages);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    resume() {
      for (const listener of listeners) listener.onResume();
    },
    async close() {
      listeners.clear();
    },
  };
}
