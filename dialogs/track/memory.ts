import { defineMemory } from '../memory.ts';

/** What `track` remembers. */
export interface TrackMemory {
  /** The parcel asked about last, how often in a row, as of which scan it was shown, and whether a complaint was offered. */
  asked?: { readonly number: string; readonly times: number; readonly shown?: string; readonly isOffered?: true };
}

export const trackMemory = defineMemory<TrackMemory>('track', (stored, older) => {
  const { asked } = stored ?? older;
  return { ...(asked && { asked }) };
});
