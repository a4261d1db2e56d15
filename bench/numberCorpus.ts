import { createOwnNumber } from '../core/ownNumber.ts';
import { createRandom, type Random } from '../prisma/demo/random.ts';

/** A generated message and the tracking numbers that stand in it, upper-case without spaces. */
export interface NumberedMessage {
  readonly text: string;
  readonly trackingNumbers: readonly string[];
}

/**
 * Made-up messages in three languages: a third about something else that is numbered (a phone, an order, a card …), a third with one
 * tracking number, a third with several or with both kinds. The same seed gives the same messages. Check digits are computed here, not by
 * the code that is measured.
 */
export function generateMessages(count: number, seed: number): readonly NumberedMessage[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.weigh(KINDS)(random));
}

const KINDS: readonly (readonly [(random: Random) => NumberedMessage, number])[] = [
  [oneNumber, 34],
  [severalNumbers, 11],
  [besideOther, 22],
  [onlyOther, 33],
];

function oneNumber(random: Random): NumberedMessage {
  const number = random.weigh(NUMBERS)(random);
  return { text: fill(random.pick(ASKING), write(number, random)), trackingNumbers: [number] };
}

function severalNumbers(random: Random): NumberedMessage {
  const numbers = Array.from({ length: random.integer(2, 3) }, () => random.weigh(MARKED)(random));
  return { text: fill(random.pick(LISTING), numbers.join(random.pick([', ', '、', ' ', '\n', '，']))), trackingNumbers: numbers };
}

function besideOther(random: Random): NumberedMessage {
  const { text, trackingNumbers } = oneNumber(random);
  const other = random.pick(OTHERS)(random);
  return { text: random.chance(0.5) ? `${text}${random.pick(['，', ', ', '。', '. '])}${other}` : `${other}\n${text}`, trackingNumbers };
}

function onlyOther(random: Random): NumberedMessage {
  return { text: random.pick(OTHERS)(random), trackingNumbers: [] };
}

const fill = (template: string, number: string): string => template.replace('#', () => number);
const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random.integer(0, 9)).join('');
const letter = (random: Random): string => random.pick([...'ABCDEFGHJKLMNPRTUVXYZ']);

/** As people type: copied, in lower case, in groups, in full width. */
function write(number: string, random: Random): string {
  const grouped = (separator: string): string => number.replace(/.{4}(?=.)/g, `$&${separator}`);
  return random.weigh<() => string>([
    [() => number, 62],
    [() => number.toLowerCase(), 14],
    [() => grouped(' '), 14],
    [() => (number.includes('-') ? number : grouped('-')), 5],
    [() => number.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)), 5],
  ])();
}

type Make = (random: Random) => string;

/** Those whose letters tell the carrier. */
const MARKED: readonly (readonly [Make, number])[] = [
  [(random) => createOwnNumber(digits(random, 11)), 40],
  [(random) => `SF${digits(random, 13)}`, 12],
  [(random) => `JD${random.pick(['VA', 'VB', 'VC'])}${digits(random, 11)}`, 6],
  [(random) => `YT${digits(random, 13)}`, 6],
  [(random) => `JT${digits(random, 13)}`, 6],
  [(random) => `DPK${digits(random, 12)}`, 3],
  [
    (random) =>
      `${random.pick(['R', 'L', 'E', 'C'])}${letter(random)}${withS10(digits(random, 8))}${random.pick(['CN', 'HK', 'TW', 'GB', 'US'])}`,
    10,
  ],
  [(random) => withUps(`${digits(random, 2)}${letter(random)}${digits(random, 12)}`), 8],
  [(random) => `TBA${digits(random, 12)}`, 3],
];

/** Besides, those of digits alone. */
const NUMBERS: readonly (readonly [Make, number])[] = [
  ...MARKED,
  [(random) => `7${random.pick(['3', '5', '6', '8'])}${digits(random, 12)}`, 6],
  [(random) => `77${digits(random, 13)}`, 4],
  [(random) => `4${digits(random, 14)}`, 3],
  [(random) => `98${digits(random, 11)}`, 3],
  [(random) => withFedex(digits(random, 11)), 3],
];

/** UPU S10: eight digits weighted 8 6 4 2 3 5 9 7. */
function withS10(serial: string): string {
  const rest = 11 - ([8, 6, 4, 2, 3, 5, 9, 7].reduce((sum, weight, index) => sum + weight * Number(serial[index]), 0) % 11);
  return serial + (rest === 10 ? 0 : rest === 11 ? 5 : rest);
}

/** UPS: a letter counts (code − 63) mod 10, every second character doubled, to the next ten. */
function withUps(serial: string): string {
  const values = [...serial].map((character) => (/\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 63) % 10));
  const sum = values.reduce((total, value, index) => total + value * (1 + (index % 2)), 0);
  return `1Z${serial}${(10 - (sum % 10)) % 10}`;
}

/** FedEx: weights 3 1 7 from the left, mod 11, mod 10. */
function withFedex(serial: string): string {
  const sum = [...serial].reduce((total, digit, index) => total + Number(digit) * ([3, 1, 7][index % 3] ?? 0), 0);
  return serial + ((sum % 11) % 10);
}

const ASKING: readonly string[] = [
  '#',
  '# 到哪了',
  '#到哪里了？',
  '帮我查一下#',
  '我的快递#怎么还没到',
  '单号是#，麻烦看看',
  '快递单号：#',
  '包裹 # 显示已签收但我没收到',
  '你好，#这个件一直没更新，急用',
  '運單編號 #，請問到哪了',
  '幫我查 # 的進度',
  '包裹#卡在海關嗎',
  '單號#',
  'where is #',
  'Tracking number: #',
  'my parcel # has not arrived yet',
  'can you check # for me please',
  'Hi, any update on shipment #? Thanks!',
  'package # says delivered but it is not here',
];

const LISTING: readonly string[] = [
  '帮我查这几个：#',
  '# 都到哪了',
  '單號 #',
  'please track # for me',
  'my tracking numbers are #',
  '这些快递#一起查一下',
];

const OTHERS: readonly Make[] = [
  (random) => `我电话${mobile(random)}`,
  (random) => `手机号 ${mobile(random).replace(/(\d{3})(\d{4})/, '$1 $2 ')}，请联系我`,
  (random) => `打给我 +86 ${mobile(random)}`,
  (random) => `我的電話是09${digits(random, 2)}-${digits(random, 3)}-${digits(random, 3)}`,
  (random) => `請打 +852 ${random.pick(['5', '6', '9'])}${digits(random, 3)} ${digits(random, 4)}`,
  (random) => `call me on +1 212 ${random.integer(200, 999)} ${digits(random, 4)}`,
  (random) => `订单号${date(random)}${digits(random, 6)}`,
  (random) => `我的淘宝订单 ${random.integer(1, 4)}${digits(random, 18)} 什么时候发货`,
  (random) => `訂單編號 ${date(random)}${digits(random, 4)}`,
  (random) => `order number 114-${digits(random, 7)}-${digits(random, 7)}`,
  (random) => `my order #${digits(random, 8)} was cancelled`,
  (random) => `身份证号${idCard(random)}`,
  (random) => `银行卡号 6222${digits(random, 15)}，退款打到这里`,
  (random) => `refund to card 4${digits(random, 3)} ${digits(random, 4)} ${digits(random, 4)} ${digits(random, 4)}`,
  (random) => `转账流水号${date(random)}${digits(random, 14)}`,
  (random) =>
    `发票号码 ${digits(random, 8)}，税号 91${digits(random, 6)}MA${random.integer(1, 9)}${letter(random)}${digits(random, 4)}X${random.integer(0, 9)}`,
  (random) => `invoice ${digits(random, 10)} has the wrong amount`,
  (random) => `你们少退了${random.integer(100, 99999)}.${digits(random, 2)}元`,
  (random) => `the goods are worth $${random.integer(1, 99)},${digits(random, 3)}.00`,
  (random) =>
    `地址：杭州市西湖区文三路${random.integer(1, 999)}号${random.integer(1, 30)}幢${random.integer(101, 3205)}室，邮编${random.integer(100000, 799999)}`,
  (random) =>
    `${random.integer(2024, 2026)}年${random.integer(1, 12)}月${random.integer(1, 28)}日${random.integer(8, 21)}:${random.integer(10, 59)}来取件`,
  (random) =>
    `please deliver after ${random.integer(2024, 2026)}-${random.integer(10, 12)}-${random.integer(10, 28)} ${random.integer(10, 20)}:30`,
  (random) => `取件码 ${random.integer(1, 99)}-${random.integer(1, 9)}-${digits(random, 4)} 打不开柜子`,
  (random) => `工单 CMP-${date(random)}-${digits(random, 4)} 有结果了吗`,
  (random) => `我微信 wx${letter(random).toLowerCase()}${digits(random, 9)}，QQ ${random.integer(100000000, 999999999)}`,
  (random) => `手机 IMEI 86${digits(random, 13)}，屏幕碎了`,
  (random) =>
    `flight CX${digits(random, 3)} lands at ${random.integer(10, 22)}:${random.integer(10, 59)}, I am at gate ${random.integer(1, 80)}`,
  (random) =>
    `箱子 ${random.integer(10, 99)}x${random.integer(10, 99)}x${random.integer(10, 99)} cm，重${random.integer(1, 40)}.${random.integer(0, 9)}公斤，多少钱`,
  // Without a word that says what they are, or with one few think of.
  mobile,
  (random) => `+86${mobile(random)}`,
  (random) => `是${date(random)}${digits(random, 8)}这个`,
  (random) => `${random.integer(1, 4)}${digits(random, 18)}`,
  idCard,
  (random) => `退到 6217 ${digits(random, 4)} ${digits(random, 4)} ${digits(random, 4)} ${digits(random, 3)}，建设银行`,
  (random) => `微信支付单号 42000${digits(random, 5)}${date(random)}${digits(random, 10)}`,
  (random) => `支付宝交易号 ${date(random)}2200${digits(random, 16)}`,
  (random) => `pay me back to DE${digits(random, 20)}`,
  (random) => `the barcode on the box reads 690${digits(random, 10)}`,
  (random) => `商品条码69${digits(random, 11)}`,
  (random) =>
    `serial no. C02${letter(random)}${letter(random)}${digits(random, 3)}${letter(random)}${digits(random, 3)}, it does not switch on`,
  (random) => `我的護照 E${digits(random, 8)}，清關要用`,
  (random) => `車架號 LSVAU2A3${random.integer(1, 9)}N${digits(random, 7)}`,
  (random) => `https://item.taobao.com/item.htm?id=${digits(random, 12)}`,
  (random) => `my email is ${letter(random).toLowerCase()}${digits(random, 10)}@qq.com`,
  (random) => `HS code ${digits(random, 10)} is that right for a lamp`,
  (random) => `验证码${digits(random, 6)}收不到`,
  (random) => `定位 ${random.integer(20, 40)}.${digits(random, 6)}, ${random.integer(100, 122)}.${digits(random, 6)}`,
  (random) => `student id ${random.integer(2019, 2026)}${digits(random, 8)} for the discount`,
];

function mobile(random: Random): string {
  return `1${random.pick(['3', '5', '7', '8'])}${digits(random, 9)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
const date = (random: Random): string => `${random.integer(2024, 2026)}${two(random.integer(1, 12))}${two(random.integer(1, 28))}`;

/** GB 11643: seventeen digits weighted 2^17 … 2^1, modulo 11. */
function idCard(random: Random): string {
  const serial = `330106${random.integer(1960, 2005)}${two(random.integer(1, 12))}${two(random.integer(1, 28))}${digits(random, 3)}`;
  const sum = [...serial].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0);
  return `${serial}${'10X98765432'.charAt(sum % 11)}`;
}
