import { describe, expect, it } from 'vitest';
import { maskName, maskPhone, maskTraceText } from '../../core/masking.ts';

describe('masking', () => {
  it.each([
    ['李晓红', '李*'],
    ['欧阳娜娜', '欧阳*'],
    ['司徒雷', '司徒*'],
    ['John Smith', 'J*** S***'],
    ['本人', '本人'],
    ['门卫', '门卫'],
    ['前台代签', '前台代签'],
    ['', ''],
  ])('shows the name %s as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it.each([
    ['13800001234', '138****1234'],
    ['+8613800001234', '138****1234'],
    ['+85291234567', '****67'],
  ])('shows the phone %s as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  it.each([
    ['正在派送，派件员：张三丰，电话 13800002222', ['张三丰', '13800002222'], '派件员：张*'],
    ['已签收，签收人：李晓红', ['李晓红'], '签收人：李*'],
    ['已签收，签收人：本人', [], '签收人：本人'],
    ['【天河网点】快递员陈大文（138-0000-1111）已揽收', ['陈大文', '0000-1111'], '天河网点'],
    ['Out for delivery, courier: Max Mustermann', ['Mustermann'], 'courier: M*** M***'],
    ['客服电话 020-87654321', ['87654321'], '020-****4321'],
    ['快件已到达【嘉兴转运中心】', [], '快件已到达【嘉兴转运中心】'],
  ])('cleans %s', (text, gone, kept) => {
    const shown = maskTraceText(text);
    for (const secret of gone) expect(shown).not.toContain(secret);
    expect(shown).toContain(kept);
  });
});
