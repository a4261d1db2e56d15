import { fold } from './han.ts';
import { findCodes } from './maskCodes.ts';
import { findIdentities } from './maskIdentity.ts';
import { findNames } from './maskNames.ts';
import { findPhones } from './maskPhones.ts';
import { findPlaces } from './maskPlaces.ts';
import { HIDDEN, replaceSpans } from './spans.ts';

export { maskName, maskParty } from './maskNames.ts';
export { maskPhone } from './maskPhones.ts';

/** For whom a carrier's words are shown. */
export interface Reader {
  /** The recipient's are pickup codes and where exactly a parcel was left. */
  readonly isRecipient: boolean;
}

/** What in a masked text may still be somebody's: codes, contacts, people, addresses and keys come in more forms than any list has. */
const MAY_TELL =
  /\d(?:[\s()*+–—-]{0,3}\d){2}|\d{2}\s?[-–—]\s?\d{2}|[零〇一二三四五六七八九幺]{3}|[一二三四五六七八九] [一二三四五六七八九]|[码碼密锁鎖匙@]|口令|暗号|暗號|验证|驗證|地址(?!不详|不詳|不清|不明|不全|不完整|有误|有誤|错误|錯誤)|微信|加[vV微]|先生|女士|小姐|太太|之妻|之夫|母|父|[路街道巷弄村苑]\S{0,8}(?:号|號|栋|幢|室|楼|樓)|\b(?:code|pin|otp|pass|password|passcode|combination|key|flat|apt|room|unit|mr|mrs|ms|line|qq|whatsapp|telegram|wechat)\b|\w\.\w{2}|:\/\/|\(at\)|[^\p{Script=Han}\p{Script=Latin}\p{N}\p{P}\p{S}\p{Zs}\n]|[\u00c0-\u017e\u0180-\u024f]/iu;
/** Days and hours, which every scan has. */
const INSTANT = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}月\d{1,2}日/gu;

/** Who is called by a title is somebody, masked or not. */
const TITLED = /先生|女士|小姐|太太|之妻|之夫|母|父|\b(?:mr|mrs|ms|miss)\b/iu;

/** Whether a carrier's words are of the way alone, as between depots: nothing in them could be the recipient's. */
export function tellsOfTheWayOnly(text: string): boolean {
  const folded = fold(text);
  if (TITLED.test(text) || findCodes(folded).length > 0 || findPlaces(folded).length > 0) return false;
  return !MAY_TELL.test(maskTraceText(text).replace(INSTANT, ''));
}

/**
 * A carrier's own words made fit for showing at L1: phones, identity numbers and names of couriers, signers, parties and station keepers are masked
 * for everybody, codes and the details of a place for all but the recipient. Roles, kinds of places, hotlines and what was done stay.
 */
export function maskTraceText(text: string, { isRecipient }: Reader = { isRecipient: false }): string {
  const folded = fold(text);
  const [names, phones] = [[...findNames(text, folded), ...findIdentities(folded)], findPhones(folded)];
  if (isRecipient) return replaceSpans(text, [...names, ...phones]);
  const nobodys = phones.map((span) => ({ ...span, shown: span.shown.replace(LAST_DIGITS, HIDDEN) }));
  return replaceSpans(text, [...names, ...nobodys, ...findCodes(folded), ...findPlaces(folded)]);
}

/** Whoever is not the recipient must not read the digits by which the recipient is known. */
const LAST_DIGITS = /\d{0,3}\*{4}\d{1,4}/g;
