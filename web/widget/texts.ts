import type { Text } from '../../core/types.ts';

/** What the widget's button and frame are called. */
export const texts = {
  open: { 'zh-Hans': '联系客服', 'zh-Hant': '聯絡客服', en: 'Chat with us' },
  openUnread: { 'zh-Hans': '联系客服，{count} 条未读', 'zh-Hant': '聯絡客服，{count} 則未讀', en: 'Chat with us, {count} unread' },
  close: { 'zh-Hans': '收起客服', 'zh-Hant': '收起客服', en: 'Close the chat' },
  frame: { 'zh-Hans': '在线客服对话', 'zh-Hant': '線上客服對話', en: 'Customer service chat' },
} as const satisfies Record<string, Text>;
