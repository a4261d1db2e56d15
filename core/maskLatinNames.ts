import { ROLE_WORDS } from './nameWords.ts';
import { groupsOf, type Span } from './spans.ts';

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?$/i;
const isRole = (word: string): boolean => !/\p{L}/u.test(word) || ROLE_WORDS.has(word.toLowerCase().replace(/[^\p{L}-]/gu, ''));
const initial = (word: string): string => (TITLE.test(word) ? word : `${Array.from(word)[0]}***`);

/** `J*** S***`; words that are roles or places stay, as titles do. */
export function maskLatin(name: string): string {
  const words = name.split(/\s+/);
  const first = words.findIndex((word) => !isRole(word));
  if (first < 0) return name;
  return words.map((word, index) => (index < first ? word : initial(word))).join(' ');
}

const WORDS = "((?:(?:mr|mrs|ms|miss|mx|dr|prof)\\.? )?[\\p{Script=Latin}'’.-]{1,24}(?: [\\p{Script=Latin}'’.-]{1,24}){0,3})";
/** What a name stands behind; whether it is a place as well as a person is told by its capitals. */
const LABEL = new RegExp(
  '\\b((?:(?:your |our |the )?(?:couriers?|(?:delivery )?drivers?|delivery (?:man|partner|agent|person)|riders?)|signed(?: for)?(?: by)?|received by|collected by|picked up by|accepted by|taken by|signature|signatory|proof of delivery|customer|(?:out for )?delivery by|delivered by|consignee|shipper|sender|recipient|receiver|contact|attn|neighbou?rs?|handed(?: over)? to|given to|left with|delivered to|delivery with|with (?:our |the )?(?:courier|driver)|out for delivery with(?: (?:our |the )?(?:courier|driver))?|reception|text|message|ask for|call|ring)(?:\\s?[:：/-]\\s?|, | name is | is | called |\\s))' +
    WORDS,
  'dgiu',
);
/** The same behind the trade's words in Chinese. */
const AFTER_CHINESE =
  /([员員人哥手差机機傅長长主板](?:是|为|為|叫|：|:|（|\(|-|\s)[\s：:]{0,2})([\p{Script=Latin}'’.-]{2,20}(?: [\p{Script=Latin}'’.-]{1,20}){0,3})/dgu;

/** Who bears a title is somebody, wherever they stand. */
const TITLED =
  /(?<![\p{L}])((?:Mr|MR|Mrs|MRS|Ms|Miss|Mx|Dr\.)\.? ?\p{Lu}[\p{Script=Latin}'’-]{0,23}(?: \p{Lu}[\p{Script=Latin}'’-]{1,23}){0,2})/dgu;

/** `to resident (J. Brown)`, `to the mail room by Tom`. */
const BESIDE =
  /\b(?:resident|neighbou?r|colleague|receptionist|guard|concierge|recipient|customer|family member|courier|driver) \(([\p{Lu}][\p{Script=Latin}'’.-]{0,20}(?: [\p{Script=Latin}'’.-]{1,20}){0,2})\)|\b(?:[Dd]elivered|[Ll]eft|[Dd]ropped|[Pp]laced|[Hh]anded|[Cc]ollected|[Ss]igned)\b[^,.;:(]{1,40} by (\p{Lu}[\p{Script=Latin}'’-]{1,20}(?: \p{Lu}[\p{Script=Latin}'’-]{1,20}){0,2})(?=[,.;!)]|$)/dgu;

/** The name in Latin letters a text begins with: what stands behind a role in Chinese (`前台 Lisa`). Undefined where it is a company or none. */
export function latinNameOf(text: string): { readonly length: number; readonly shown: string } | undefined {
  const words = LEADING.exec(text)?.[0] ?? '';
  const [first = ''] = words.split(' ');
  if (
    words === '' ||
    words.split(' ').some((word) => COMPANY.test(word)) ||
    /^(?:vip|app|sms|pod|cod|qr|hr|it|ems|sf|gps|ok)$/i.test(first)
  )
    return undefined;
  const said = nameIn(words, ':', '');
  return said && said.at === 0 ? said : undefined;
}

const LEADING = /^\p{Lu}[\p{Script=Latin}'’.-]{1,20}(?: \p{Lu}[\p{Script=Latin}'’.-]{1,20}){0,2}/u;

/** Names in Latin letters in a carrier's words. */
export function* findLatinNames(text: string): Generator<Span> {
  for (const { start, end, match } of groupsOf(LABEL, text, 2)) {
    const said = nameIn(text.slice(start, end), match[1] ?? '', text.slice(end, end + 4));
    // What is masked already stays as it is.
    if (said && text.charAt(start + said.at + said.length) !== '*')
      yield { start: start + said.at, end: start + said.at + said.length, shown: said.shown };
  }
  for (const group of [1, 2])
    for (const { start, end } of groupsOf(BESIDE, text, group)) {
      const said = nameIn(text.slice(start, end), ':', '');
      if (said && text.charAt(end) !== '*') yield { start: start + said.at, end: start + said.at + said.length, shown: said.shown };
    }
  for (const { start, end } of groupsOf(TITLED, text)) {
    const said = nameIn(text.slice(start, end), ':', '');
    if (said && text.charAt(end) !== '*') yield { start: start + said.at, end: start + said.at + said.length, shown: said.shown };
  }
  for (const { start, end, match } of groupsOf(AFTER_CHINESE, text, 2)) {
    const said = nameIn(text.slice(start, end), match[1] ?? '：', '');
    if (said) yield { start: start + said.at, end: start + said.at + said.length, shown: said.shown };
  }
}

/** Words after a label: those that are a name, which begins with capitals where no mark announces it. */
function nameIn(
  said: string,
  label: string,
  next: string,
): { readonly at: number; readonly length: number; readonly shown: string } | undefined {
  const isParty = /recipient|consignee|receiver|sender|shipper/i.test(label);
  const words = said.split(' ');
  const first = words.findIndex((word) => !isRole(word));
  if (first < 0 || (/(?:to|by|with)\s$/i.test(label) && !/sign/i.test(label) && words.some((word) => COMPANY.test(word)))) return undefined;
  // "Consignee: address incomplete" is no name: without capitals only who acts is named.
  const isAnnounced = /[:：是为為叫（(]/.test(label) && first === 0 && !isParty;
  const named: string[] = [];
  for (const word of words.slice(first)) {
    if (!TITLE.test(word) && (STOPS.test(word) || (!isAnnounced && DEED.test(word)) || !(isAnnounced || /^\p{Lu}/u.test(word)))) break;
    named.push(word);
  }
  const people = named.filter((word) => !TITLE.test(word));
  // "Delivered to Hangzhou" is a place, "delivered to Anna Li" is somebody, "text Dave on 07…" too.
  const least = /(?:delivered|handed(?: over)?|given) to\s$/i.test(label) && people.length === named.length ? 2 : 1;
  if (people.length < least) return undefined;
  if (BRAND.test(people[0] ?? '') && /^(?:contact|call|ring|text|message|ask for)\s$/i.test(label)) return undefined;
  const isBidding = /^(?:text|message|ask for|call|ring|contact)\s$/i.test(label);
  const rest = `${words.slice(first + named.length).join(' ')}${next}`;
  if (isBidding && !/^\s?(?:on|at)\b/i.test(rest) && !/^[,(\s]{0,3}[+(\d]/.test(rest)) return undefined;
  const at = words.slice(0, first).reduce((length, word) => length + word.length + 1, 0);
  return { at, length: named.join(' ').length, shown: named.map(initial).join(' ') };
}

const BRAND = /^(?:fedex|ups|usps|dhl|tnt|gls|dpd|evri|yodel|hermes|inpost|postnl|aramex|amazon|ebay)\b/i;
const COMPANY =
  /^(?:post|mail|express|logistics|ltd|inc|gmbh|corp|usps|ups|dhl|amazon|ebay|inpost|tnt|postnl|aramex|locker|lockers|fedex|gls|dpd|hermes|evri|yodel|airlines?|airways|cargo|couriers?)[.,]?$/i;
const STOPS =
  /^(?:phone|tel|telephone|mobile|contact|call|on|will|is|was|has|had|at|in|and|or|from|for|to|the|your|who|please|attempted|unable|could|cannot|can|not|no|refused|requested|asked|unavailable|absent|address|name|out|en|via|about|has|after|before|between|near|if|may|must|should|with|when|moved|deceased|closed|left|did|does|wants|confirmed|declined|notified|contacted|paid|delayed|arrived|arriving|departed|busy|late|early|new|old|only|also|again|back|still|now|today|tomorrow|yesterday|service|support|details|number|information|instructions)[.,:]?$/i;
/** What somebody did, where capitals tell nothing: "Driver Rescheduled". */
const DEED =
  /^(?!(?:ed|fred|alfred|ted|ned|ahmed|moh?ammed|moham?ed|jared|sayed|khaled|wilfred|mildred|king|.{1,2}ing)$)[a-z]{2,}(?:ed|ing)$/i;
