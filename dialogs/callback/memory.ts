import { defineMemory } from '../memory.ts';

/** What `callback` remembers. */
export interface CallbackMemory {
  /** A request was taken in this conversation, by whatever flow: a greeting asks the store whether it is still open. */
  hasCallback?: true;
}

export const callbackMemory = defineMemory<CallbackMemory>('callback', (stored, older) => {
  const { hasCallback } = stored ?? older;
  return { ...(hasCallback && { hasCallback }) };
});
