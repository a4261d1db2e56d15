import { t } from '../../core/i18n.ts';
import type { Text } from '../../core/types.ts';
import type { ComplaintNoticeKind } from '../../rules/complaints/codes.ts';

interface NoticeText {
  readonly head: Text;
  /** Only where there is an instant. */
  readonly byThen?: Text;
  readonly tail?: Text;
}

const REOPENABLE = t(
  '30 天内还有问题，点一下就能重新打开。',
  '30 天內還有問題，點一下就能重新開啟。',
  'If anything is still wrong within 30 days, one tap opens it again.',
);

/** Each kind of notice: what happened, the colleague's words between, then what the customer may do. */
export const noticeTexts: Readonly<Record<ComplaintNoticeKind, NoticeText>> & { readonly amount: Text } = {
  message: {
    head: t(
      '关于您的 {reference}{parcel}，同事回复：',
      '關於您的 {reference}{parcel}，同事回覆：',
      'About your {reference}{parcel}, a colleague writes:',
    ),
  },
  question: {
    head: t(
      '关于您的 {reference}{parcel}，同事想问一下：',
      '關於您的 {reference}{parcel}，同事想請教：',
      'About your {reference}{parcel}, a colleague asks:',
    ),
    byThen: t(
      '{due} 前回复就行，等您期间不计时。',
      '{due} 前回覆就行，等您的期間不計時。',
      'Any time before {due} is fine; the clock stands still meanwhile.',
    ),
    tail: t('直接回文字或照片，我转给同事。', '直接回文字或照片，我轉給同事。', 'Just answer here in words or photos; I pass it on.'),
  },
  proposed: {
    head: t('{reference}{parcel} 有处理方案了：', '有處理方案了，{reference}{parcel}：', 'There is an offer for {reference}{parcel}:'),
    tail: t(
      '合适请点“接受”；不合适点“不接受”，由同事重新看。',
      '合適請點「接受」；不合適點「不接受」，由專人重新看。',
      'Tap "Accept" if it is fair; if not, "Decline" and a colleague looks again.',
    ),
  },
  fulfilling: {
    head: t(
      '{reference} 正按您接受的方案办理。',
      '{reference} 正依您接受的方案辦理。',
      'We are carrying out what you accepted for {reference}.',
    ),
    tail: t('办好了在这里告诉您。', '辦好了在這裡告訴您。', 'I will tell you here when it is done.'),
  },
  resolved: {
    head: t('{reference}{parcel} 处理好了：', '處理好了，{reference}{parcel}：', '{reference}{parcel} is done:'),
    tail: t('问题解决了吗？', '問題解決了嗎？', 'Does that solve it?'),
  },
  closed: {
    head: t(
      '{reference} 已经结束，谢谢您的耐心。',
      '{reference} 已經結束，謝謝您的耐心。',
      '{reference} is closed. Thank you for your patience.',
    ),
    tail: REOPENABLE,
  },
  closed_no_reply: {
    head: t(
      '一直没等到您的回复，{reference} 先结束了。',
      '一直沒等到您的回覆，{reference} 先結束了。',
      'As we did not hear from you, {reference} is closed for now.',
    ),
    tail: REOPENABLE,
  },
  reminder: {
    head: t(
      '{reference}{parcel} 还在等您的回复：',
      '還在等您的回覆，{reference}{parcel}：',
      '{reference}{parcel} still waits for your answer:',
    ),
    byThen: t(
      '{due} 前没有回复，就先结束，之后还能重新打开。',
      '{due} 前沒有回覆，就先結束，之後還能重新開啟。',
      'Without an answer by {due} it is closed for now; you can reopen it later.',
    ),
    tail: t('直接回文字或照片就行。', '直接回文字或照片就行。', 'Words or photos right here will do.'),
  },
  late: {
    head: t(
      '对不起，{reference}{parcel} 没能在答应您的时间前办完。',
      '很抱歉，沒能在答應您的時間前辦完 {reference}{parcel}。',
      'I am sorry: {reference}{parcel} was not finished by the time we promised.',
    ),
    byThen: t(
      '已经加急，最晚 {due} 前给您结果。',
      '已經加急，最晚 {due} 前給您結果。',
      'It is urgent now, and you have the result by {due} at the latest.',
    ),
    tail: t(
      '不想等也可以点“找人工”，登记专人回电。',
      '不想等也可以點「找真人客服」，登記專人回電。',
      'If you would rather not wait, talk to a person and I book a call-back.',
    ),
  },
  merged: {
    head: t(
      '{reference} 和 {words} 是同一件事，合在一起办了，之前说的都在。',
      '{reference} 和 {words} 是同一件事，合在一起辦了，之前說的都在。',
      '{reference} is the same matter as {words}: the two are handled together, and nothing you said is lost.',
    ),
    tail: t('问进度说 {words} 就行。', '問進度說 {words} 就行。', 'To ask how it stands, use {words}.'),
  },
  amount: t('金额：{amount}', '金額：{amount}', 'Amount: {amount}'),
};
