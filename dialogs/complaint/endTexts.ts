import type { Text } from '../../core/types.ts';

/** What is said when the ticket is there: reference, what happens next, by when, and how to go on. */
export const endTexts = {
  registered: {
    'zh-Hans': '已登记，编号 {reference}{parcel}。',
    'zh-Hant': '已登記，編號 {reference}{parcel}。',
    en: 'Registered: your reference is {reference}{parcel}.',
  },
  registeredUrgent: {
    'zh-Hans': '已登记，编号 {reference}{parcel}，加急交给专人了。',
    'zh-Hant': '已登記，編號 {reference}{parcel}，已加急交給專人。',
    en: 'Registered as urgent and passed to a person: {reference}{parcel}.',
  },
  parcel: { 'zh-Hans': '（包裹 {number}）', 'zh-Hant': '（包裹 {number}）', en: ' (parcel {number})' },
  byThen: {
    'zh-Hans': '我们会在 {due} 前给您处理结果，就发在这个对话里。',
    'zh-Hant': '我們會在 {due} 前給您處理結果，就傳在這個對話裡。',
    en: 'You will have the result by {due}, right here in this chat.',
  },
  firstAndBy: {
    'zh-Hans': '{first} 前先给您回音，{due} 前给处理结果，都发在这个对话里。',
    'zh-Hant': '{first} 前先回覆您，{due} 前給處理結果，都傳在這個對話裡。',
    en: 'You hear from us by {first} and have the result by {due}, both right here in this chat.',
  },
  callWaits: {
    'zh-Hans': '电话是另外的：回电 {callback} 已登记，同事会打 {phone}，几点打到我说不准。',
    'zh-Hant': '電話另外處理：回電 {callback} 已登記，專人會撥 {phone}，確切幾點我無法保證。',
    en: 'The phone call is separate: call-back {callback} is registered and goes to {phone}; I cannot name the minute.',
  },
  soonAndBy: {
    'zh-Hans': '{wait}内先给您回音，{due} 前给处理结果，都发在这个对话里。',
    'zh-Hant': '{wait}內先回覆您，{due} 前給處理結果，都傳在這個對話裡。',
    en: 'You hear from us within {wait} and have the result by {due}, right here in this chat.',
  },
  askedOn: {
    'zh-Hans': '这个我现在答不了，已经写进 {reference} 问同事，最晚 {due} 在这里答复您。',
    'zh-Hant': '這個我現在答不了，已寫進 {reference} 請專人回答，最晚 {due} 在這裡回覆您。',
    en: 'I cannot answer that myself; it now stands in {reference} for my colleague, who answers here by {due}.',
  },
  phoneAdded: {
    'zh-Hans': '好，联系您就打 {phone}，写进 {reference} 了。',
    'zh-Hant': '好，聯絡您就撥 {phone}，已寫進 {reference}。',
    en: 'Right, we reach you on {phone}; it stands in {reference}.',
  },
  callMoved: {
    'zh-Hans': '好，回电 {reference} 改打 {phone}。',
    'zh-Hant': '好，回電 {reference} 改撥 {phone}。',
    en: 'Right, call-back {reference} now goes to {phone}.',
  },
  overdue: {
    'zh-Hans': '说好的时间已经过了，对不起。这次补充也会催到处理的同事。',
    'zh-Hant': '說好的時間已經過了，很抱歉。這次補充也會催到處理的同事。',
    en: 'We are past the time we promised, and I am sorry. What you added counts as a reminder.',
  },
  callback: {
    'zh-Hans': '也登记了回电 {callback}，同事会打{phone}。',
    'zh-Hant': '也登記了回電 {callback}，同事會撥{phone}。',
    en: 'A call-back is booked too ({callback}): a colleague will call {phone}.',
  },
  mayCall: {
    'zh-Hans': '需要联系时，我们打{phone}。',
    'zh-Hant': '需要聯絡時，我們會撥{phone}。',
    en: 'If we need to talk, we call {phone}.',
  },
  next: {
    'zh-Hans': '要补充、发照片或问进度，随时发消息给我。',
    'zh-Hant': '要補充、傳照片或問進度，隨時傳訊息給我。',
    en: 'To add something, send photos or ask how it stands, just write to me.',
  },
  added: {
    'zh-Hans': '这件事您已经有一张单在办：{reference}。刚才说的我都加进去了，不用重新排队。',
    'zh-Hant': '這件事您已經有一張單在處理：{reference}。剛才說的我都加進去了，不用重新排隊。',
    en: 'This is already being handled as {reference}. I added what you told me; you keep your place.',
  },
  suggestion: {
    'zh-Hans': '谢谢您的建议，记下了，编号 {reference}。同事有回复会发在这里。',
    'zh-Hant': '謝謝您的建議，記下了，編號 {reference}。同事有回覆會傳在這裡。',
    en: 'Thank you for the suggestion; it is noted as {reference}. If a colleague answers, you will see it here.',
  },
  praise: {
    'zh-Hans': '谢谢您的表扬，登记好了，编号 {reference}。您的话我们收下了！',
    'zh-Hant': '謝謝您的稱讚，登記好了，編號 {reference}。您的話我們收下了！',
    en: 'Thank you for the kind words; they are on record as {reference}.',
  },
  praiseFor: {
    'zh-Hans': '谢谢您！对{praised}的表扬登记好了，编号 {reference}。',
    'zh-Hant': '謝謝您！對{praised}的稱讚登記好了，編號 {reference}。',
    en: 'Thank you! Your praise for {praised} is on record as {reference}.',
  },
  addedMore: {
    'zh-Hans': '补充好了，已加进 {reference}。',
    'zh-Hant': '補充好了，已加進 {reference}。',
    en: 'Added to {reference}.',
  },
  addedFiles: {
    'zh-Hans': '收到 {count} 个文件，已加进 {reference}。',
    'zh-Hant': '收到 {count} 個檔案，已加進 {reference}。',
    en: 'Files received: {count}. They are added to {reference}.',
  },
  calm: {
    'zh-Hans': '让您这么生气，真的对不起。{reference} 一直在办，最晚 {due} 前给结果；想直接跟人说，点“找人工”登记回电。',
    'zh-Hant': '讓您這麼生氣，真的很抱歉。{reference} 一直在處理，最晚 {due} 前給結果；想直接跟人說，點「找真人客服」登記回電。',
    en: 'I am truly sorry. {reference} is being handled and you have the result by {due}; to speak to somebody, ask for a call-back.',
  },
  ended: {
    'zh-Hans': '好的，有进展会发在这里。',
    'zh-Hant': '好的，有進展會傳在這裡。',
    en: 'All right, any news will come here.',
  },
} as const satisfies Record<string, Text>;
