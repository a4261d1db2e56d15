import { rememberBy } from '../core/remember.ts';

/**
 * Short answers in three languages: yes and no, a choice. botbuilder's own prompts miss 对的, 嗯, 不用, 係呀 and
 * read a bare 中 as yes (measured), hence ours.
 */

const YES =
  /^(?:(?:是|是的|是啊|是呀|對|对|对的|對的|是的没错|是的沒錯|对啊|對啊|对对|對對|没错|沒錯|嗯|嗯嗯|恩|恩恩|好|好的|好啊|好呀|好吧|好嘅|可以|可以的|行|行的|行吧|行啊|要|要的|需要|确认|確認|確定|确定|没问题|沒問題|冇問題|冇问题|係|系|係呀|係啊|係嘅|得|得啦|ok|okay|okk|okie|好滴|好哒|中啊|都可以|都行|都得|成|同意|安排|安排上|安排一下|必须|必须的|必須的|要得|整|打|登记|登記|登记一下|yes|y|yep|yeah|yup|sure|correct|right|exactly|please|please do|of course|go ahead|confirm|confirmed|that's right|sounds good|alright|fine|can|do it|go for it)(?: |$))+$/i;
const NO =
  /^(?:(?:不|不是|不是的|不对|不對|不用|不用了|不要|不要了|不需要|不必|不必了|不了|不行|不可以|否|算了|算了吧|算数|算數|算啦|没有|沒有|没|無|无|唔係|唔系|唔使|唔使啦|唔要|唔好|唔使喇|免了|先不用|暂时不用|暫時不用|不用謝謝|不用谢谢|no|n|nope|nah|no thanks|no thank you|not now|not really|don't|never mind|nevermind|not needed|no need|cannot|dun want|dowan)(?: |$))+$/i;

/** Longer messages are no short answers, whatever they begin with. */
const LONGEST_SHORT = 60;

/** Several flows look at the same short answer: it is read once. */
const ofShort = <T>(work: (text: string) => T): ((text: string) => T) =>
  rememberBy((text: string) => (text.length <= LONGEST_SHORT ? text : undefined), work);

/** The bare words of a short answer: particles, punctuation, politeness and repeated letters set aside. */
function bare(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}]+/gu, ' ')
      .trim()
      .replace(/ (thanks|thank you|thx|then)$/i, '')
      // ok lah, no leh: what English takes from Hokkien and Cantonese in Singapore and Hong Kong.
      .replace(/(?: (?:lah?|leh|lor|liao|ah|meh|hor|sia|wor|ar)){1,8}$/i, '')
      .replace(/(谢谢|謝謝|多谢|多謝|唔該|麻烦了|麻煩了)(你|您)?$/u, '')
      .replace(/(?<=[\u4e00-\u9fff])(啊|呀|呢|哦|喔|噢|吧|啦|了|的|嘛|哈|呗|喎|囉|喇|㗎|嘞|添){1,8}$/u, '')
      .trim()
  );
}

/** What is said again and again, said once; up to three characters. */
function unrepeat(text: string): string {
  const size = [1, 2, 3].find((length) => text === text.slice(0, length).repeat(text.length / length));
  return size === undefined ? text : text.slice(0, size);
}

/** True for yes, false for no, undefined for anything else, also for "yes, but …": the flow must look at the rest. */
export const parseYesNo: (text: string) => boolean | undefined = ofShort(readYesNo);

function readYesNo(text: string): boolean | undefined {
  const raw = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
  // 好吧好吧, 不用不用
  const once = bare(unrepeat(raw.replaceAll(' ', '')));
  for (const form of [raw, once, raw.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''), bare(text)]) {
    if (YES.test(form)) return true;
    if (NO.test(form)) return false;
  }
  if (/^[👍👌🆗✅🙆]/u.test(text.trim())) return true;
  return /^[👎❌🙅]/u.test(text.trim()) ? false : undefined;
}

const DONT_KNOW = (() => {
  const thing =
    '(?:运|運|快递|快遞|订|訂|追踪|追蹤)?(?:单号|單號|单子|號碼|号码|编号|編號|訂單|订单|手机|手機|电话|電話|手机号|手機號|手机号码|手機號碼|电话号码|電話號碼|照片|相片|收据|收據|发票|發票|小票|截图|截圖|凭证|憑證|证明|證明)';
  const chinese = `(?:我|他|她|佢|也|都|真的|根本)*(?:不知道|不清楚|不晓得|不曉得|不记得|不記得|忘了|忘记|忘記|想不起来|想不起來|唔知道?|唔記得|唔清楚|不确定|不確定|唔肯定|(?:还|還|仲)?(?:没|沒|未)(?:想|谂|諗)好|搵唔到|找不到|没有|沒有|没|沒|冇)(?:了|咗)?(?:${thing})?(?:是多少|是什么|是什麼|係咩|係乜)?[了啊呀呢]*`;
  const english =
    "(?:i )?(?:really |just )?(?:(?:don't|do not|dont|can't|cannot|cant) (?:know|remember|have|recall|find)|dunno|forgot|have forgotten|lost|have no|have lost|no idea|not sure|unsure|undecided|no clue)(?: (?:yet|really|about|at|all|it|that|one|any|a|an|the|my|what|is|of|for|or|phone|number|tracking|order|id|code|here|now|right|on me|with me|handy|sorry|idea|either|already|anymore|any more|(?:invoice|receipt|bill|photo|picture|screenshot|proof|paper)s?))*";
  const none =
    '(?:also |sorry |got )?(?:no|without)(?: (?:an?|any|or))*(?: (?:or |and )?(?:no )?(?:invoice|receipt|bill|photo|picture|screenshot|proof|paper)s?)+(?: (?:either|sorry|left|here|now|already|for it|at all))*';
  return new RegExp(`^(?:${chinese}|${english}|${none})$`, 'i');
})();
const HAVE_NOT_ALONE = /^(?:没有|沒有|没|沒|冇)[了咗啊呀呢]*$/;

/** Whether the customer says that they do not know what was asked for. */
export const parseDontKnow: (text: string) => boolean = ofShort(readDontKnow);

function readDontKnow(text: string): boolean {
  if (text.length > LONGEST_SHORT) return false;
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/(?<![\s.。!！,，?？~～])[\s.。!！,，?？~～]+$/u, '');
  // 没有 alone is a no.
  return [bare(text), plain].some((form) => DONT_KNOW.test(form) && !HAVE_NOT_ALONE.test(form));
}

/** How "skip" is said in Chinese, from its parts: 那我先跳过这个吧, 這題不想填, 唔方便講, 可以不答嗎, 下一题. */
const SKIP_CHINESE = (() => {
  const polite = '(?:那|我|就|先|都|还是|還是|可以|可唔可以|可不可以|能不能|能否|能|请|請|帮我|幫我|暂时|暫時){0,6}';
  const it = '(?:这|這|呢|该|該|此)?一?(?:个|個|条|條|题|題|项|項|步|步骤|步驟|问题|問題){0,3}';
  const pass = `(?:跳过|跳過|略过|略過|留空|skip|pass)(?:去|咗|它|佢){0,3}${it}`;
  const wont =
    '(?:不|唔)(?:想|愿意|願意|方便|好)?(?:填写|填寫|填|回答|答|说|說|讲|講|写|寫|透露|提供|告诉你|告訴你|话你知|話你知|留|给|給|畀|俾)(?:你)?(?:电话|電話|手机|手機|号码|號碼|地址|名字|姓名)?(?:行|得)?';
  const tail = '(?:先|住|了|啦|吧|好吗|好嗎|可以吗|可以嗎|行吗|行嗎|行不行|得唔得|吗|嗎){0,6}';
  const unfit = '(?:不太?|不大|唔太?|有点不|有點不)方便';
  return new RegExp(`^${polite}${it}${polite}(?:${pass}|${wont}|${unfit}|下一?(?:个|個|条|條)?(?:问题|問題|题|題)|下一步)${tail}$`, 'u');
})();
const SKIP_ENGLISH = (() => {
  const polite = "(?:(?:please|can|could|may|i|we|just|i'll|i'd|like|want|to|would|let's|ok|and) ){0,12}";
  const what = '(?: (?:this|that|it|one|on|the|question|step|for|now|blank|please)){0,12}';
  const unsaid =
    "(?:rather not|prefer not(?: to)?|(?:don't|do not|dont|not) want to|not)(?: (?:say|tell|answer|share|give|leave|you|it|that|this|my|the|phone|number|name|address)){1,12}";
  return new RegExp(
    `^${polite}(?:(?:skip|pass|leave(?=.{0,40} blank))${what}|next(?: question| one)?|move on|no comment|rather not|prefer not to|${unsaid})(?: please)?$`,
  );
})();

/** Whether the customer would rather leave the question unanswered; that they do not know the answer is another matter. */
export const parseSkip: (text: string) => boolean = ofShort(readSkip);

function readSkip(text: string): boolean {
  if (text.length > LONGEST_SHORT) return false;
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
  return (
    SKIP_ENGLISH.test(plain) ||
    SKIP_CHINESE.test(plain.replaceAll(' ', '').replace(/(谢谢|謝謝|唔該|[啊呀呢哦喔噢嘛啦喎囉喇㗎]){1,8}$/u, ''))
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
const LAST = /^(最[后後尾](那|嗰|一)?[个個件条條项項]?|last|the last( one)?|下面(那|这)?[个個]?)$/;

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
