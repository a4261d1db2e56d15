/**
 * Short answers in three languages: yes and no, a choice, four digits. botbuilder's own prompts miss 对的, 嗯, 不用, 係呀 and
 * read a bare 中 as yes (measured), hence ours.
 */

const YES =
  /^(?:(?:是|是的|是啊|是呀|對|对|对的|對的|是的没错|是的沒錯|对啊|對啊|对对|對對|没错|沒錯|嗯|嗯嗯|恩|恩恩|好|好的|好啊|好呀|好吧|好嘅|可以|可以的|行|行的|行吧|行啊|要|要的|需要|确认|確認|確定|确定|没问题|沒問題|冇問題|冇问题|係|系|係呀|係啊|係嘅|得|得啦|ok|okay|okk|okie|好滴|好哒|中啊|成|同意|yes|y|yep|yeah|yup|sure|correct|right|exactly|please|please do|yes please|of course|go ahead|confirm|confirmed|that's right|sounds good|alright|fine)(?: |$))+$/i;
const NO =
  /^(?:(?:不|不是|不是的|不对|不對|不用|不用了|不要|不要了|不需要|不必|不必了|不了|不行|不可以|否|算了|算了吧|没有|沒有|没|無|无|唔係|唔系|唔使|唔使啦|唔要|唔好|唔使喇|免了|先不用|暂时不用|暫時不用|不用謝謝|不用谢谢|no|n|nope|nah|no thanks|no thank you|not now|not really|don't|never mind|nevermind|not needed|no need)(?: |$))+$/i;

/** The bare words of a short answer: particles, punctuation, politeness and repeated letters set aside. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim()
    .replace(/\b(thanks|thank you|thx)$/i, '')
    .replace(/(谢谢|謝謝|多谢|多謝|唔該|麻烦了|麻煩了)(你|您)?$/u, '')
    .replace(/(?<=[\u4e00-\u9fff])(啊|呀|呢|哦|喔|噢|吧|啦|了|的|嘛|哈|呗)+$/u, '')
    .trim();
}

/** True for yes, false for no, undefined for anything else, also for "yes, but …": the flow must look at the rest. */
export function parseYesNo(text: string): boolean | undefined {
  const raw = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
  for (const form of [raw, raw.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''), bare(text)]) {
    if (YES.test(form)) return true;
    if (NO.test(form)) return false;
  }
  if (/^[👍👌🆗✅🙆]/u.test(text.trim())) return true;
  return /^[👎❌🙅]/u.test(text.trim()) ? false : undefined;
}

const DONT_KNOW =
  /^(我)?(也)?(不知道|不清楚|不晓得|不曉得|不记得了?|不記得了?|忘了|忘记了|忘記了|找不到(单号|單號|号码|號碼)?|没有(单号|单子|号码)|沒有(單號|號碼)|没单号|沒單號|唔知(道)?|唔記得|冇單號)[了啊呀呢]*$|^(i )?(really )?(don'?t|do not|dont) (know|remember|have (it|one|the number|a number|that))( it| that| the number| the tracking number)?$|^(no idea|not sure|i forgot|forgot( it)?|can'?t find (it|the number)|i can'?t find (it|the number)|lost (it|the number)|dunno)$/i;

/** Whether the customer says that they do not know what was asked for. */
export function parseDontKnow(text: string): boolean {
  return (
    DONT_KNOW.test(bare(text)) ||
    DONT_KNOW.test(
      text
        .normalize('NFKC')
        .trim()
        .toLowerCase()
        .replace(/[\s.。!！,，]+$/u, ''),
    )
  );
}

const ORDINALS: readonly (readonly RegExp[])[] = [
  [
    /^(1|①|一|第?一[个個条條件项項]?|第1[个個条條件项項]?|头一[个個]|頭一[个個]|上面(那|这)?[个個]?|first|the first( one)?|1st|one|number one|option 1)$/,
  ],
  [/^(2|②|二|两|第?二[个個条條件项項]?|第2[个個条條件项項]?|second|the second( one)?|2nd|two|number two|option 2)$/],
  [/^(3|③|三|第?三[个個条條件项項]?|第3[个個条條件项項]?|third|the third( one)?|3rd|three|number three|option 3)$/],
  [/^(4|④|四|第?四[个個条條件项項]?|第4[个個条條件项項]?|fourth|the fourth( one)?|4th|four|option 4)$/],
  [/^(5|⑤|五|第?五[个個条條件项項]?|第5[个個条條件项項]?|fifth|the fifth( one)?|5th|five|option 5)$/],
];
const LAST = /^(最后(那|一)?[个個]?|最後(那|一)?[个個]?|最尾(嗰|一)?[个個]?|last|the last( one)?|下面(那|这)?[个個]?)$/;

/** Which of the titles is meant, from 0: by its words, its ordinal (②, 第二个, the last one) or its number; undefined when none is. */
export function parseChoice(text: string, titles: readonly string[]): number | undefined {
  const plain = text.trim().toLowerCase();
  const exact = titles.findIndex((title) => title.toLowerCase() === plain);
  if (exact >= 0) return exact;
  const form = (/^[①②③④⑤]$/.test(plain) ? plain : bare(text)).replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  if (LAST.test(form)) return titles.length - 1;
  const ordinal = ORDINALS.findIndex((forms) => forms.some((pattern) => pattern.test(form)));
  if (ordinal >= 0) return ordinal < titles.length ? ordinal : undefined;
  const within = titles.flatMap((title, index) => (plain.length > 1 && title.toLowerCase().includes(plain) ? [index] : []));
  return within.length === 1 ? within[0] : undefined;
}

const DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  两: '2',
  兩: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/**
 * Four digits meant as the end of a phone: `1234`, `尾号 1234`, full-width, spoken 一二三四, or a whole mobile number's end.
 * Undefined when there is no such run, or more than one.
 */
export function parseLastFour(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[零〇一幺二两兩三四五六七八九]/g, (digit) => DIGITS[digit] ?? digit);
  const joined = plain.replace(/(?<=\d)[\s-]+(?=\d)/g, '');
  const runs = joined.match(/(?<![\dA-Za-z])\d+(?![\dA-Za-z])/g) ?? [];
  const fitting = runs.filter((run) => run.length === 4 || (run.length === 11 && run.startsWith('1')));
  return fitting.length === 1 ? fitting[0]?.slice(-4) : undefined;
}
