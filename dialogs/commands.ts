import type { Intent, Locale } from '../core/types.ts';
import { parseDontKnow, parseYesNo } from './answers.ts';
import { parseBack } from './corrections.ts';
import { isAboutAgreed, takesBack } from './reading.ts';
import { afterDenial, denies } from './requests.ts';
import { intentTitles, MENU, texts } from './texts.ts';
import { button, type Turn } from './turn.ts';

/** Something a customer may say at any time, whatever question is open. Looked at before any flow. */
export interface Command {
  readonly id: string;
  matches(turn: Turn): boolean;
  /**
   * Answers. `stop` drops every open flow; `resume` asks an open question again; `repeat` says the last thing once more; `back`
   * takes the last answer back; `stay` leaves all as it is.
   */
  run(turn: Turn): Promise<'stop' | 'resume' | 'repeat' | 'back' | 'stay'>;
}

const LANGUAGES: readonly (readonly [Locale, RegExp])[] = [
  [
    'en',
    /^(in |use |switch to |back to |speak |change to |can (we|you) (speak|use|do) |can i (speak|use) |do you speak )*(english)( please| pls|,? please)?$|^(请问|請問|请|請|可以|能不能|能否|能|会|會|你会|你會|麻烦|麻煩|我想|我要)?(用|说|說|讲|講|切换到?|切換到?|换成?|換成?|改成?)(英文|英语|英語)(吗|嗎|可以吗|可以嗎)?$|^(英文|英语|英語)$/,
  ],
  [
    'zh-Hant',
    /^(请问|請問|请|請|可以|能不能|能否|能|会|會|你会|你會|麻烦|麻煩|我想|我要)?(用|说|說|讲|講|切换到?|切換到?|换成?|換成?|改成?|打)?(繁体|繁體|繁体字|繁體字|正體|正體字|繁体中文|繁體中文|正體中文|广东话|廣東話|粤语|粵語)(讲|講|说|說|倾|傾|回覆|回复|沟通|溝通)?(吗|嗎|可以吗|可以嗎)?$|^(in |use |switch to |back to |speak |change to )?traditional chinese( please)?$/,
  ],
  [
    'zh-Hans',
    /^(请问|請問|请|請|可以|能不能|能否|能|会|會|你会|你會|麻烦|麻煩|我想|我要)?(用|说|說|讲|講|切换到?|切換到?|换成?|換成?|改成?|打)(简体|简体字|簡體|簡體字|简体中文|簡體中文|中文|普通话|普通話|国语|國語|汉语)(讲|講|说|說|沟通|溝通)?(吗|嗎|可以吗|可以嗎)?$|^(简体|簡體|简体中文|簡體中文|中文|普通话)$|^(in |use |switch to |back to |speak |change to )?(simplified )?chinese( please)?$|^(in |use |switch to |speak |change to )mandarin( please)?$/,
  ],
];

/** Longer messages are no commands, whatever they begin with. */
const LONGEST = 60;

/** The language a message asks for; undefined unless the whole message is that wish, so that 我要英文发票 is none. */
export function parseLanguageWish(text: string): Locale | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<![\s。．.!?？！~～])[\s。．.!?？！~～]+$/u, '')
    .trim();
  if (plain.length > LONGEST) return undefined;
  const locale = LANGUAGES.find(([, pattern]) => pattern.test(plain))?.[0];
  // 說中文 is asked for in the characters that are wanted.
  return locale === 'zh-Hans' && /[說講國語換請幫麼嗎]/.test(plain) && !/[简簡]/.test(plain) ? 'zh-Hant' : locale;
}

/** Asked for in words. */
export const language: Command = {
  id: 'language',
  matches: (turn) => parseLanguageWish(turn.understanding.text) !== undefined,
  run: (turn) => changeLanguage(turn, parseLanguageWish(turn.understanding.text) ?? turn.locale),
};

/** Goes on in another language: an open question is asked again in it, and choices that were shown are shown again. */
export async function changeLanguage(turn: Turn, locale: Locale): Promise<'resume'> {
  turn.locale = locale;
  const { offered, dialogs } = turn.memory;
  const choices = dialogs.dialogStack.length > 0 ? [] : offered.length > 0 ? offered : MENU;
  await turn.reply(texts.languageSet, { buttons: choices.map((intent) => button(turn, intentTitles[intent])) });
  return 'resume';
}

const REPEAT = (() => {
  const what = '(?:什么|什麼|啥|嗯|哈|蛤|吓|咩話|咩呀|咩|what|huh|pardon|sorry|come again)[?？]{1,20}';
  const notUnderstood = '(?:我)?(?:没|沒|看不|听不|聽不|唔|睇唔|聽唔)(?:太)?(?:看懂|听懂|聽懂|明白|懂|明|到|清楚|听清|聽清)';
  const polite = '(?:请|請|麻烦|麻煩|可唔可以|可以|能不能)?(?:你|您)?';
  const again =
    '(?:再(?:说|說|讲|講|发|發)(?:一)?(?:遍|次)|再?重复(?:一)?(?:遍|次)|(?:再)?講多(?:一)?次|(?:说|說|讲|講)?慢(?:一)?(?:点|點|啲)(?:说|說|讲|講)?|(?:说|說|講)(?:得)?(?:简单|簡單)(?:点|點|啲))';
  const english =
    "(?:(?:please|can you|could you|would you) ){0,4}(?:repeat|say|explain)(?: (?:that|it|this))?(?: again| once more)?|say again|what did you say|i (?:don'?t|didn'?t|do not|did not|no|not|cannot|can'?t) (?:understand|get (?:it|that|this)|follow)|what do you mean|(?:(?:a bit|a little|speak|go|talk|much) ){0,4}slower|(?:speak|talk) slowly|one more time|in plain english";
  return new RegExp(
    `^(?:${what}|${notUnderstood}[啊呀喎了]{0,6}|${polite}${again}(?:吗|嗎|吧|啦|呀)?|(?:sorry,? )?(?:${english})(?: please)?)[.。!！?？]{0,20}$`,
    'i',
  );
})();

/** Says the last thing once more: the open question, or the last answer. */
const repeat: Command = {
  id: 'repeat',
  matches: ({ understanding }) => understanding.text.length < LONGEST && REPEAT.test(understanding.text.trim().replaceAll('’', "'")),
  run: async () => 'repeat',
};

const back: Command = {
  id: 'back',
  // 按错了 after an offer was accepted is about that.
  matches: (turn) => parseBack(turn.understanding.text) && !(isAboutAgreed(turn) && takesBack(turn)),
  run: async () => 'back',
};

const WAIT =
  /^(?:(?:哎|啊|好|ok|oh|no|单号|單號|号码|號碼)[喔哦啊呀，,。. ]*)?(?:等(?:一)?(?:下|等|阵|陣)(?:先|啊|呀|哈)?|等我\p{Script=Han}{0,6}|稍等(?:一下|片刻)?|请稍等|我(?:去|先|再|要)?(?:找|搵|看|睇|翻)(?:找|看|翻|下|一下|吓|单号|單號|号码|號碼)(?:先|啊|呀)?|(?:去|先)?(?:找|搵|翻)(?:找|一下|下)先?|(?:please )?(?:hold on|hang on|wait)(?: please| a (?:sec|second|moment|minute|bit))?|(?:just )?(?:one|a|1) (?:sec|second|moment|minute)(?: please)?|let me (?:find|look for|search for|grab)(?: [\w']+){0,4}|let me (?:see|look|check|think)(?: it| that)?)[.。!！~～…]*$/iu;

/** The customer needs a moment: nothing is asked again. */
const pause: Command = {
  id: 'pause',
  matches: ({ understanding }) => understanding.text.length < LONGEST && WAIT.test(understanding.text.normalize('NFKC').trim()),
  async run(turn) {
    await turn.reply(texts.takeYourTime);
    return 'stay';
  },
};

const RESTART =
  /^(我)?(想|要|可以|帮我|幫我|请|請|先)*((取消|算了)[，, ]*)?(重新开始|重新開始|从头开始|從頭開始|从头再来|從頭再來|从头来过|從頭來過|重来|重來|重新来过?|重新來過?|重头来过|由頭嚟過|由头嚟过|重新嚟過|重头嚟过)(一次|一遍)?(吧|啦|好吗|好嗎|可以吗|可以嗎|得唔得)?[.。!！?？]*$|^(ok |okay |please |no |wait |let's |can we |can i |i want to |i'd like to |cancel (that|this|it|everything) (and )?|cancel,? (and )?|forget it,? )*(start (over|again|from scratch|from the beginning|anew|afresh)|restart|begin again|reset)( please)?[.!?]*$/i;

/** Drops every open flow and shows what can be begun. */
const restart: Command = {
  id: 'restart',
  matches: ({ understanding }) =>
    understanding.text.length < LONGEST && RESTART.test(understanding.text.normalize('NFKC').replaceAll('’', "'").trim()),
  async run(turn) {
    await turn.reply(texts.startOver, { buttons: MENU.map((intent) => button(turn, intentTitles[intent])) });
    return 'stop';
  },
};

/** Whether the open business is to be dropped. Asked once the open question could make nothing of the message: "no" may answer it. */
export function meansStop(turn: Turn): boolean {
  const { text, intent, decision } = turn.understanding;
  if (parseDontKnow(text)) return false;
  return (intent === 'cancel' && decision === 'act' && !tellsInstead(turn)) || parseYesNo(text) === false;
}

/** "No wait, 90 pounds", "forget that, the shoes came damaged": one thing is taken back and another said, which must not be lost. */
function tellsInstead(turn: Turn): boolean {
  const { text } = turn.understanding;
  if (/\d/.test(text)) return true;
  const rest =
    afterDenial(text) ??
    text
      .split(/[，,。.!！;；\n]+\s*/)
      .slice(1)
      .join(', ');
  if (rest === '' || denies(rest)) return false;
  const { intent, decision } = turn.understand(rest);
  return decision === 'act' && !EMPTY.has(intent);
}

const EMPTY: ReadonlySet<Intent> = new Set(['cancel', 'thank', 'goodbye', 'greet', 'out_of_scope', 'help']);

/** Drops every open flow; begun by `meansStop`. */
export const cancel: Command = {
  id: 'cancel',
  matches: meansStop,
  async run(turn) {
    await turn.reply(texts.cancelled);
    return 'stop';
  },
};

/** So long after stopping, going on means what was stopped. */
const GO_ON_MS = 600_000;
const GO_ON =
  /^(?:(?:不是|不对|不對|等等|等一下|等阵|等陣|啊|哎|算了|唔係|不)[啦呀，,、\s]*)*(?:我|那)?(?:还是|還是|都係|都系)(?:要|想|得)?(?:继续|繼續)?(?:投诉|投訴|客诉|客訴|登记|登記|[赔賠][偿償钱錢]?|办|辦|做|说|講|讲|弄)(?:吧|啦|喇|下去|完|了|一下)*[。.!！]*$|^(?:继续|繼續|接着|接著|接返)(?:刚才|剛才|刚刚|剛剛|头先|頭先)?(?:的|那个|那個|嗰個)?(?:办|辦|来|來|说|說|講|投诉|投訴|客訴|吧|啦|喇)*[。.!！]*$|^(?:(?:no|actually|wait|ok|sorry|on second thou?ght)[, ]*)*(?:let'?s |please |i(?: do|'ll)? )?(?:still )?(?:go on|continue|carry on|want (?:to )?(?:go on|continue|complain|it))(?: with (?:it|that|the complaint|my complaint))?(?: after all)?[.! ]*$/i;

/** "Let's go on after all": what was open when the customer stopped a moment ago is open again, with all they had said. */
const goOn: Command = {
  id: 'goOn',
  matches({ understanding, memory, now }) {
    const { dropped } = memory;
    if (!dropped || memory.dialogs.dialogStack.length > 0 || now.getTime() - dropped.atMs > GO_ON_MS) return false;
    return GO_ON.test(understanding.text.normalize('NFKC').replaceAll('’', "'").trim());
  },
  async run(turn) {
    turn.memory.dialogs.dialogStack.push(...(turn.memory.dropped?.frames ?? []));
    delete turn.memory.dropped;
    await turn.reply(texts.goingOn);
    return 'resume';
  },
};

/** Looked at before an open question, in this order. */
export const commands: readonly Command[] = [language, repeat, back, restart, pause, goOn];
