import { describe, expect, it } from 'vitest';
import { GOODS } from '../../../prisma/demo/goods.ts';
import { tellGoods } from '../../../rules/shipments/goods.ts';

const party = (name: string, phone: string) => ({ name, phone, country: 'CN', province: '', city: '' });
const PARTIES = { sender: party('顾明远', '+8613912340573'), recipient: party('Emma Stone', '+447700909264') };
const tell = (itemSummary: string) => tellGoods({ ...PARTIES, itemSummary });

describe('what is in a parcel', () => {
  it.each([...GOODS.flatMap(({ zh, en }) => [zh, en]), '陶瓷杯', '蓝牙耳机 ×1', 'iPhone 15 Pro 256GB', '洗发水500ml', '白糖、毛线'])(
    'is told as it is described: %s',
    (summary) => {
      expect(tell(summary)).toBe(summary);
    },
  );

  it.each([
    ['景明大道7号云栖花园3-1102室 13700008421 运动鞋；坏了退回', '运动鞋'],
    ['蓝牙音箱（寄件人顾明远 尾号0573）', '音箱'],
    ['茶叶2盒 收件人电话 13800009264', '茶叶'],
    ['For Emma, wireless headphones x2', 'headphones'],
    ['Ceramic vase, return to 14 Rose Lane, Leeds LS1 4AP', 'vase'],
    ['图书, 取件码 8812', '图书'],
    ['李建国的手表', '手表'],
    ['送明远的茶叶', '茶叶'],
    ['書籍，聯絡電話 0912-345-678', '書籍'],
    ['零五七三 顾明远收', undefined],
    ['云栖花园3栋1102室', undefined],
    ['', undefined],
  ])('or is the goods alone: %s', (summary, told) => {
    expect(tell(summary)).toBe(told);
  });
});
