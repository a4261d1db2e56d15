import { describe, expect, it } from 'vitest';
import { findPraised, typeOf } from '../../dialogs/complaint/kinds.ts';
import { findPlainWish, findRemedy } from '../../dialogs/complaint/remedies.ts';
import { addToStory, type ComplaintSlots, MOST_WORDS } from '../../dialogs/complaint/slots.ts';
import { shareIn } from '../../dialogs/complaint/wishes.ts';
import { isBare, isDone, isDropped, weighWords } from '../../dialogs/complaint/words.ts';

describe('what kind of ticket it is', () => {
  it.each([
    ['我要表扬快递员小王', 'praise', '小王'],
    ['快递员态度特别好，我要表扬他', 'praise', '快递员'],
    ['想稱讚一下你們的司機陳師傅，幫阿嬤把箱子搬上三樓', 'praise', '陳師傅'],
    ["I'd like to compliment your driver Tom Baker", 'praise', 'Tom Baker'],
    ['想给跑我们厂的小李师傅写个表扬信', 'praise', '小李师傅'],
    ['给快递小哥点个赞', 'praise', '小哥'],
  ])('%s', (text, type, praised) => {
    expect([typeOf(text), findPraised(text)]).toEqual([type, praised]);
  });

  it.each([
    '建议你们驿站晚上延长到十点',
    '我有个建议',
    '我想提個建議',
    '给你们提点意见',
    'I have a suggestion',
    "I'd suggest longer hours",
  ])('%s is a suggestion', (text) => expect(typeOf(text)).toBe('suggestion'));

  it.each([
    ...['你们还好意思要表扬，我要投诉', '不值得表扬', '你们是不是该表扬自己', '有什么建议吗', '没有意见', '我有意见！你们太慢了'],
    ...['建议你们赔钱', 'any suggestions?', 'I would not praise that', '我要投诉', '快递到哪了'],
  ])('%s is neither praise nor a suggestion', (text) => expect(typeOf(text)).toBeUndefined());
});

describe('what a message in the intake amounts to', () => {
  it.each(['投诉', '我要投诉你们', '我想提個建議', 'I want to make a complaint', 'how do I claim compensation?', '客訴'])(
    '%s says nothing yet',
    (text) => expect(isBare(text)).toBe(true),
  );
  it.each(['我的快递', '慢', '投诉快递员', 'the parcel was lost', '昨天'])('%s says something', (text) => expect(isBare(text)).toBe(false));

  it.each(['提交', '没有了', '就这些', '冇喇', "that's all", 'submit', '没有要补充的'])('%s ends the story', (text) =>
    expect(isDone(text)).toBe(true),
  );
  it.each(['就没了', '也没有', '没人来', '算了', 'no one came', '这样'])('%s does not end it', (text) => expect(isDone(text)).toBe(false));

  it.each(['算了', '取消', '不投诉了', '还是算了吧', 'forget it', 'cancel the complaint'])('%s drops it', (text) =>
    expect(isDropped(text)).toBe(true),
  );
  it.each(['没有', '我没取消过订单', '他们让我算了', 'they cancelled my order'])('%s does not drop it', (text) =>
    expect(isDropped(text)).toBe(false),
  );

  it('weighs a Chinese character as one and another word as two', () => {
    expect(weighWords('XB000000001038 杯子碎了')).toBe(4);
    expect(weighWords('the cup broke')).toBe(6);
  });
});

describe('what would put it right', () => {
  it.each([
    ['退运费吧', 'refund'],
    ['賠錢啦', 'compensation'],
    ['再派一次', 'redelivery'],
    ['我要佢道歉', 'apology'],
    ['给个说法', 'explanation'],
    ['send me a new one', 'replacement'],
    ['不要你们道歉，退运费', 'refund'],
    ['赔礼道歉', 'apology'],
  ])('%s is %s', (text, remedy) => expect(findRemedy(text)).toBe(remedy));

  it('finds no wish where none is', () => {
    expect(findRemedy('换个号码，打13912345678')).toBeUndefined();
    expect(findPlainWish('快递员态度很差')).toBeUndefined();
  });

  it.each([
    ['里面的酒全碎了', { part: 1, whole: 1 }],
    ['6瓶碎了2瓶', { part: 2, whole: 6 }],
    ['3 of the 12 cups are broken', { part: 3, whole: 12 }],
  ])('%s tells how much is harmed', (text, share) => expect(shareIn(text)).toEqual(share));

  it('does not guess how much is harmed', () => expect(shareIn('杯子碎了')).toBeUndefined());
});

describe('the story', () => {
  const slots = (): ComplaintSlots => ({
    ...{ type: 'complaint', isClaim: false, story: '', mood: { anger: 0, risks: [] }, fileIds: [] },
    ...{ level: 0, wrongDigits: 0, asked: [] },
  });

  it('keeps every message on a line of its own, up to 8,000 characters', () => {
    const told = slots();
    for (let n = 0; n < 10; n++) expect(addToStory(told, '碎'.repeat(700))).toBe(true);
    // Ten times 700 and nine line breaks are 7,009; the next 700 do not fit, 990 of room are used.
    expect(told.story).toHaveLength(7009);
    expect(addToStory(told, '碎'.repeat(1000))).toBe(false);
    expect(told.story).toHaveLength(MOST_WORDS);
  });

  it('leaves a number that stands alone to its own place', () => {
    const told = slots();
    addToStory(told, 'XB000000001038');
    expect(told.story).toBe('');
  });
});
