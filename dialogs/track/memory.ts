import { defineMemory } from '../memory.ts';

/** What `track` remembers. */
export interface TrackMemory {
  /** The parcel asked about last, how often in a row, as of which scan it was shown, and whether a complaint was offered. */
  /** Of the parcels last shown as a list, where each was said to be. */
  places?: Readonly<Record<string, string>>;
  asked?: { readonly number: string; readonly times: number; readonly shown?: string; readonly isOffered?: true };
}

export const trackMemory = defineMemory<TrackMemory>('track', (stored, older) => {
  const { asked, places } = stored ?? older;
  return { ...(asked && { asked }), ...(places && { places }) };
});
