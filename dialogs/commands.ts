import type { Locale } from '../core/types.ts';
import { parseYesNo } from './answers.ts';
import { texts } from './texts.ts';
import type { Turn } from './turn.ts';

/** Something a customer may say at any time, whatever question is open. Looked at before any flow. */
export interface Command {
  readonly id: string;
  matches(turn: Turn): boolean;
  /** Answers. `stop` drops every open flow; `resume` asks an open question again; `repeat` says the last thing once more. */
  run(turn: Turn): Promise<'stop' | 'resume' | 'repeat'>;
}

const LANGUAGES: readonly (readonly [Locale, RegExp])[] = [
  [
    'en',
    /^(in |use |switch to |speak |change to |can (we|you) (speak|use|do) |can i (speak|use) |do you speak )*(english)( please| pls|,? please)?$|^(请问|請問|请|請|可以|能不能|能否|能|会|會|你会|你會|麻烦|麻煩|我想|我要)?(用|说|說|讲|講|切换到?|切換到?|换成?|換成?|改成?)(英文|英语|英語)(吗|嗎|可以吗|可以嗎)?$|^(英文|英语|英語)$/,
  ],
  [
    'zh-Hant',
    /^(请问|請問|请|請|可以|能不能|能否|能|会|會|你会|你會|麻烦|麻煩|我想|我要)?(用|说|說|讲|講|切换到?|切換到?|换成?|換成?|改成?|打)?(繁体|繁體|繁体字|繁體字|正體|正體字|繁体中文|繁體中文|正體中文|广东话|廣東話|粤语|粵語)(吗|嗎|可以吗|可以嗎)?$|^(in |use |switch to |speak |change to )?traditional chinese( please)?$/,
  ],
  [
    'zh-Hans',
    /^(请问|請問|请|請|可以|能不能|能否|能|会|會|你会|你會|麻烦|麻煩|我想|我要)?(用|说|說|讲|講|切换到?|切換到?|换成?|換成?|改成?|打)(简体|简体字|簡體|簡體字|简体中文|簡體中文|中文|普通话|普通話|国语|國語|汉语)(吗|嗎|可以吗|可以嗎)?$|^(简体|簡體|简体中文|簡體中文|中文|普通话)$|^(in |use |switch to |speak |change to )?(simplified )?chinese( please)?$|^(in |use |switch to |speak |change to )mandarin( please)?$/,
  ],
];

/** The language a message asks for; undefined unless the whole message is that wish, so that 我要英文发票 is none. */
export function parseLanguageWish(text: string): Locale | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s。．.!?？！~～]+$/u, '')
    .trim();
  if (plain.length > 40) return undefined;
  return LANGUAGES.find(([, pattern]) => pattern.test(plain))?.[0];
}

const language: Command = {
  id: 'language',
  matches: (turn) => parseLanguageWish(turn.understanding.text) !== undefined,
  async run(turn) {
    turn.locale = parseLanguageWish(turn.understanding.text) ?? turn.locale;
    await turn.reply(texts.languageSet);
    return 'resume';
  },
};

const REPEAT =
  /^(什么|什麼|啥|嗯|哈|咩話|咩呀|咩|what|huh|pardon|sorry|come again)[?？]+$|^(没看懂|沒看懂|没听懂|沒聽懂|看不懂|听不懂|聽不懂|没明白|沒明白|唔明|睇唔明|(请|請|麻烦|麻煩)?(你)?再(说|說|讲|講|发|發)一(遍|次)|(再)?重复一(遍|次)|再講多次|慢一点|慢一點|慢点说|说简单点|說簡單點|(can you |could you |please )?(repeat|say) (that|it)( again)?|say again|what did you say|i (don'?t|didn'?t|do not|did not) (understand|get (it|that))|what do you mean)[.。!！?？]*$/i;

/** Says the last thing once more: the open question, or the last answer. */
const repeat: Command = {
  id: 'repeat',
  matches: ({ understanding }) => REPEAT.test(understanding.text.trim()),
  run: async () => 'repeat',
};

/** Whether the open business is to be dropped. Asked once the open question could make nothing of the message: "no" may answer it. */
export function meansStop({ understanding }: Turn): boolean {
  return (understanding.intent === 'cancel' && understanding.decision === 'act') || parseYesNo(understanding.text) === false;
}

/** Drops every open flow; begun by `meansStop`. */
export const cancel: Command = {
  id: 'cancel',
  matches: meansStop,
  async run(turn) {
    await turn.reply(texts.cancelled);
    return 'stop';
  },
};

/** Looked at before an open question, in this order. */
export const commands: readonly Command[] = [language, repeat];
