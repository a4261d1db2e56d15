/** Where a parcel was put down: said after these, up to the next mark. */
const PUT =
  /((?:存放|放置|投放|放|投递|投遞|暂存|暫存|寄存|置|藏)(?:在|于|於|至|到|入|进|進)|(?:存入|放入|投入))([^，,。；;！!（(]{1,40})/gu;
const PUT_IN_ENGLISH =
  /\b((?:left|placed|put|stored|held|waiting|available|deposited|hidden)(?: (?:it|for (?:you|collection|pick-?up)))? (?:at|in|by|behind|under|with|near|inside|on)) ([^,.;!(]{1,60})/giu;
/** An address in full, as its label says. */
const ADDRESS =
  /((?:地址|住址|門牌|门牌|\baddress)\s{0,2}(?:[：:]|是|为|為|\bis\b)\s{0,2}(?!\s))(?!不详|不詳|不清|错误|錯誤|有误|有誤|incorrect|wrong|incomplete|unknown)([^，,。；;！!（(]{2,60})/giu;
/** The kinds of places that tell nobody's address, as they stand in a text. */
const KIND =
  /驿站|驛站|快递柜|快遞櫃|智能柜|智能櫃|丰巢|豐巢|自提点|自提點|自提柜|自提櫃|代收点|代收點|代收處|超市|便利店|门卫|門衛|警衛室|保安室|前台|櫃台|物业|物業|管理處|管理处|收发室|收發室|门口|門口|信箱|邮局|郵局|网点|網點|家门|neighbou?r|reception|front desk|front door|locker|parcel shop|pickup point|post office|mailroom|mailbox|letterbox|porch|garage|shed|safe place|concierge|security|depot|store/iu;

/**
 * A text without the details of where a parcel was left, which help a thief and are its recipient's alone: the kind of place stays.
 */
export function maskPlacesIn(text: string): string {
  const keepKind = (_whole: string, put: string, place: string): string => `${put}${KIND.exec(place)?.[0] ?? '****'}`;
  return text
    .replace(ADDRESS, '$1****')
    .replace(PUT, keepKind)
    .replace(PUT_IN_ENGLISH, (whole, put: string, place: string) => keepKind(whole, `${put} `, place));
}
