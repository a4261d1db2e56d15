import type { Turn } from './turn.ts';

/** The phone number in this message, E.164 where the country is known; eight bare digits count as Hong Kong's in Traditional Chinese. */
export function phoneIn({ understanding, locale }: Pick<Turn, 'understanding' | 'locale'>): string | undefined {
  const found = understanding.entities.find(({ type }) => type === 'phone')?.value;
  if (found || locale !== 'zh-Hant') return found;
  const local = /(?<![\d-])[5-9]\d{3}[ -]?\d{4}(?![\d-])/.exec(understanding.text.normalize('NFKC'))?.[0];
  return local && `+852${local.replace(/\D/g, '')}`;
}
