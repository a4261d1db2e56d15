import { formatInstant } from '../../core/i18n.ts';
import type { Locale, Text } from '../../core/types.ts';
import type { Erasure, KeptRows } from './privacy.ts';

const ROWS: Readonly<Record<string, Text>> = {
  contacts: { 'zh-Hans': '联系方式', 'zh-Hant': '聯絡方式', en: 'contact details' },
  people: { 'zh-Hans': '联系人', 'zh-Hant': '聯絡人', en: 'contact persons' },
  consents: { 'zh-Hans': '同意记录', 'zh-Hant': '同意紀錄', en: 'consents' },
  notes: { 'zh-Hans': '跟进记录', 'zh-Hant': '訪談紀錄', en: 'notes' },
  merges: { 'zh-Hans': '客户合并记录', 'zh-Hant': '客戶合併紀錄', en: 'records of joined accounts' },
  identities: { 'zh-Hans': '渠道身份', 'zh-Hant': '管道身分', en: 'channel identities' },
  messages: { 'zh-Hans': '聊天消息', 'zh-Hant': '聊天訊息', en: 'chat messages' },
  uploads: { 'zh-Hans': '上传的文件', 'zh-Hant': '上傳的檔案', en: 'uploaded files' },
  callbacks: { 'zh-Hans': '回电请求', 'zh-Hant': '回電請求', en: 'call-back requests' },
  outbox: { 'zh-Hans': '待发和已发的通知', 'zh-Hant': '待發與已發的通知', en: 'queued and sent notices' },
  candidates: { 'zh-Hans': '用于学习的语句', 'zh-Hant': '用於學習的語句', en: 'sentences kept to learn from' },
  customers: { 'zh-Hans': '客户档案', 'zh-Hant': '客戶檔案', en: 'customer records' },
  conversations: { 'zh-Hans': '会话', 'zh-Hant': '對話', en: 'conversations' },
  complaints: { 'zh-Hans': '投诉工单', 'zh-Hant': '客訴單', en: 'tickets' },
  complaintEvents: { 'zh-Hans': '工单处理记录', 'zh-Hant': '客訴處理紀錄', en: 'lines of their history' },
  shipments: { 'zh-Hans': '运单', 'zh-Hant': '託運單', en: 'waybills' },
  events: { 'zh-Hans': '物流轨迹', 'zh-Hant': '貨態紀錄', en: 'tracking events' },
  facts: { 'zh-Hans': '统计记录', 'zh-Hant': '統計紀錄', en: 'statistical records' },
};

const LINES = {
  title: { 'zh-Hans': '个人信息删除证明 {reference}', 'zh-Hant': '個人資料刪除證明 {reference}', en: 'Certificate of erasure {reference}' },
  done: {
    'zh-Hans': '我们已于 {at} 处理您的删除请求。',
    'zh-Hant': '我們已於 {at} 處理您的刪除請求。',
    en: 'We carried out the request to erase your data on {at}.',
  },
  deleted: { 'zh-Hans': '已删除：{list}。', 'zh-Hant': '已刪除：{list}。', en: 'Deleted: {list}.' },
  redacted: {
    'zh-Hans': '保留但已去除姓名、电话、地址和原话：{list}。',
    'zh-Hant': '保留但已移除姓名、電話、地址與原話：{list}。',
    en: 'Kept without name, phone, address or words: {list}.',
  },
  nothing: { 'zh-Hans': '没有需要删除的数据。', 'zh-Hant': '沒有需要刪除的資料。', en: 'There was nothing to delete.' },
  waybill_record: {
    'zh-Hans': '依法须保留：{count} 份运单（快递运单至少保存一年），{until} 之前仅作存储，到期自动去除个人信息。',
    'zh-Hant': '依法須保留：{count} 份託運單（快遞託運單至少保存一年），{until} 前僅作保存，屆期自動移除個人資料。',
    en: 'Kept by law: waybills ({count}), as express waybills are kept for at least a year. They are only stored until {until} and then lose your data by themselves.',
  },
  allGone: {
    'zh-Hans': '没有因法律要求而保留的个人信息。',
    'zh-Hant': '沒有因法律要求而保留的個人資料。',
    en: 'Nothing of yours had to be kept by law.',
  },
  after: {
    'zh-Hans': '如有疑问，请告知编号 {reference}。',
    'zh-Hant': '如有疑問，請告知編號 {reference}。',
    en: 'Should you have a question, name the reference {reference}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The certificate as lines for the person, title first. `timeZone`: the company's. */
export function describeErasure(erasure: Erasure, locale: Locale, timeZone: string): readonly string[] {
  const { reference, at, deleted, redacted, kept } = erasure;
  const line = (key: keyof typeof LINES, values: Readonly<Record<string, string>> = {}): string =>
    LINES[key][locale].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const list = (counts: Readonly<Record<string, number>>): string => listRows(counts, locale);
  const hasDeleted = Object.keys(deleted).length > 0;
  const hasRedacted = Object.keys(redacted).length > 0;
  const keptLine = ({ count, reason, until }: KeptRows): string =>
    line(reason, { count: String(count), until: formatInstant(until, locale, timeZone, at) });
  return [
    line('title', { reference }),
    line('done', { at: formatInstant(at, locale, timeZone, at) }),
    ...(hasDeleted ? [line('deleted', { list: list(deleted) })] : []),
    ...(hasRedacted ? [line('redacted', { list: list(redacted) })] : []),
    ...(hasDeleted || hasRedacted ? [] : [line('nothing')]),
    ...(kept.length > 0 ? kept.map(keptLine) : [line('allGone')]),
    line('after', { reference }),
  ];
}

function listRows(counts: Readonly<Record<string, number>>, locale: Locale): string {
  const rows = Object.entries(counts).map(([what, count]) => {
    const name = ROWS[what]?.[locale] ?? what;
    return locale === 'en' ? `${name} (${count})` : `${name} ${count}`;
  });
  return rows.join(locale === 'en' ? ', ' : '、');
}
