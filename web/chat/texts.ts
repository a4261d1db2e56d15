import type { Text } from '../../core/types.ts';

/** Every sentence of the chat page. `{company}` and other places are filled where the text is shown. */
export const texts = {
  documentTitle: { 'zh-Hans': '{company}在线客服', 'zh-Hant': '{company}線上客服', en: '{company} customer service' },
  assistant: { 'zh-Hans': '在线客服', 'zh-Hant': '線上客服', en: 'Customer service' },
  skipToChat: { 'zh-Hans': '跳到对话', 'zh-Hant': '跳到對話', en: 'Skip to the chat' },
  language: { 'zh-Hans': '语言', 'zh-Hant': '語言', en: 'Language' },
  greeting: {
    'zh-Hans': '您好，这里是{company}客服助手。发运单号给我就能查快递；投诉、理赔在这里就能受理；退货我先登记，请同事给您回电。',
    'zh-Hant': '您好，這裡是{company}客服小幫手。把運單號傳給我就能查包裹；客訴、理賠在這裡就能受理；退貨我先登記，請同事回電給您。',
    en: 'Hello, this is the {company} assistant. Send me a tracking number to check a parcel, or tell me what went wrong and I will open a case; returns I register for a call-back by a colleague.',
  },
  quickTrack: { 'zh-Hans': '查快递', 'zh-Hant': '查包裹', en: 'Track a parcel' },
  quickReturn: { 'zh-Hans': '退货', 'zh-Hant': '退貨', en: 'Return something' },
  quickComplaint: { 'zh-Hans': '投诉', 'zh-Hant': '客訴', en: 'Make a complaint' },
  quickPerson: { 'zh-Hans': '找人工', 'zh-Hant': '找真人客服', en: 'Talk to a person' },
  messageLabel: { 'zh-Hans': '消息', 'zh-Hant': '訊息', en: 'Message' },
  messagePlaceholder: { 'zh-Hans': '发运单号，或说说您的问题', 'zh-Hant': '傳運單號，或說說您的問題', en: 'Tracking number or question' },
  send: { 'zh-Hans': '发送', 'zh-Hant': '傳送', en: 'Send' },
  connecting: { 'zh-Hans': '正在接通…', 'zh-Hant': '正在接通…', en: 'Connecting…' },
  online: { 'zh-Hans': '在线，为您服务', 'zh-Hant': '線上，為您服務', en: 'Online and ready to help' },
  offline: {
    'zh-Hans': '网络断开了。您写的内容不会丢，连上后自动继续。',
    'zh-Hant': '網路斷線了。您寫的內容不會遺失，連上後自動繼續。',
    en: 'You are offline. Nothing you wrote is lost; the chat goes on once you are back.',
  },
  retrying: {
    'zh-Hans': '暂时连不上客服，正在重试…',
    'zh-Hant': '暫時連不上客服，正在重試…',
    en: 'Customer service cannot be reached; trying again…',
  },
  backOnline: { 'zh-Hans': '已重新连上。', 'zh-Hant': '已重新連上。', en: 'Connected again.' },
  newChat: {
    'zh-Hans': '上次的对话已过期，我们开始了新的对话。',
    'zh-Hant': '上次的對話已過期，我們開始了新的對話。',
    en: 'Your last chat has expired, so this is a new one.',
  },
  loadFailed: {
    'zh-Hans': '聊天没能加载，请检查网络后刷新页面。',
    'zh-Hant': '聊天沒能載入，請檢查網路後重新整理頁面。',
    en: 'The chat could not be loaded. Check your connection and reload the page.',
  },
  noScript: {
    'zh-Hans': '在线客服需要 JavaScript，请在浏览器设置中允许后再打开。',
    'zh-Hant': '線上客服需要 JavaScript，請在瀏覽器設定中允許後再開啟。',
    en: 'The chat needs JavaScript: please allow it in your browser and open this page again.',
  },
  startOver: { 'zh-Hans': '重新开始', 'zh-Hant': '重新開始', en: 'Start over' },
  startOverTitle: { 'zh-Hans': '重新开始对话？', 'zh-Hant': '重新開始對話？', en: 'Start a new chat?' },
  startOverAsk: {
    'zh-Hans': '当前对话会从这里清掉。已经登记的投诉和退货不受影响。',
    'zh-Hant': '目前的對話會從這裡清除。已登記的客訴與退貨不受影響。',
    en: 'This conversation is cleared from here. Complaints and returns already made are kept.',
  },
  keep: { 'zh-Hans': '继续当前对话', 'zh-Hant': '繼續目前對話', en: 'Keep this chat' },
  close: { 'zh-Hans': '收起', 'zh-Hant': '收起', en: 'Close' },
  fileTooLarge: {
    'zh-Hans': '“{name}”超过 10 MB，请压缩后再发。',
    'zh-Hant': '「{name}」超過 10 MB，請壓縮後再傳。',
    en: '“{name}” is larger than 10 MB. Please send a smaller one.',
  },
  fileNotTaken: {
    'zh-Hans': '“{name}”没发出去：文件可能损坏了，或者不是图片、PDF。请换一张再发。',
    'zh-Hant': '「{name}」沒有傳出去：檔案可能損壞，或不是圖片、PDF。請換一張再傳。',
    en: '“{name}” was not sent: it may be damaged, or be no picture or PDF. Please try another one.',
  },
  fileNotNow: {
    'zh-Hans': '“{name}”暂时没发出去，请稍后点“重试”。',
    'zh-Hant': '「{name}」暫時沒有傳出去，請稍後點「重試」。',
    en: '“{name}” could not be sent just now. Please press “Retry” in a moment.',
  },
  fileUnsupported: {
    'zh-Hans': '“{name}”发不了，请发图片（JPG、PNG、GIF、WebP）或 PDF。',
    'zh-Hant': '「{name}」無法傳送，請傳圖片（JPG、PNG、GIF、WebP）或 PDF。',
    en: '“{name}” cannot be sent. Please send a picture (JPG, PNG, GIF, WebP) or a PDF.',
  },
  headline: { 'zh-Hans': '包裹到哪了，\n问一句就知道。', 'zh-Hant': '包裹到哪了，\n問一句就知道。', en: 'Where is my parcel?\nJust ask.' },
  lead: {
    'zh-Hans': '查件、退货、投诉，说中文或英文都行。',
    'zh-Hant': '查件、退貨、客訴，說中文或英文都行。',
    en: 'Tracking, returns and complaints, in Chinese or English.',
  },
  trackLabel: { 'zh-Hans': '运单号', 'zh-Hant': '運單號', en: 'Tracking number' },
  trackHint: { 'zh-Hans': '例如 {example}', 'zh-Hant': '例如 {example}', en: 'For example {example}' },
  trackButton: { 'zh-Hans': '查询', 'zh-Hant': '查詢', en: 'Track' },
  trackMissing: { 'zh-Hans': '请先填运单号。', 'zh-Hant': '請先填運單號。', en: 'Please enter a tracking number first.' },
  servicesTitle: { 'zh-Hans': '可以办什么', 'zh-Hant': '可以辦什麼', en: 'What you can do here' },
  serviceTrack: {
    'zh-Hans': '到哪了、哪天到、谁签收，一次看清',
    'zh-Hant': '到哪了、哪天到、誰簽收，一次看清',
    en: 'Where it is, when it arrives, who signed for it',
  },
  serviceReturn: { 'zh-Hans': '登记后由同事回电办理', 'zh-Hant': '登記後由同事回電辦理', en: 'Registered for a call-back by a colleague' },
  serviceComplaint: {
    'zh-Hans': '延误、破损、丢失：当场立案，48 小时内给结果',
    'zh-Hant': '延誤、破損、遺失：當場立案，48 小時內給結果',
    en: 'Late, damaged or lost: a case at once, an answer within 48 hours',
  },
  servicePerson: {
    'zh-Hans': '留个电话，同事带着您说过的情况回电',
    'zh-Hant': '留個電話，同事帶著您說過的情況回電',
    en: 'Leave a number; whoever calls knows what you told us',
  },
  hotline: { 'zh-Hans': '客服热线', 'zh-Hant': '客服專線', en: 'Hotline' },
  demoTitle: { 'zh-Hans': '演示环境，数据均为虚构', 'zh-Hant': '展示環境，資料均為虛構', en: 'Demo: all data is invented' },
  demoTry: { 'zh-Hans': '试试这些单号', 'zh-Hant': '試試這些單號', en: 'Numbers to try' },
  demoCustomer: { 'zh-Hans': '登录身份', 'zh-Hant': '登入身分', en: 'Signed in as' },
  demoGuest: { 'zh-Hans': '访客（未登录）', 'zh-Hant': '訪客（未登入）', en: 'Visitor, not signed in' },
} as const satisfies Record<string, Text>;
export type TextKey = keyof typeof texts;

/** Quick answers of the opening; pressing one sends its words, which the bot knows as its own menu. */
export const QUICK: readonly TextKey[] = ['quickTrack', 'quickReturn', 'quickComplaint', 'quickPerson'];
