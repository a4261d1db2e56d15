import type { Text } from '../../core/types.ts';

/** The questions of the intake and what is said between them. */
export const texts = {
  askStory: {
    'zh-Hans': '请说说发生了什么，分几条发也行。\n运单号、照片也可以一起发。',
    'zh-Hant': '請說說發生了什麼，分幾則傳也行。\n運單號、照片也可以一起傳。',
    en: 'Please tell me what happened, in as many messages as you like.\nA tracking number or photos are welcome too.',
  },
  askClaimStory: {
    'zh-Hans':
      '理赔我现在就帮您登记：先核实，再一项一项算给您看；不认可可以让人复核。\n请说说东西怎么了（丢了、坏了、少了还是晚了），运单号、照片也可以一起发。',
    'zh-Hant':
      '理賠我現在就幫您登記：先核實，再一項一項算給您看；不認同可以請專人重看。\n請說說東西怎麼了（不見了、壞了、少了還是晚了），運單號、照片也可以一起傳。',
    en: 'I can register your claim right now: we check it, show you every line of the sum, and a person looks again if you disagree.\nWhat happened to the goods (lost, damaged, something missing, late)? A tracking number or photos are welcome too.',
  },
  askSuggestion: {
    'zh-Hans': '谢谢您愿意告诉我们。您觉得哪里可以做得更好？',
    'zh-Hant': '謝謝您願意告訴我們。您覺得哪裡可以做得更好？',
    en: 'Thank you for taking the time. What could we do better?',
  },
  askPraise: {
    'zh-Hans': '太好了！您想表扬谁，做了什么让您满意？',
    'zh-Hant': '太好了！您想稱讚誰，做了什麼讓您滿意？',
    en: 'How nice! Whom would you like to praise, and what did they do?',
  },
  askDeed: {
    'zh-Hans': '太好了！{praised}做了什么让您满意？说一句就行。',
    'zh-Hant': '太好了！{praised}做了什麼讓您滿意？說一句就行。',
    en: 'How nice! What did {praised} do well? A sentence will do.',
  },
  askMore: {
    'zh-Hans': '记下了。还有要补充的吗？说完了点“提交”。',
    'zh-Hant': '記下了。還有要補充的嗎？說完了點「提交」。',
    en: 'Noted. Anything to add? Tap "Submit" when that is all.',
  },
  noted: { 'zh-Hans': '记下了。', 'zh-Hant': '記下了。', en: 'Noted.' },
  notedToo: { 'zh-Hans': '好，这个也记上了。', 'zh-Hant': '好，這個也記上了。', en: 'That is noted as well.' },
  notedAll: { 'zh-Hans': '您说的我都记着呢。', 'zh-Hant': '您說的我都記著。', en: 'I keep all of it.' },
  goesOn: { 'zh-Hans': '说完了点“提交”。', 'zh-Hant': '說完了點「提交」。', en: 'Tap "Submit" when that is all.' },
  without: { 'zh-Hans': '好，不问这个了。', 'zh-Hant': '好，這個就不問了。', en: 'That is fine, we go on without it.' },
  yourRight: {
    'zh-Hans': '这是您的权利，我不拦着。您说的都写进单里，加急交给专人。',
    'zh-Hant': '這是您的權利，我不會攔著。您說的都寫進單裡，加急交給專人。',
    en: 'That is your right. All you say goes into the ticket, and a person gets it as urgent.',
  },
  goOn: { 'zh-Hans': '好，请说。', 'zh-Hant': '好，請說。', en: 'Please go on.' },
  submit: { 'zh-Hans': '提交', 'zh-Hant': '提交', en: 'Submit' },
  tooMuch: {
    'zh-Hans': '您说得很详细，我保留了前 {limit} 个字。后面的请写成 PDF 或拍照发来，一个字都不会丢。',
    'zh-Hant': '您說得很詳細，我保留了前 {limit} 個字。後面的請存成 PDF 或拍照傳來，就不會漏掉。',
    en: 'That is very detailed: I kept the first {limit} characters. Please send the rest as a PDF or photo, so that nothing is lost.',
  },
  gotFiles: { 'zh-Hans': '收到 {count} 个文件。', 'zh-Hant': '收到 {count} 個檔案。', en: 'Files received: {count}.' },
  gotNumber: {
    'zh-Hans': '单号收到。这件包裹怎么了？',
    'zh-Hant': '單號收到。這件包裹怎麼了？',
    en: 'Got the number. What happened with this parcel?',
  },
  tellToo: {
    'zh-Hans': '也请用文字说说发生了什么。',
    'zh-Hant': '也請用文字說說發生了什麼。',
    en: 'Please also tell me in words what happened.',
  },
  askParcel: {
    'zh-Hans': '是哪件包裹？请发运单号；手边没有就点“没有单号”。',
    'zh-Hant': '是哪件包裹？請傳運單號；手邊沒有就點「沒有單號」。',
    en: 'Which parcel is it? Please send its tracking number, or tap "No number".',
  },
  whichParcel: {
    'zh-Hans': '是哪件包裹？点一下就行，也可以发别的运单号。',
    'zh-Hant': '是哪件包裹？點一下就行，也可以傳別的運單號。',
    en: 'Which parcel is it? Tap one, or send another tracking number.',
  },
  noNumber: { 'zh-Hans': '没有单号', 'zh-Hant': '沒有單號', en: 'No number' },
  notAParcel: { 'zh-Hans': '跟包裹无关', 'zh-Hant': '跟包裹無關', en: 'Not about a parcel' },
  withoutParcel: {
    'zh-Hans': '没关系，没有单号也能登记。',
    'zh-Hant': '沒關係，沒有單號也能登記。',
    en: 'That is fine, I can register it without one.',
  },
  parcelUnknown: {
    'zh-Hans': '我没查到 {number}，先照您说的记着；号码不对的话，把对的发给我就行。',
    'zh-Hant': '我查不到 {number}，先照您說的記著；號碼不對的話，把對的傳給我就行。',
    en: 'I find nothing for {number}; I noted it as you gave it. If it is wrong, just send the right one.',
  },
  mistyped: {
    'zh-Hans': '{number} 好像输错了一位，是下面这个吗？不是的话再发一次就行。',
    'zh-Hant': '{number} 好像打錯了一碼，是下面這個嗎？不是的話再傳一次就行。',
    en: '{number} looks mistyped by one character. Is it this one? If not, just send it again.',
  },
  askProof: {
    'zh-Hans': '{about}核对一下身份：请发这件包裹收件人或寄件人手机号的后四位。\n不方便就点“跳过”，照样登记。',
    'zh-Hant': '{about}核對一下身分：請傳這件包裹收件人或寄件人手機號碼的末四碼。\n不方便就點「跳過」，一樣會登記。',
    en: '{about}One check: please send the last four digits of the recipient\'s or sender\'s phone.\nOr tap "Skip"; I register it all the same.',
  },
  about: { 'zh-Hans': '关于 {number}，', 'zh-Hant': '關於 {number}，', en: 'About {number}. ' },
  phoneNotTheirs: {
    'zh-Hans': '和包裹上留的号码对不上，没关系，照样登记；联系您就打{phone}。',
    'zh-Hant': '和包裹上留的號碼對不上，沒關係，一樣登記；聯絡您就撥{phone}。',
    en: 'That is not the number on the parcel; never mind, I register it all the same and we call {phone}.',
  },
  others: {
    'zh-Hans': '先从 {number} 说起，{others} 也写进这张单。',
    'zh-Hant': '先從 {number} 開始，{others} 也寫進這張單。',
    en: 'I begin with {number}; {others} goes into the same ticket.',
  },
  digitsAgain: {
    'zh-Hans': '没核对上。可以再发一次后四位，也可以点“跳过”，照样登记。',
    'zh-Hant': '沒有核對成功。可以再傳一次末四碼，也可以點「跳過」，一樣會登記。',
    en: 'That does not match. Send the four digits again, or tap "Skip"; I register it all the same.',
  },
  digitsRefused: {
    'zh-Hans': '还是没核对上。没关系，照样给您登记。',
    'zh-Hant': '還是沒有核對成功。沒關係，一樣為您登記。',
    en: 'That still does not match. Never mind, I register it all the same.',
  },
  digitsWaiting: {
    'zh-Hans': '试的次数多了，为保护隐私先不核对。没关系，照样给您登记。',
    'zh-Hant': '試的次數有點多，為保護隱私先不核對。沒關係，一樣為您登記。',
    en: 'There were too many tries, so to protect privacy I did not check that. Never mind, I register it all the same.',
  },
  skip: { 'zh-Hans': '跳过', 'zh-Hant': '跳過', en: 'Skip' },
  callCancelled: {
    'zh-Hans': '回电 {callback} 取消了，其他照旧。',
    'zh-Hant': '回電 {callback} 已取消，其他照舊。',
    en: 'Call-back {callback} is cancelled; everything else stays.',
  },
  askRemedy: {
    'zh-Hans': '您希望我们怎么处理？点一个，或用自己的话说。',
    'zh-Hant': '您希望我們怎麼處理？點一個，或用自己的話說。',
    en: 'What would put it right for you? Tap one, or say it in your own words.',
  },
  photosWelcome: { 'zh-Hans': '有照片现在就可以发。', 'zh-Hant': '有照片現在就可以傳。', en: 'If you have photos, send them now.' },
  phoneKnown: {
    'zh-Hans': '要联系您时，我们打{phone}；换号码直接发给我。',
    'zh-Hant': '要聯絡您時，我們撥{phone}；換號碼直接傳給我。',
    en: 'If we need to call, we use {phone}; send another number to change it.',
  },
  phoneNoted: { 'zh-Hans': '好，联系您就打{phone}。', 'zh-Hant': '好，聯絡您就撥{phone}。', en: 'Noted: we call {phone}.' },
  phoneEnding: { 'zh-Hans': '尾号 {tail} 的手机', 'zh-Hant': '末四碼 {tail} 的手機', en: 'the phone ending in {tail}' },
  notSure: { 'zh-Hans': '还没想好', 'zh-Hant': '還沒想好', en: 'Not sure yet' },
  askPhone: {
    'zh-Hans': '最后一个问题：方便留个电话吗？需要时同事打给您。\n不留也行，点“跳过”，我们就在这个对话里回复您。',
    'zh-Hant': '最後一個問題：方便留個電話嗎？需要時同事打給您。\n不留也可以，點「跳過」，我們就在這個對話裡回覆您。',
    en: 'Last question: may we have a phone number, in case a colleague needs to call?\nOr tap "Skip", and we answer you right here.',
  },
  askPhoneNow: {
    'zh-Hans': '请留一个现在能打通的电话，我登记专人回电。\n不方便就点“跳过”，我们在这个对话里回复您。',
    'zh-Hant': '請留一個現在打得通的電話，我登記專人回電。\n不方便就點「跳過」，我們在這個對話裡回覆您。',
    en: 'Which number reaches you right now? I register a call-back.\nOr tap "Skip", and we answer you right here.',
  },
  sendPhone: {
    'zh-Hans': '好，请直接发号码。不留就点“跳过”。',
    'zh-Hant': '好，請直接傳號碼。不留就點「跳過」。',
    en: 'Great, just send the number here; or tap "Skip".',
  },
  claimDropped: {
    'zh-Hans': '好，不要赔偿了，其他的照样登记。',
    'zh-Hant': '好，不要賠償了，其他的照樣登記。',
    en: 'All right, no claim; the rest is registered all the same.',
  },
  slipPhone: {
    'zh-Hans': '您前面发的号码（尾号 {tail}）位数不对，方便再发一次吗？需要时同事打给您。\n不留也行，点“跳过”，我们就在这个对话里回复您。',
    'zh-Hant':
      '您前面傳的號碼（末四碼 {tail}）位數不對，方便再傳一次嗎？需要時專人會撥給您。\n不留也可以，點「跳過」，我們就在這個對話裡回覆您。',
    en: 'The number you sent earlier (ending in {tail}) has a digit too few or too many: may we have it again, in case a colleague needs to call?\nOr tap "Skip", and we answer you right here.',
  },
  phonesNoted: {
    'zh-Hans': '几个号码都记下了，先打 {phone}。',
    'zh-Hant': '幾個號碼都記下了，先撥 {phone}。',
    en: 'I noted all of these numbers; we try {phone} first.',
  },
  badPhone: {
    'zh-Hans': '这个号码看起来不完整。大陆手机请发 11 位，其他地区请带区号；也可以点“跳过”。',
    'zh-Hant': '這個號碼看起來不完整。台灣手機請傳 09 開頭共 10 碼，其他地區請加國碼；也可以點「跳過」。',
    en: 'That number looks incomplete. Please add the country code, for example +852 9123 4567, or tap "Skip".',
  },
  droppedKindly: {
    'zh-Hans': '好的，想说的时候随时告诉我。',
    'zh-Hant': '好的，想說的時候隨時告訴我。',
    en: 'All right, tell me whenever you like.',
  },
  dropped: {
    'zh-Hans': '好的，不登记了。想起来随时说“投诉”。',
    'zh-Hant': '好的，不登記了。之後想說，隨時傳「客訴」就行。',
    en: 'All right, nothing was registered. Say "complaint" whenever you like.',
  },
} as const satisfies Record<string, Text>;
