import { describe, expect, it } from 'vitest';
import { parseChoice, parseDontKnow, parseSkip, parseYesNo } from '../../dialogs/answers.ts';

describe('short answers', () => {
  it.each(['对的', '是的没错', '嗯', '嗯嗯', '确认', '對', '沒問題', '係呀', '好的，谢谢', 'OK', 'yes please!', 'Yep.', '👍', '好滴～'])(
    '%s is a yes',
    (text) => {
      expect(parseYesNo(text)).toBe(true);
    },
  );

  it.each(['不用', '不用了', '唔使', '不是', '不需要，谢谢', '算了吧', 'no', 'Nope', 'no thanks', '唔要', '先不用'])(
    '%s is a no',
    (text) => {
      expect(parseYesNo(text)).toBe(false);
    },
  );

  it.each(['中', '好像不对', '不要放快递柜', '是什么', 'no idea where it is', 'yesterday', '', '行李', 'XB000000012348'])(
    '%s is neither',
    (text) => {
      expect(parseYesNo(text)).toBeUndefined();
    },
  );

  it.each([
    '跳过',
    '先跳过',
    '略过吧',
    '跳过这个问题',
    '那我先跳过这一步',
    '这个不填',
    '不想说',
    '不方便透露',
    '可以不填吗？',
    '下一个问题',
    '跳過',
    '這題先跳過',
    '這個不填',
    '我不想回答',
    '不方便提供',
    '下一題',
    '唔想講',
    '唔方便講喎',
    '呢題唔答',
    'skip咗佢先啦',
    '可唔可以唔填呀',
    'Skip',
    'skip this one please',
    'can we skip that?',
    'pass',
    'next question',
    "I'd rather not say",
    'prefer not to tell you',
    'I don’t want to answer that',
    'leave it blank',
  ])('%s skips the question', (text) => {
    expect(parseSkip(text)).toBe(true);
  });

  it.each([
    '不',
    '不用了',
    '不知道',
    '下一个包裹',
    '他不说话',
    '跳过安检的包裹',
    'leave it',
    'no',
    'not sure',
    "don't know",
    'pass me to a human',
    'next week',
    'I want to say something',
    '不好',
    '',
  ])('%s does not skip it', (text) => {
    expect(parseSkip(text)).toBe(false);
  });

  it.each(['不知道', '唔知', "I don't have it", '忘了'])('%s is not known', (text) => {
    expect(parseDontKnow(text)).toBe(true);
    expect(parseSkip(text)).toBe(false);
  });

  const titles = ['查快递', '退货', '投诉'];
  it.each([
    ['退货', 1],
    ['②', 1],
    ['第二个', 1],
    ['第三項', 2],
    ['最后一个', 2],
    ['the last one', 2],
    ['1', 0],
    ['第五个', undefined],
    ['随便', undefined],
  ])('%s chooses %s', (text, index) => {
    expect(parseChoice(text, titles)).toBe(index);
  });
});
