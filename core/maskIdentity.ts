import { groupsOf, HIDDEN, type Span } from './spans.ts';

/** What is called the number of a paper that says who somebody is; over folded text, as all here. */
const LABELLED =
  /(?:身份证(?:件)?|证件|护照|通行证|回乡证|台胞证|居留证|居住证|驾驶证|驾照|军官证|统一编号|\bid card|\bidentity(?: card| document)?|\bpassport|\bnational id|\bhkid|\bid(?= ?(?:no|number|:))|\bssn|\bdriv(?:er['’]?s?|ing) licen[cs]e)(?:号码|号| ?(?:number|no\b\.?|#))?[\s:：是为(（#-]{0,4}(?:is )?([a-z]{0,3} ?\d(?:[ -]?\d){4,17}(?:\([\da-z]\)|[a-z](?![a-z]))?)/dgu;
/** A resident's number of the mainland: region, day of birth, serial, check. */
const RESIDENT = /(?<![\da-z])([1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx])(?![\da-z])/dgu;
/** One of Hong Kong, whose check stands in brackets. */
const HONG_KONG = /(?<![\da-z])([a-z]{1,2}\d{6} ?\([\da]\))/dgu;

/** Numbers of identity papers in a carrier's words, which are nobody's to read. */
export function findIdentities(folded: string): readonly Span[] {
  if (!/\d{5}/.test(folded)) return [];
  const spans = [LABELLED, RESIDENT, HONG_KONG].flatMap((pattern) =>
    [...groupsOf(pattern, folded)].filter(({ start, end }) => pattern !== RESIDENT || isResident(folded.slice(start, end))),
  );
  return spans.map(({ start, end }) => ({ start, end, shown: HIDDEN }));
}

/** GB 11643-1999, after ISO 7064 mod 11-2. */
function isResident(number: string): boolean {
  const sum = Array.from(number.slice(0, 17)).reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0);
  return '10x98765432'.charAt(sum % 11) === number.charAt(17);
}
