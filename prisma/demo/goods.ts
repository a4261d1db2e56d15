import type { Random } from './random.ts';

/** Something people send: price in fen, weight in grams, six digits of the Harmonized System. */
export interface Good {
  readonly zh: string;
  readonly en: string;
  readonly unitMinor: number;
  readonly weightGrams: number;
  readonly hsCode: string;
}

const LINES = [
  '女士羊毛衫|Wool sweater|25900|520|611011',
  '男士衬衫|Cotton shirt|15900|320|620520',
  '运动鞋|Running shoes|39900|980|640411',
  '儿童连衣裙|Girl dress|9900|260|620442',
  '真丝围巾|Silk scarf|19900|120|621410',
  '龙井茶叶礼盒|Longjing tea gift box|26800|650|090210',
  '景德镇茶具套装|Porcelain tea set|45800|2600|691110',
  '青花瓷花瓶|Porcelain vase|32800|1900|691390',
  '蓝牙耳机|Wireless earphones|29900|180|851830',
  '充电器|USB charger|7900|140|850440',
  '机械键盘|Mechanical keyboard|34900|1100|847160',
  '手机壳|Phone case|2900|60|392690',
  '空气炸锅|Air fryer|36900|4800|851660',
  '电饭煲|Rice cooker|29900|3900|851660',
  '台灯|Desk lamp|12900|1200|940521',
  '图书三册|Three books|10800|1300|490199',
  '文具套装|Stationery set|4900|450|960990',
  '毛绒玩具|Plush toy|8900|480|950300',
  '积木玩具|Building blocks|21900|1500|950300',
  '护肤套装|Skin care set|48900|700|330499',
  '坚果礼盒|Nut gift box|13800|1800|200819',
  '新鲜水果（冰袋）|Fresh fruit with cool pack|8800|3500|080810',
  '大米10千克|Rice 10 kg|7900|10200|100630',
  '汽车脚垫|Car floor mats|23900|5200|570330',
  '五金配件|Hardware parts|6600|2300|731815',
  '样品布料|Fabric samples|3000|900|520842',
  '合同文件|Contract documents|0|200|490700',
];

export const GOODS: readonly Good[] = LINES.map((line) => {
  const [zh = '', en = '', unit, grams, hsCode = ''] = line.split('|');
  return { zh, en, unitMinor: Number(unit), weightGrams: Number(grams), hsCode };
});

/** Throws when nobody sends that; `zh` as in the table. */
export function goodOf(zh: string): Good {
  const found = GOODS.find((good) => good.zh === zh);
  if (!found) throw new Error(`There is no ${zh} among the goods.`);
  return found;
}

/** What is in one parcel: so many kinds, some of them several times. */
export function pickGoods(kinds: number, random: Random): { good: Good; quantity: number }[] {
  return Array.from({ length: kinds }, () => ({ good: random.pick(GOODS), quantity: random.chance(0.7) ? 1 : random.integer(2, 4) }));
}
