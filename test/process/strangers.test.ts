import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts as trackTexts } from '../../dialogs/track/texts.ts';
import { type Activity, call, callApi, LAST_FOUR, openChat, pushParcel, readable, repliesTo } from './client.ts';
import { cleanUp, type Product, poll, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  // Trusting a proxy lets the test come from many addresses; wrong answers are counted by address too.
  product = await startProduct({ env: { DEMO: '0', TRUST_PROXY: '1', LOG_LEVEL: 'warn' } });
}, 90_000);
afterAll(cleanUp);

/** After whatever was done to it, the product serves and has met nothing it did not foresee. */
const expectUnharmed = async (): Promise<void> => {
  expect((await call(`${product.url}/readyz`, 'GET')).status).toBe(200);
  expect(product.output()).not.toMatch(/"level":50|Unhandled|a flow failed/);
};

describe('guests who call themselves alike', () => {
  it('neither see nor withdraw each other’s complaints, and find their own again', async () => {
    const number = await pushParcel(product, 824);
    const open = (n: number) =>
      openChat(product, { address: `10.13.0.${n}`, named: n % 2 ? { user: { id: 'tom' } } : { User: { Id: 'tom' } } });
    const from = { from: { id: 'tom' } };
    const [first, second] = [await open(1), await open(2)];
    let heard = readable(await first.ask(`快递${number}收到时箱子压扁了，里面耳机都碎了，我要投诉你们`, from));
    const answers: readonly (readonly [RegExp, string])[] = [
      [/后四位/, '跳过'],
      [/照片/, '没有照片'],
      [/怎么处理/, '赔偿吧'],
      [/电话/, '13800138000'],
    ];
    for (let n = 0; !/CMP-\d{8}-\d{4}/.test(heard) && n < 8; n++)
      heard = readable(await first.ask(answers.find(([asked]) => asked.test(heard))?.[1] ?? '没有了', from));
    const reference = /CMP-\d{8}-\d{4}/.exec(heard)?.[0] ?? 'none was opened';
    expect(reference).toMatch(/^CMP/);
    for (const text of ['我的投诉怎么样了', `${reference} 怎么样了`, `撤销投诉 ${reference}`]) {
      const answer = readable(await second.ask(text, from));
      expect(answer).not.toContain('耳机');
      expect(answer).not.toMatch(/已(?:经)?(?:撤|取消)/);
    }
    const { json } = await callApi(product, 'GET', `/complaints/${reference}`);
    expect(['NEW', 'ASSESSED']).toContain(json.status);
    expect(readable(await first.ask('我的投诉怎么样了', from))).toContain(reference);
  });
});

describe('guessing the last four digits', () => {
  const GUESSERS = 300;
  /** Of everybody together at one parcel; see rules/verification/guessing.ts. */
  const MAX_WRONG = 60;
  const kindOf = (activity: Activity | undefined): string =>
    Object.entries(trackTexts).find(([, text]) => sayPattern(text.en).test(activity?.text ?? ''))?.[0] ?? activity?.text ?? 'nothing';
  /** The text with anything for its values. */
  const sayPattern = (text: string): RegExp =>
    new RegExp(
      `^${text
        .split(/\{\w+\}/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.+')}$`,
    );

  it('three hundred guesses at once are sixty that count; then digits are closed for that parcel, and a call-back is offered', async () => {
    const number = await pushParcel(product, 821);
    const guesses = Array.from({ length: GUESSERS }, (_, n) => String(n).padStart(4, '0'));
    expect(guesses).not.toContain(LAST_FOUR);
    const chats = await inBatches(guesses, 50, async (_, n) => {
      // Each from an address of its own: what holds must be the limit of the shipment.
      const chat = await openChat(product, { locale: 'en', address: `10.9.${n >> 8}.${n & 255}` });
      await chat.post({ type: 'message', text: `where is ${number}`, locale: 'en' });
      return chat;
    });
    // As clients do, a guess that was not taken for now is sent again under its id.
    const sent = await Promise.all(
      chats.map((chat, n) => {
        const guess = { type: 'message', text: guesses[n], locale: 'en', channelData: { clientActivityID: `guess-${n}` } };
        return poll(120_000, `guess ${n} is taken`, async () => {
          const answer = await chat.post(guess).catch(() => undefined);
          return answer?.status === 200 ? answer : undefined;
        });
      }),
    );
    const answers = await inBatches(chats, 50, async (chat, n) =>
      kindOf(repliesTo(sent[n]!.json.id, (await chat.history()).activities)[0]),
    );
    const count = (...kinds: string[]): number => answers.filter((answer) => kinds.includes(answer)).length;
    const [wrong, waiting] = [count('refused', 'refusedFor'), count('waiting')];
    expect({ wrong, waiting }).toEqual({ wrong: MAX_WRONG, waiting: GUESSERS - MAX_WRONG });

    const owner = await openChat(product, { locale: 'en', address: '10.10.0.1' });
    await owner.ask(`where is ${number}`);
    const [refusal] = await owner.ask(LAST_FOUR);
    expect(kindOf(refusal)).toBe('waiting');
    expect(refusal?.text).toMatch(/in \d+ hours/);
    expect(JSON.stringify(refusal?.suggestedActions)).toContain('Talk to a person');
    expect(readable(await owner.ask(`where is ${number}`))).not.toContain('蓝牙耳机');
    await expectUnharmed();
  }, 180_000);

  it('a stranger who guesses wrong hinders the owner in nothing', async () => {
    const number = await pushParcel(product, 823);
    const stranger = await openChat(product, { locale: 'en', address: '10.12.0.1' });
    for (const text of [`where is ${number}`, '0001', '0002', '0003', '0004', '0005']) await stranger.ask(text);
    // Inside the wait the right ones are answered as the wrong ones.
    expect(kindOf((await stranger.ask(LAST_FOUR))[0])).toBe('waiting');
    for (const address of ['10.12.0.2', '10.12.0.1']) {
      const owner = await openChat(product, { locale: 'en', address });
      await owner.ask(`where is ${number}`);
      expect(readable(await owner.ask(LAST_FOUR))).toContain('蓝牙耳机');
    }
  });

  it('tells nothing of whether an order exists', async () => {
    await pushParcel(product, 822, { orderNumber: 'SO-20261120' });
    const ask = async (order: string, address: string): Promise<string[]> => {
      const heard: string[] = [];
      const chat = await openChat(product, { locale: 'en', address });
      for (const text of [`where is my order ${order}`, '0001', '0002', '0003', '0004', '0005', '0006'])
        heard.push(...(await chat.ask(text)).map((reply) => readable([reply]).replaceAll(order, 'ORDER')));
      return heard;
    };
    const [known, unknown] = [await ask('SO-20261120', '10.11.0.1'), await ask('SO-20261121', '10.11.0.2')];
    expect(known).toEqual(unknown);
    expect(known.filter((text) => text.includes(trackTexts.refused.en))).toHaveLength(2);
    expect(known.slice(3)).toEqual(Array(4).fill(expect.stringContaining('in 1 minute')));
  });
});

/** Runs `work` over a list, `size` at a time. */
async function inBatches<T, R>(list: readonly T[], size: number, work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < list.length; from += size)
    results.push(...(await Promise.all(list.slice(from, from + size).map((item, at) => work(item, from + at)))));
  return results;
}
