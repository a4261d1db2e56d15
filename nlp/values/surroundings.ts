import type { Figure } from './figures.ts';

/** 2026年, 11.25, 14:30, 11-25 within a date, 11.11买的: figures of days and hours. */
export function isDateLike(plain: string, { start, end, isHan }: Figure): boolean {
  if (isHan) return false;
  const before = plain.slice(Math.max(0, start - 8), start);
  const after = plain.slice(end, end + 4);
  const figure = plain.slice(start, end);
  if (/\d:$/.test(before) || /^:\d/.test(after)) return true;
  if (MONTH_BEFORE.test(before) && /^(?:0?[1-9]|[12]\d|3[01])$/.test(figure)) return true;
  if (/^(?:0?[1-9]|1[0-2])$/.test(figure) && /^[-/](?:0?[1-9]|[12]\d|3[01])(?!\d)/.test(after)) return true;
  if (/^(?:19|20)\d{2}$/.test(figure) && /^(?:年|[-/.]\d|[初底]| ?(?:买|the))/.test(after)) return true;
  if (/^(?:19|20)\d{2}$/.test(figure) && /(?:\bin|since|from|双|[于在从]) ?$/.test(before)) return true;
  return DAY.test(figure) && /^(?:买|日|号|那|当|活动|大促|促销|下单|拍|期间|sale)/.test(plain.slice(end, end + 4));
}

const MONTH_BEFORE = /(?:^|\D)(?:(?:19|20)\d{2}[-/.])?(?:0?[1-9]|1[0-2])[-/]$|(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.]$/;

/** Days of sales: 6.18, 11.11, 618. */
const DAY = /^(?:1?\d\.[0-3]?\d|618|818|1111|1212|双?11|双?12)$/;

/** What calls the digits behind it a number of something. */
const LABEL_BEFORE =
  /(?:第|[栋幢座弄双]|分之|[尾编房型款楼证卡座单]号(?:码|是)?|号码?是?|尾号|后四位|末四[码位]|密码|验证码|(?:电话|手机)(?:就|是|就是)?|订单|单号|型号|[a-z][-_]?|\d[.,/:]|#|\bno\.|\/|[+(])$|(?<![a-z])(?:number|order|no\.|room|flat|unit|apt|ref|code|pin|ending(?: in)?|ends in|order no) ?$/;
/** English words that may lead to a bare sum; any other names something (iphone 15, room 301). */
const LEADS =
  /(?:^|[^a-z])(?:and (?:the|my|an?) [a-z]{2,12}|it|was|is|were|be|cost|costs|paid|pay|worth|about|for|say|at|around|roughly|approximately|maybe|perhaps|probably|think|of|me|sorry|no|not|actually|mean|meant|total|value|valued|price|priced|spent|to|just|only|like|a|or|and|from|its|it's|make|that|that's|yes|ok|okay|well|hm+|erm?|uh|um|between|over|under|nearly|almost|than|least|most|up|some|exactly|bought|i'd|altogether|now|all|sum|so|amount|rather|wait|correction|goods|them|approx|circa|each|answer|grand|back|be|guess) ?$/;
const LATIN_BEFORE = /[a-z'] ?$/;

/** Particles and words that may stand right behind a bare sum. */
const MAY_FOLLOW =
  /^(?: ?$|[\s,，。.!！?？;；)）、~～:：…+\-—/]|(?:左右|上下|前后|以内|以上|以下|之内|出头|多|来|余|几|到|至|吧|的|了|啊|呀|呢|嘅|啦|咯|喇|囖|咁|够|可以|买|购|入手|到手|拿|整|多点|度|有多|有找|不是|才|先|都|全|一共|总|这|那|我|就|还|但|加|运费|邮费|含|包|左|钱|大洋|左右吧|ish|plus|max))/;
/** Words that may follow a bare sum after a blank. */
const ENGLISH_AFTER =
  /^ (?:i|or|ish|total|in|altogether|each|for|plus|including|incl|inc|roughly|approx|about|when|if|not|and|but|ok|please|sorry|thanks|was|is|bought|new|online|to|more|less|give|at|max|actually|no|it|that|all|before|after|on|with|without|excluding|maybe|though|then|ta|cheers|from|my|the|or)(?![a-z])/;
/** What is counted, or measures something else than money. */
const COUNTED =
  /^(?:个|箇|件|瓶|盒|箱|只|本|台|套|部|双|条|张|把|支|次|天|日|号|月|年|周|星期|礼拜|点|分|小时|钟|秒|岁|人|斤|公斤|千克|克|吨|升|毫升|厘米|公分|毫米|米|寸|楼|栋|室|层|路|折|倍|期|度|码|位|盘|包|袋|罐|桶|份|粒|颗|枚|根|块|片|顶|辆|架|副|对|名|家|公里|世|代|尺|平|单|趟|回|遍|通|星|级|%|％|percent)|^ ?(?:kg|kgs|g|mg|ml|l|cm|mm|m|km|lbs?|oz|inch(?:es)?|ft|feet|weeks?|days?|hours?|hrs?|mins?|minutes?|seconds?|months?|years?|yrs?|pieces?|pcs|items?|cups?|boxes|box|bottles?|times?|parcels?|packages?|people|pairs?|sets?|am|pm|o'clock|st\b|nd\b|rd\b|th\b|gb|tb|stars?|pages?|of (?:them|the|my|these|us))/;

/** Whether digits without a word of money are a sum once one is asked for: nothing is counted with them and nothing numbered by them. */
export function isSumByItself(plain: string, { start, end, isHan, amount, hasUnit, isVague }: Figure): boolean {
  const lead = plain.slice(Math.max(0, start - 24), start);
  const tail = plain.slice(end, end + 14);
  // 一下, 一直, 两个: single numerals are words.
  if (isHan && end - start < 2) return false;
  if (!hasUnit && amount < (isHan ? 100 : 10) && !/\d/.test(plain.slice(start, end))) return false;
  // 两千多点: a little more, no hour.
  if (isVague && tail.startsWith('点')) return true;
  if (COUNTED.test(tail) || LABEL_BEFORE.test(lead)) return false;
  if (LATIN_BEFORE.test(lead) && !LEADS.test(lead)) return false;
  if (isVague && isHan && !hasUnit) return false;
  if (/^ [a-z]/.test(tail)) return ENGLISH_AFTER.test(tail);
  return MAY_FOLLOW.test(tail);
}
