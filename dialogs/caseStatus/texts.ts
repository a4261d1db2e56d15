import type { Text } from '../../core/types.ts';

/** What is said about a running ticket. */
export const texts = {
  stillOpen: {
    'zh-Hans': '您 {day}的投诉（{reference}）还在处理。',
    'zh-Hant': '您 {day}的客訴（{reference}）還在處理。',
    en: 'Your complaint of {day} ({reference}) is being handled.',
  },
  belongsTo: {
    'zh-Hans': '这句要加进 {reference} 吗？点“加进去”，处理的同事就看得到；别的事点下面：',
    'zh-Hant': '這句要加進 {reference} 嗎？點「加進去」，處理的同事就看得到；別的事點下方：',
    en: 'Does that belong to {reference}? Tap "Add it" and the colleague sees it, or pick one below:',
  },
  addIt: { 'zh-Hans': '加进去', 'zh-Hant': '加進去', en: 'Add it' },
  additionOf: { 'zh-Hans': '补充 {reference}：{words}', 'zh-Hant': '補充 {reference}：{words}', en: 'Add this to {reference}: {words}' },
  none: {
    'zh-Hans': '这个对话里没有您的投诉记录。有编号（像 {example}）就发给我；想登记点“投诉”。',
    'zh-Hant': '這個對話裡沒有您的客訴紀錄。有編號（像 {example}）就傳給我；想登記點「客訴」。',
    en: 'I see no complaint of yours in this chat. Send me its reference (like {example}) if you have one, or tap "Make a complaint".',
  },
  which: {
    'zh-Hans': '您有这几张单，点一个看详情：',
    'zh-Hant': '您有這幾張單，點一個看詳情：',
    en: 'These are yours. Tap one for details:',
  },
  line: {
    'zh-Hans': '• {reference}：{status}{parcel}',
    'zh-Hant': '• {reference}：{status}{parcel}',
    en: '• {reference}: {status}{parcel}',
  },
  parcel: { 'zh-Hans': '（包裹 {number}）', 'zh-Hant': '（包裹 {number}）', en: ' (parcel {number})' },
  unknown: {
    'zh-Hans': '在这个对话里没查到 {reference}。请核对编号；是您登记的话，发当时留的手机号后四位，我来核对。',
    'zh-Hant': '在這個對話裡查不到 {reference}。請核對編號；是您登記的話，請傳當時留的手機末四碼，我來核對。',
    en: 'I do not find {reference} in this chat. Please check it; if it is yours, send the last four digits of the phone you gave with it.',
  },
  refused: {
    'zh-Hans': '没有核对上。请确认编号和后四位，再发一次；也可以点“找人工”。',
    'zh-Hant': '沒有核對成功。請確認編號和末四碼，再傳一次；也可以點「找真人客服」。',
    en: 'That does not match. Please check both and send the four digits again, or talk to a person.',
  },
  refusedFor: {
    'zh-Hans': '没有核对上。为保护隐私，{wait}后才能再试；不想等就点“找人工”，我登记请同事给您回电。',
    'zh-Hant': '沒有核對成功。為保護隱私，{wait}後才能再試；不想等的話點「找真人客服」，我登記請專人回電。',
    en: 'That does not match. To protect privacy, the next try is possible in {wait}; if you would rather not wait, tap "Talk to a person" and I take a call-back request.',
  },
  waiting: {
    'zh-Hans': '试的次数多了，为保护隐私先停一停，这次的没有核对。{wait}后请再发一次；不想等就点“找人工”，我登记请同事给您回电。',
    'zh-Hant': '試的次數有點多，為保護隱私先暫停，這次沒有核對。請 {wait}後再傳一次；不想等的話點「找真人客服」，我登記請專人回電。',
    en: 'There were too many tries, so to protect privacy I did not check this one. Please send it again in {wait}, or tap "Talk to a person" and I take a call-back request.',
  },
  head: { 'zh-Hans': '{reference}{parcel}', 'zh-Hant': '{reference}{parcel}', en: '{reference}{parcel}' },
  clock: {
    'zh-Hans': '{due} 前给您结果，还剩 {left}。',
    'zh-Hant': '{due} 前給您結果，還剩 {left}。',
    en: 'You have the result by {due}: {left} to go.',
  },
  callCancelled: {
    'zh-Hans': '回电 {callback} 取消了，不会再打。',
    'zh-Hant': '回電 {callback} 已取消，不會再打。',
    en: 'Call-back {callback} is cancelled; nobody will ring.',
  },
  clockFirst: {
    'zh-Hans': '{first} 前先给您回音，{due} 前给您结果，还剩 {left}。',
    'zh-Hant': '{first} 前先回覆您，{due} 前給您結果，還剩 {left}。',
    en: 'You hear from us by {first}, and have the result by {due}: {left} to go.',
  },
  overdue: {
    'zh-Hans': '说好 {due} 前给结果，已经超时，对不起。',
    'zh-Hant': '說好 {due} 前給結果，已經逾時，很抱歉。',
    en: 'We promised the result by {due} and are late; I am sorry.',
  },
  parcelLabel: { 'zh-Hans': '包裹', 'zh-Hant': '包裹', en: 'Parcel' },
  openedLabel: { 'zh-Hans': '登记时间', 'zh-Hant': '登記時間', en: 'Registered' },
  updatedLabel: { 'zh-Hans': '最近更新', 'zh-Hant': '最近更新', en: 'Last update' },
  thanked: { 'zh-Hans': '已转达', 'zh-Hant': '已轉達', en: 'Passed on' },
  updated: { 'zh-Hans': '最近更新：{at}', 'zh-Hant': '最近更新：{at}', en: 'Last update: {at}' },
  claimAssessing: { 'zh-Hans': '理赔正在核定。', 'zh-Hant': '理賠正在核定。', en: 'Your claim is being decided.' },
  claimAccepted: {
    'zh-Hans': '理赔 {amount} 您已接受，等待付款。',
    'zh-Hant': '理賠 {amount} 您已接受，等待付款。',
    en: 'You accepted {amount}; payment is next.',
  },
  claimPaid: {
    'zh-Hans': '理赔款 {amount} 已在{day}付出。',
    'zh-Hant': '理賠款 {amount} 已在{day}付出。',
    en: '{amount} was paid on {day}.',
  },
  accept: { 'zh-Hans': '接受', 'zh-Hant': '接受', en: 'Accept' },
  refuse: { 'zh-Hans': '不接受', 'zh-Hant': '不接受', en: 'Decline' },
  satisfied: { 'zh-Hans': '满意，解决了', 'zh-Hant': '滿意，解決了', en: 'Solved, thank you' },
  unsolved: { 'zh-Hans': '还没解决', 'zh-Hant': '還沒解決', en: 'Not solved' },
  add: { 'zh-Hans': '补充', 'zh-Hant': '補充', en: 'Add something' },
  withdraw: { 'zh-Hans': '撤回', 'zh-Hant': '撤回', en: 'Withdraw it' },
  reopen: { 'zh-Hans': '重新打开', 'zh-Hant': '重新開啟', en: 'Reopen it' },
  accepted: {
    'zh-Hans': '好的，您接受了，{reference} 就按这个办。办好了在这里告诉您。',
    'zh-Hant': '好的，您接受了，{reference} 就照這樣辦。辦好了在這裡告訴您。',
    en: 'Thank you, {reference} is settled that way. I will tell you here when it is done.',
  },
  acceptedBefore: {
    'zh-Hans': '这个方案您已经接受过了，不用再点一次。',
    'zh-Hant': '這個方案您已經接受過了，不用再點一次。',
    en: 'You have accepted this already; once is enough.',
  },
  acceptedAfterAll: {
    'zh-Hans': '好的，记进 {reference} 了：您还是接受。单上仍是“已接受”，不用再点；办好了在这里告诉您。',
    'zh-Hant': '好的，記進 {reference} 了：您還是接受。單上仍是「已接受」，不用再點；辦好了在這裡告訴您。',
    en: 'Noted in {reference}: you accept after all. It still stands as accepted, and I tell you here when it is done.',
  },
  takenBack: {
    'zh-Hans': '明白，您要收回接受，原话记进 {reference} 了。这一步要由同事来改，改好之前单上仍是“已接受”。',
    'zh-Hant': '明白，您要收回接受，原話記進 {reference} 了。這一步要由專人來改，改好之前單上仍是「已接受」。',
    en: 'Understood: you take your acceptance back, and your words are noted in {reference}. Only a colleague can undo it; until then it still stands as accepted.',
  },
  paidAlready: {
    'zh-Hans': '{reference} 的款已经付出，接受没法再收回。您的话我记进去了，处理的同事看得到。',
    'zh-Hant': '{reference} 的款項已經付出，接受無法再收回。您的話我記進去了，處理的專人看得到。',
    en: 'The money for {reference} has been paid, so the acceptance cannot be undone. Your words are noted where my colleague sees them.',
  },
  takenBackCall: {
    'zh-Hans': '回电也登记了（{callback}），同事会打尾号 {phone} 的电话跟您确认。',
    'zh-Hant': '回電也登記了（{callback}），專人會撥末四碼 {phone} 的電話與您確認。',
    en: 'A call-back is booked too ({callback}): a colleague rings the phone ending in {phone} to settle it with you.',
  },
  takenBackAsk: {
    'zh-Hans': '想尽快说定，点“找人工”留个电话，我登记请同事给您回电。',
    'zh-Hant': '想盡快說定，點「找真人客服」留個電話，我登記請專人回電。',
    en: 'To settle it soon, tap "Talk to a person" and leave a number: I book a call-back.',
  },
  offerGone: {
    'zh-Hans': '这个方案您之前没有接受，已经作废，现在没法再接受。您愿意接受的话我记进 {reference} 了；同事重新看过，新方案发在这里。',
    'zh-Hant': '這個方案您之前沒有接受，已經作廢，現在無法再接受。您願意接受的話我記進 {reference} 了；專人重新看過，新方案會傳在這裡。',
    en: 'You declined that offer, so it is off the table and cannot be accepted now. I noted in {reference} that you would accept; a colleague looks again and any new offer comes here.',
  },
  refusedOffer: {
    'zh-Hans': '明白，这个方案作废，由同事重新看。\n哪里不合适？说一句就行，我记进 {reference}；不想说点“跳过”。',
    'zh-Hant': '明白，這個方案作廢，由專人重新看。\n哪裡不合適？說一句就行，我記進 {reference}；不想說點「跳過」。',
    en: 'Understood: that offer is off the table, and a colleague looks again.\nWhat is wrong with it? A sentence will do, I note it in {reference}; or tap "Skip".',
  },
  skip: { 'zh-Hans': '跳过', 'zh-Hant': '跳過', en: 'Skip' },
  thanksForWhy: {
    'zh-Hans': '记进 {reference} 了，同事会照着看。',
    'zh-Hant': '記進 {reference} 了，專人會照著看。',
    en: 'Noted in {reference} for the colleague who looks again.',
  },
  fine: { 'zh-Hans': '好的，有进展会发在这里。', 'zh-Hant': '好的，有進展會傳在這裡。', en: 'All right, any news will come here.' },
  askAddition: {
    'zh-Hans': '请说，或直接发照片，我加进 {reference}。',
    'zh-Hant': '請說，或直接傳照片，我加進 {reference}。',
    en: 'Please tell me, or send photos; I add it to {reference}.',
  },
  added: {
    'zh-Hans': '加进 {reference} 了，处理的同事看得到。',
    'zh-Hant': '加進 {reference} 了，處理的同事看得到。',
    en: 'Added to {reference}, where the colleague sees it.',
  },
  urged: {
    'zh-Hans': '记进 {reference} 了，处理的同事看得到。最晚 {due} 前给您结果，就发在这里。',
    'zh-Hant': '記進 {reference} 了，處理的同事看得到。最晚 {due} 前給您結果，就傳在這裡。',
    en: 'Noted in {reference}, where the colleague sees it. You have the result here by {due}.',
  },
  noteOf: { 'zh-Hans': '，记的是：“{words}”', 'zh-Hant': '，記的是：「{words}」', en: ', with your words: “{words}”' },
  noteOfPhone: { 'zh-Hans': '，联系 {phone}', 'zh-Hant': '，聯絡 {phone}', en: ', to reach you: {phone}' },
  askInCase: {
    'zh-Hans': '这个我答不上来。要写进 {reference}，请处理的同事答复吗？',
    'zh-Hant': '這個我答不上來。要寫進 {reference}，請處理的專人回覆嗎？',
    en: 'I cannot answer that myself. Shall I put it into {reference} for the colleague who handles it?',
  },
  conditionNoted: {
    'zh-Hans':
      '您提的条件我原话记进 {reference} 了，处理的同事看得到。这个方案的数我这里改不了：接受就按它办；不接受，由同事连同您的条件重新看。',
    'zh-Hant':
      '您提的條件我原話記進 {reference} 了，處理的專人看得到。這個方案的金額我這裡改不了：接受就照它辦；不接受，由專人連同您的條件重新看。',
    en: 'I noted that in {reference} in your own words, where my colleague sees it. I cannot change the offer myself: accept it as it is, or decline and a colleague looks again with what you said.',
  },
  noHurry: {
    'zh-Hans': '不急，这个方案先给您留着。想好了告诉我接受还是不接受就行。',
    'zh-Hant': '不急，這個方案先為您留著。想好了告訴我接受還是不接受就好。',
    en: 'There is no hurry; the offer stays open. Just tell me accept or decline when you have decided.',
  },
  yoursToDecide: {
    'zh-Hans': '接不接受由您决定。觉得少了、不合适，就点“不接受”，说说原因，同事会重新看。',
    'zh-Hant': '接不接受由您決定。覺得太少、不合適，就點「不接受」，說說原因，專人會重新看。',
    en: 'It is for you to decide. If it is too little or not right, tap "Decline" and say why: a colleague looks at it again.',
  },
  nothingOffered: {
    'zh-Hans': '{reference} 还没有处理方案，您现在不用决定。您的意思我记进去了；方案出来先发给您看，不合适可以不接受。',
    'zh-Hant': '{reference} 還沒有處理方案，您現在不用決定。您的意思我記進去了；方案出來先傳給您看，不合適可以不接受。',
    en: 'There is no offer for {reference} yet, so nothing to decide. I noted what you say; you see any offer first, and may decline it.',
  },
  answered: {
    'zh-Hans': '收到，{reference} 继续办，计时也接着走。',
    'zh-Hant': '收到，{reference} 繼續辦，計時也接著走。',
    en: 'Thank you; {reference} goes on and its clock runs again.',
  },
  askWithdraw: {
    'zh-Hans': '要撤回 {reference} 吗？撤回后我们就不再跟进；30 天内想继续，随时可以重新打开。',
    'zh-Hant': '要撤回 {reference} 嗎？撤回後我們就不再跟進；30 天內想繼續，隨時可以重新開啟。',
    en: 'Shall I withdraw {reference}? We then stop working on it; you can reopen it within 30 days.',
  },
  yesWithdraw: { 'zh-Hans': '确认撤回', 'zh-Hant': '確認撤回', en: 'Yes, withdraw it' },
  keep: { 'zh-Hans': '不撤了', 'zh-Hant': '不撤了', en: 'Keep it' },
  withdrawn: {
    'zh-Hans': '已撤回 {reference}。30 天内想继续，说“重新打开 {reference}”就行。',
    'zh-Hant': '已撤回 {reference}。30 天內想繼續，說「重新開啟 {reference}」就行。',
    en: '{reference} is withdrawn. To go on within 30 days, say "reopen {reference}".',
  },
  kept: { 'zh-Hans': '好的，{reference} 继续办。', 'zh-Hant': '好的，{reference} 繼續辦。', en: 'All right, {reference} goes on.' },
  reopened: {
    'zh-Hans': '已重新打开 {reference}，{due} 前给您结果。\n哪里没解决？说一句，我一起记上；不想说点“跳过”。',
    'zh-Hant': '已重新開啟 {reference}，{due} 前給您結果。\n哪裡沒解決？說一句，我一起記上；不想說點「跳過」。',
    en: '{reference} is open again; you have the result by {due}.\nWhat is still wrong? A sentence will do; or tap "Skip".',
  },
  tooLate: {
    'zh-Hans': '{reference} 结束已超过 30 天，不能再打开了。点“投诉”重新登记一张，我会尽快帮您办。',
    'zh-Hant': '{reference} 結束已超過 30 天，無法再開啟。點「客訴」重新登記一張，我會盡快幫您辦。',
    en: '{reference} ended more than 30 days ago and cannot be opened again. Tap "Make a complaint" and I take it in anew.',
  },
  satisfiedThanks: {
    'zh-Hans': '太好了，谢谢您告诉我们。{reference} 就到这里；30 天内有问题随时可以重新打开。',
    'zh-Hant': '太好了，謝謝您告訴我們。{reference} 就到這裡；30 天內有問題隨時可以重新開啟。',
    en: 'Good to hear, thank you. {reference} is closed; you can reopen it within 30 days.',
  },
  cannotNow: {
    'zh-Hans': '这一步现在办不了，{reference} 目前是这样：',
    'zh-Hant': '這一步現在辦不了，{reference} 目前是這樣：',
    en: 'That is not possible just now. This is where {reference} stands:',
  },
  onlyLook: {
    'zh-Hans': '核对后四位只能看进度和补充。接受、撤回这类决定，请在当初登记的对话里做，或点“找人工”。',
    'zh-Hant': '核對末四碼只能看進度和補充。接受、撤回這類決定，請在當初登記的對話裡做，或點「找真人客服」。',
    en: 'The four digits let you see how it stands and add to it. To accept or withdraw, please use the chat it was registered in, or talk to a person.',
  },
  thanksTicket: {
    'zh-Hans': '谢谢，您的话已转给同事；有回复会发在这里。',
    'zh-Hant': '謝謝，您的話已轉給同事；有回覆會傳在這裡。',
    en: 'Thank you, it is with our colleagues; any answer will come here.',
  },
} as const satisfies Record<string, Text>;
