import { maskName, maskTraceText } from '../core/masking.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { readLabelled, type Score, score } from './maskingScore.ts';

const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
const GOAL = 0.98;

/** How well names, phones, codes and addresses in carriers' texts are told from what may be read. */
export const masking: Benchmark = {
  name: 'masking',
  title: 'Masking of labelled carrier texts',
  async run() {
    const texts = LANGUAGES.flatMap(readLabelled);
    const signers = readLabelled('signers');
    const measure = (isUnseen: boolean): readonly [Score, Score] => {
      const wanted = texts.filter((line) => line.isUnseen === isUnseen);
      const ours = score(wanted, (text, isRecipient) => maskTraceText(text, { isRecipient }));
      const ofSigners = score(
        signers.filter((line) => line.isUnseen === isUnseen),
        maskName,
      );
      const plain = score(wanted, maskPlainly);
      return [add(ours, ofSigners), plain];
    };
    return [false, true].flatMap((isUnseen) => {
      const [ours, plain] = measure(isUnseen);
      const half = isUnseen ? 'unseen half' : 'development half';
      if (process.argv.includes('--faults') && !isUnseen) for (const fault of ours.faults) console.log(`  ${fault}`);
      return [
        figure(`precision, ${half}`, precisionOf(ours), precisionOf(plain), 'of what was hidden, what should be'),
        figure(`recall, ${half}`, recallOf(ours), recallOf(plain), `of ${ours.secrets} names, phones, codes and addresses`),
      ];
    });
  },
};

const precisionOf = ({ hidden, others }: Score): number => hidden / (hidden + others);
const recallOf = ({ hidden, secrets }: Score): number => hidden / secrets;

const add = (one: Score, other: Score): Score => ({
  hidden: one.hidden + other.hidden,
  secrets: one.secrets + other.secrets,
  others: one.others + other.others,
  faults: [...one.faults, ...other.faults],
});

const figure = (name: string, value: number, reference: number, note: string): Figure => ({
  name,
  value,
  unit: '',
  reference: { name: 'two patterns, for phones and for what follows 员：', value: reference },
  goal: { of: 'value', is: 'at least', limit: GOAL },
  note,
});

/** What one would write in two lines. */
function maskPlainly(text: string): string {
  return text.replace(/\d{11}/g, '****').replace(/([员人][:：]?)\p{Script=Han}{2,3}/gu, '$1**');
}
