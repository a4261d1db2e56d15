import { describe, expect, it } from 'vitest';
import { parseChoice, parseLastFour, parseYesNo } from '../../dialogs/answers.ts';

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

  it.each([
    ['1234', '1234'],
    ['尾号１２３４', '1234'],
    ['后四位是 12 34', '1234'],
    ['一二三四', '1234'],
    ['幺两三四', '1234'],
    ['13900001234', '1234'],
    ['12345', undefined],
    ['1234 还是 5678', undefined],
    ['XB000000012348', undefined],
    ['没有', undefined],
  ])('%s gives the digits %s', (text, digits) => {
    expect(parseLastFour(text)).toBe(digits);
  });
});
