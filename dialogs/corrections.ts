const SLIP = '(?:打|填|写|寫|说|說|讲|講|选|選|按|撳|点|點|搞|弄|发|發|输|輸|給|给|報|报)(?:错|錯)(?:咗|了)?';
const EARLIER = '(?:我|刚才|剛才|刚刚|剛剛|头先|頭先|上面|前面|那个|那個|嗰個|的|号码|號碼|单号|單號|电话|電話){0,6}';
const SORRY = '(?:(?:啊|哎|哎呀|唉|不好意思|唔好意思|对不起|對不起|抱歉|等等|等一下|sorry|oops|wait|no|ok|okay)[，,。.!！ ]{0,6}){0,6}';

/** "Back" with nothing else said; the whole message. */
const BACK = new RegExp(
  `^${SORRY}(?:(?:我|想|要|可以|可唔可以|能不能|请|請|帮我|幫我|麻烦|麻煩)*(?:返回|回到|退回|返去|返|回|改|改回)?(?:去|到)?(?:上一步|前一步|上一?(?:个|個|条|條)?(?:问题|問題|题|題))|返回|后退|後退|返转头|${EARLIER}${SLIP}|(?:我)?(?:想|要)(?:改|修改|更改)(?:一下)?(?:刚才|剛才|上一个|上一個|前面|头先|頭先)(?:的|嗰個)?(?:答案|回答|内容|內容)?|(?:i want to |i need to |can i |can we |could i |please |let me |let's )*(?:go back|back|undo|step back)(?: please| one step| a step| that| to the (?:previous|last)(?: one| question| step)?)*|previous (?:question|step)|(?:that was|i made) a (?:mistake|typo)|wrong (?:answer|button|number|one)|my mistake|i (?:typed|entered|chose|picked|pressed|hit|said|gave)(?: you)? (?:it |the )?wrong(?: one| thing| answer| button| number)?|(?:i want to |let me |can i )change my (?:last )?answer)(?:了|吧|啦|呀|吗|嗎|呢|得唔得|好吗|好嗎)*$`,
  'iu',
);

/** Whether the customer wants to take the last answer back, without saying yet what it should be. */
export function parseBack(text: string): boolean {
  if (text.length > LONGEST) return false;
  return BACK.test(
    text
      .normalize('NFKC')
      .trim()
      .replaceAll('’', "'")
      .replace(/(?<![\s.。!！?？~～])[\s.。!！?？~～]+$/u, ''),
  );
}

const CORRECTION = (() => {
  const chinese = `${EARLIER}(?:${SLIP}|不对|不對|错了|錯了|唔啱|唔係)|更正(?:一下)?|纠正(?:一下)?|糾正(?:一下)?`;
  const english =
    "correction|i meant?|scratch that|not that|(?:that|the|my|it|phone|tracking|number|one|i gave you|i sent)(?:'s| |was|is|phone|tracking|number|one|i gave you|i sent){0,8} wrong|(?:wrong|incorrect) (?:phone |tracking )?(?:number|one|answer)";
  const becomes = "(?:应该|應該|改为|改成|it's|its|it is|it should be|should be|make it|rather|是|係|為|为)";
  const excuse = `(?:不好意思|唔好意思|对不起|對不起|sorry|oops|actually)[，,。.!！ ]*${becomes}`;
  return new RegExp(
    `^(?:${excuse}|${SORRY}(?:${chinese}|${english})(?:[，,。.:：!！ ]{1,12}${becomes}{0,3}|${becomes}{1,3}))[：: ]{0,9}(.+)$`,
    'isu',
  );
})();

/** What is left of "sorry, wrong: it is …" when the excuse is taken off; undefined when the message is no correction. */
export function withoutCorrection(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  return CORRECTION.exec(text.normalize('NFKC').trim().replaceAll('’', "'"))?.[1]?.trim();
}

/** Longer messages tell more than a correction. */
const LONGEST = 200;
