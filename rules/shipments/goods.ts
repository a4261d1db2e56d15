import { fold } from '../../core/han.ts';
import { holdsSomebodys, IS_SOMEBODYS, speaksOf } from './parties.ts';
import type { Shipment } from './types.ts';

/**
 * What is in a parcel, as both its parties may read it: the description as it stands; where somebody's phone, name, address or code is
 * written into it, the goods alone that it names, and undefined where it names none.
 */
export function tellGoods({
  itemSummary = '',
  sender,
  recipient,
}: Pick<Shipment, 'itemSummary' | 'sender' | 'recipient'>): string | undefined {
  const summary = itemSummary.normalize('NFKC').trim();
  if (summary === '') return undefined;
  const isTold = ![sender, recipient].some((party) => speaksOf(summary, party)) && !holdsSomebodys(summary);
  if (isTold) return itemSummary.trim();
  const named = summary.split(BETWEEN).flatMap(goodsIn);
  return named.length > 0 ? [...new Set(named)].join(/\p{Script=Han}/u.test(named.join('')) ? '、' : ', ') : undefined;
}

/** As it is written there. */
function goodsIn(word: string): readonly string[] {
  const folded = fold(word);
  const [start, end] = (IS_SOMEBODYS.test(folded) ? undefined : GOODS.exec(folded)?.indices?.[1]) ?? [0, 0];
  return end > start ? [word.slice(start, end)] : [];
}

const BETWEEN = /[\s,;。、|/()【】[\]:!?…~+&]+/u;

/** What people send, by its last word, in folded Chinese and English. */
const NAMES = [
  '耳机|手机|手机壳|平板|电脑|笔记本|键盘|鼠标|显示器|相机|镜头|充电器|充电宝|数据线|电池|音箱|手表|手环|路由器|打印机|硬盘|内存卡|u盘|台灯|灯具|灯泡|电视|风扇|吹风机|剃须刀|牙刷',
  '空气炸锅|电饭煲|电饭锅|水壶|锅具|炒锅|榨汁机|咖啡机|微波炉|吸尘器|加湿器|净化器|遥控器|无人机|游戏机|主板|显卡|零件|配件|五金|工具|螺丝|轴承|轮胎|脚垫',
  '衣服|上衣|外套|大衣|羽绒服|毛衣|羊毛衫|衬衫|t恤|卫衣|裤子|牛仔裤|裙子|连衣裙|内衣|袜子|鞋子|运动鞋|皮鞋|靴子|拖鞋|帽子|围巾|手套|皮带|领带|背包|书包|钱包|手提包|行李箱|雨伞|眼镜|童装|婴儿车|尿布|奶粉|奶瓶',
  '茶叶|茶具|茶杯|杯子|水杯|保温杯|碗|盘子|餐具|花瓶|陶瓷|瓷器|玻璃|毛巾|床单|被子|枕头|窗帘|地毯|沙发|椅子|桌子|书架|家具|镜子|挂钟|蜡烛|香水|口红|面膜|护肤品|护肤套装|化妆品|洗发水|沐浴露|牙膏|纸巾|洗衣液',
  '水果|苹果|橙子|芒果|蔬菜|大米|面条|零食|坚果|饼干|巧克力|糖果|月饼|蛋糕|咖啡|红酒|白酒|啤酒|饮料|蜂蜜|海鲜|肉干|调料|食品|保健品|药品|口罩|玩具|积木|毛绒玩具|拼图|乐器|吉他|书|书籍|图书|杂志|文具|文件|合同|资料|样品|面料|布料|礼盒|礼品|首饰|项链|戒指|手链|耳环|鲜花|种子|猫粮|狗粮|日用品',
  'earphones?|headphones?|headset|phones? case|smartphone|tablet|laptop|computer|keyboard|mouse|monitor|camera|lens|charger|cable|battery|batteries|speakers?|watch|watches|router|printer|lamp|lamps|fan|fryer|cooker|kettle|drone|console|parts|tools?|tyres?|mats?',
  'clothes|clothing|coat|jacket|sweater|shirts?|t-shirts?|hoodie|trousers|jeans|dress|dresses|skirt|socks?|shoes?|boots?|sneakers|hat|scarf|gloves|belt|bag|bags|backpack|wallet|suitcase|umbrella|glasses|sunglasses',
  'tea|teapot|cups?|mugs?|bowls?|plates?|vase|porcelain|ceramics|towels?|bedding|pillows?|curtains?|rug|chairs?|table|furniture|mirror|candles?|perfume|lipstick|cosmetics|shampoo|soap|fruit|rice|snacks?|nuts|biscuits?|chocolate|sweets|cake|coffee|wine|honey|food|vitamins|medicine|masks?|toys?|lego|puzzle|guitar|books?|magazines?|stationery|documents?|contract|samples?|fabric|gift|gifts|jewellery|jewelry|necklace|ring|earrings|flowers|seeds',
].join('|');
const COUNT = '(?:[x*×]?\\d{1,3}|\\d{1,3}?[件个只双盒本条台部瓶袋包套箱罐]|[一二两三四五六七八九十][件个只双盒本条台部瓶袋包套箱罐册])?';
const GOODS = new RegExp(`^(?:[a-z]{1,12}-|\\p{Script=Han}{0,6}?)(${NAMES})${COUNT}$`, 'du');
