/** Said or written by somebody else, or the name of a button: what stands in the quotes after it is not the customer's. */
const SAID =
  /(?:说|讲|话|写|回复?|称|骂|喊|叫|显示|提示|点|选|按|名为|标题|said|says?|saying|told|tells?|wrote|replied|reads?|called|named|click(?:ed)?|press(?:ed)?)[^，。,.!?]{0,6}[:：，, ]*$/;
const QUOTED = /[“"「『]([^“”"「」『』]{1,200})[”"」』]|《[^《》]{1,60}》|〈[^〈〉]{1,60}〉/g;
/** Up to here quotes may be for stress: 我要“曝光”你们. */
const LONGEST_STRESS = 6;

/**
 * The text without what it quotes: others' words, titles and names of buttons. Quotes around a single word that nobody is said
 * to have said are for stress, and quotes around everything mean nothing: their words stay.
 */
export function blankQuotes(text: string): string {
  return text.replace(QUOTED, (whole: string, inner: string | undefined, at: number) => {
    if (inner === undefined) return '＿';
    if (whole.length >= text.length - 2) return inner;
    const isStress = inner.length <= LONGEST_STRESS && !SAID.test(text.slice(Math.max(0, at - 24), at));
    return isStress ? inner : '＿';
  });
}
