import type { Text } from '../../core/types.ts';
import type { LossKind } from '../../rules/claims/types.ts';

/** What is said about money. */
export const claimTexts = {
  askValue: {
    'zh-Hans': '里面的东西一共值多少钱？\n有订单截图、发票或照片，一起发来最好；说不清就点“不清楚”。',
    'zh-Hant': '裡面的東西一共值多少錢？\n有訂單截圖、發票或照片，一起傳來最好；說不準就點「不清楚」。',
    en: 'What were the goods worth?\nAn order screenshot, invoice or photo helps; if you cannot say, tap "Not sure".',
  },
  notKnown: { 'zh-Hans': '不清楚', 'zh-Hant': '不清楚', en: 'Not sure' },
  askExactly: {
    'zh-Hans': '要算赔偿，得有一个确切的数：一共是多少？发一个数字和币种就行；说不清就点“不清楚”，由同事来核定。',
    'zh-Hant': '要計算賠償，需要一個確切的數字：一共是多少？傳一個數字和幣別即可；說不準就點「不清楚」，由專人核定。',
    en: 'To work out compensation I need one exact sum: how much was it in all? A number and the currency will do; if you cannot say, tap "Not sure" and a colleague decides.',
  },
  askRough: {
    'zh-Hans': '那就按 {value}登记，对吗？有更准的数，直接发给我。',
    'zh-Hant': '那就以 {value}登記，對嗎？有更準確的數字，直接傳給我。',
    en: 'Shall I put down {value}? If you have a more exact sum, just send it.',
  },
  askFar: {
    'zh-Hans': '您说的是 {value}，和这票快件寄出时登记的价值相差很多。是 {value}没错吗？说错了就发对的数字。',
    'zh-Hant': '您說的是 {value}，和這件包裹寄出時登記的價值相差很多。確定是 {value}嗎？說錯了就傳正確的數字。',
    en: 'You say {value}, which is far from the value on record for this parcel. Is {value} right? If not, just send the right sum.',
  },
  right: { 'zh-Hans': '没错', 'zh-Hant': '沒錯', en: "That's right" },
  valueNoted: { 'zh-Hans': '价值记为 {value}。', 'zh-Hant': '價值記為 {value}。', en: 'Value noted: {value}.' },
  corrected: { 'zh-Hans': '好，价值改为 {value}。', 'zh-Hant': '好，價值改為 {value}。', en: 'Changed: the value is {value}.' },
  correctedLate: {
    'zh-Hans': '您更正的价值 {value}记进 {reference} 了。登记的数我这里改不了，核定的同事看得到您的更正，结果发在这里。',
    'zh-Hant': '您更正的價值 {value}記進 {reference} 了。登記的數字我這裡改不了，核定的專人看得到您的更正，結果傳在這裡。',
    en: 'I noted your correction to {value} in {reference}. I cannot change the value on the claim myself; the colleague who decides sees it and answers you here.',
  },
  correctedOffer: {
    'zh-Hans': '您更正的价值 {value}记进 {reference} 了。刚才的方案是按原来的数算的，先作废；同事看过您的更正，结果发在这里。',
    'zh-Hant': '您更正的價值 {value}記進 {reference} 了。剛才的方案是依原來的數字算的，先作廢；專人看過您的更正，結果傳在這裡。',
    en: 'I noted your correction to {value} in {reference}. The offer was worked out from the earlier value, so it is off the table; a colleague looks at your correction and answers you here.',
  },
  correctedApart: {
    'zh-Hans': '您更正的价值 {value}记进 {reference} 了。这个方案退的是运费，跟价值无关，还等您一句话：接受，还是不接受？',
    'zh-Hant': '您更正的價值 {value}記進 {reference} 了。這個方案退的是運費，跟價值無關，還等您一句話：接受，還是不接受？',
    en: 'I noted your correction to {value} in {reference}. This offer gives back the freight, whatever the goods were worth, and still waits for your word: accept or decline?',
  },
  askEvidence: {
    'zh-Hans': '有能证明价值的吗？订单截图或发票最好，购买的聊天记录、照片也行，直接发图。\n没有就点“没有”，以后补也算数。',
    'zh-Hant': '有能證明價值的資料嗎？訂單截圖或發票最好，購買的對話紀錄、照片也可以，直接傳圖。\n沒有就點「沒有」，之後補也算數。',
    en: 'Can you show what they cost? An order page or invoice is best, a chat or photo helps too; just send the picture.\nIf not, tap "I have none"; you may add it later.',
  },
  noEvidence: { 'zh-Hans': '没有', 'zh-Hant': '沒有', en: 'I have none' },
  sendIt: {
    'zh-Hans': '好，请把图片或 PDF 直接发到这里；现在拿不到就点“没有”，以后补也算数。',
    'zh-Hant': '好，請把圖片或 PDF 直接傳到這裡；現在拿不到就點「沒有」，之後補也算數。',
    en: 'Good: please send the picture or PDF here. If you cannot now, tap "I have none" and add it later.',
  },
  proofA: { 'zh-Hans': '有订单或发票', 'zh-Hant': '有訂單或發票', en: 'with an order page or invoice' },
  proofB: { 'zh-Hans': '有照片', 'zh-Hant': '有照片', en: 'with photos' },
  proofC: { 'zh-Hans': '暂时没有凭证', 'zh-Hant': '暫時沒有憑證', en: 'no proof so far' },
  noted: {
    'zh-Hans': '理赔一并登记：{kind}，您报的价值 {value}，{proof}。\n由同事核定，结果和算法都发在这里；不认可可以要求重看。',
    'zh-Hant': '理賠一併登記：{kind}，您報的價值 {value}，{proof}。\n由專人核定，結果和算法都傳在這裡；不認同可以要求重看。',
    en: 'Your claim is registered with it: {kind}, value {value} as you said, {proof}.\nA colleague decides and shows you the sum here; if you disagree, it is looked at again.',
  },
  notedDelay: {
    'zh-Hans': '理赔一并登记：晚到。\n由同事核定，结果和算法都发在这里；不认可可以要求重看。',
    'zh-Hant': '理賠一併登記：晚到。\n由專人核定，結果和算法都傳在這裡；不認同可以要求重看。',
    en: 'Your claim for the delay is registered with it.\nA colleague decides and shows you the sum here; if you disagree, it is looked at again.',
  },
  unpriced: {
    'zh-Hans': '赔偿的要求也记下了。价值先空着，想起来或找到凭证就发到这里。',
    'zh-Hant': '賠償的要求也記下了。價值先空著，想起來或找到憑證就傳到這裡。',
    en: 'Your wish for compensation is noted too. The value is left open; send it or any proof here when you have it.',
  },
  wished: {
    'zh-Hans': '赔偿的要求也记下了，同事核定后在这里答复您。',
    'zh-Hant': '賠償的要求也記下了，專人核定後在這裡回覆您。',
    en: 'Your wish for compensation is noted too; a colleague decides and answers you here.',
  },
  wishedValue: {
    'zh-Hans': '赔偿的要求也记下了，您报的价值 {value}；同事核定后在这里答复您。',
    'zh-Hant': '賠償的要求也記下了，您報的價值 {value}；專人核定後在這裡回覆您。',
    en: 'Your wish for compensation is noted too, value {value} as you said; a colleague decides and answers you here.',
  },
  alreadyClaimed: {
    'zh-Hans': '这张单已经登记过理赔，正在核定，不用重复报。',
    'zh-Hant': '這張單已經登記過理賠，正在核定，不用重複報。',
    en: 'A claim is already registered with it and being decided; you need not claim again.',
  },
  offer: {
    'zh-Hans': '按规则算好了，现在就可以定：\n{lines}\n觉得合适点“接受”；不合适点“不接受”，由同事重新看。',
    'zh-Hant': '依規則算好了，現在就可以定：\n{lines}\n覺得合適點「接受」；不合適點「不接受」，由專人重新看。',
    en: 'It is worked out, and can be settled now:\n{lines}\nTap "Accept" if it is fair; if not, "Decline" and a colleague looks again.',
  },
  accept: { 'zh-Hans': '接受', 'zh-Hant': '接受', en: 'Accept' },
  decline: { 'zh-Hans': '不接受', 'zh-Hant': '不接受', en: 'Decline' },
  accepted: {
    'zh-Hans': '好的，您接受了，{reference} 就按这个办。办好了在这里告诉您。',
    'zh-Hant': '好的，您接受了，{reference} 就照這樣辦。辦好了在這裡告訴您。',
    en: 'Thank you, {reference} is settled that way. I will tell you here when it is done.',
  },
  declined: {
    'zh-Hans': '明白，这个方案作废，由同事重新看，最晚 {due} 前在这里答复您。\n哪里不合适可以直接说，我记进 {reference}。',
    'zh-Hant': '明白，這個方案作廢，由專人重新看，最晚 {due} 前在這裡回覆您。\n哪裡不合適可以直接說，我記進 {reference}。',
    en: 'Understood: that offer is off the table, and a colleague looks again and answers you here by {due}.\nTell me what is wrong with it and I note it in {reference}.',
  },
  declinedNoted: {
    'zh-Hans': '明白，这个方案作废。您说的我原话记进 {reference} 了，由同事重新看，最晚 {due} 前在这里答复您。',
    'zh-Hant': '明白，這個方案作廢。您說的我原話記進 {reference} 了，由專人重新看，最晚 {due} 前在這裡回覆您。',
    en: 'Understood: that offer is off the table. What you said stands in {reference} in your own words; a colleague looks again and answers you here by {due}.',
  },
  conditionNoted: {
    'zh-Hans': '您提的条件我原话记进 {reference} 了。这个方案的数我这里改不了：接受就按它办；不接受，由同事连同您的条件重新看。',
    'zh-Hant': '您提的條件我原話記進 {reference} 了。這個方案的金額我這裡改不了：接受就照它辦；不接受，由專人連同您的條件重新看。',
    en: 'I noted that in {reference} in your own words. I cannot change this offer myself: accept it as it is, or decline and a colleague looks again with what you said.',
  },
  offerExplained: {
    'zh-Hans': '{lines}\n接受：就按这个办，办好了在这里告诉您。不接受：这个方案作废，由同事重新看，最晚 {due} 前在这里答复。您选哪个？',
    'zh-Hant': '{lines}\n接受：就照這樣辦，辦好了在這裡告訴您。不接受：這個方案作廢，由專人重新看，最晚 {due} 前在這裡回覆。您選哪個？',
    en: '{lines}\nAccept: it is settled that way, and I tell you here when it is done. Decline: this offer is off, and a colleague looks again and answers here by {due}. Which shall it be?',
  },
  offerAgain: {
    'zh-Hans': '这个方案还等您一句话：接受，还是不接受？不急，想好再说也行。',
    'zh-Hant': '這個方案還等您一句話：接受，還是不接受？不急，想好再說也可以。',
    en: 'The offer waits for your word: accept or decline? There is no hurry.',
  },
} as const satisfies Record<string, Text>;

export const lossNames: Readonly<Record<LossKind, Text>> = {
  lost: { 'zh-Hans': '丢失', 'zh-Hant': '遺失', en: 'loss' },
  damaged: { 'zh-Hans': '损坏', 'zh-Hant': '損壞', en: 'damage' },
  shortage: { 'zh-Hans': '短少', 'zh-Hant': '短少', en: 'missing contents' },
  delayed: { 'zh-Hans': '晚到', 'zh-Hant': '晚到', en: 'delay' },
};
