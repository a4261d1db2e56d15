import { PARCEL_TOPICS, type Topic } from '../../core/acts.ts';
import type { Intent, Text } from '../../core/types.ts';
import type { Turn } from '../turn.ts';
import { texts } from './texts.ts';

type ParcelTopic = (typeof PARCEL_TOPICS)[number];

/**
 * What is asked of a parcel: one of the topics; `status`: nothing in particular; `trace`: its full history, by the button; `anger`:
 * nothing is asked at all.
 */
export type Focus = Exclude<ParcelTopic, 'where'> | 'status' | 'trace' | 'anger';

/** Of no parcel in particular: whether anything is delivered on certain days, how long it takes somewhere. */
export const isGeneral = (focus: Focus): focus is 'days_open' | 'route' => focus === 'days_open' || focus === 'route';

const isOfParcels = (topic: Topic): topic is ParcelTopic => (PARCEL_TOPICS as readonly Topic[]).includes(topic);

/** What the message asks of a parcel, in its order, at most two; empty where it asks nothing of the kind. */
export function parcelTopics(turn: Turn): readonly Focus[] {
  const { text } = turn.understanding;
  if (isTitle(texts.fullTrace, text)) return ['trace'];
  if (isTitle(texts.original, text)) return ['original'];
  return turn
    .acts('none')
    .topics.filter(isOfParcels)
    .map((topic) => (topic === 'where' ? 'status' : topic));
}

/** The one thing the message asks first; `status` when nothing in particular. */
export function focusOf(turn: Turn, intent: Intent): Focus {
  const [first = 'status'] = parcelTopics(turn);
  return first === 'status' && intent === 'delivery_time_estimate' ? 'eta' : first;
}

const isTitle = (titles: Text, text: string): boolean =>
  Object.values(titles).some((title) => title.toLowerCase() === text.trim().toLowerCase());
