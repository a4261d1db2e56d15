import type { Locale } from '../../core/types.ts';

/** Tags Web Chat has words for; Direct Line sends them as the activity's locale. */
export const TAGS: Readonly<Record<Locale, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-US' };
