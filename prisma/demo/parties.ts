import { toDigits } from '../crm/phones.ts';
import type { Random } from './random.ts';
import type { DemoParty } from './rows.ts';
import type { Spot } from './spots.ts';

/**
 * Invented phones as people write them at home, abroad with `+`; `serial` 0–9999. Mainland 138 0000 xxxx, Hong Kong 9123 xxxx, Taiwan 0912 345 xxx; abroad the ranges
 * kept for fiction: 555-01xx (NANPA), Berlin 23125 xxx (Bundesnetzagentur), 07700 900 xxx (Ofcom); Japan 090 0000 and Singapore
 * 8000 are invented, whether somebody has them was not checked.
 */
export function phoneOf(country: string, serial: number): string {
  const digits = (count: number): string => String(serial % 10 ** count).padStart(count, '0');
  switch (country) {
    case 'HK':
      return `9123${digits(4)}`;
    case 'TW':
      return `0912345${digits(3)}`;
    case 'JP':
      return `+81900000${digits(4)}`;
    case 'SG':
      return `+658000${digits(4)}`;
    case 'US':
      return `+120255501${digits(2)}`;
    case 'DE':
      return `+493023125${digits(3)}`;
    case 'GB':
      return `+447700900${digits(3)}`;
    default:
      return `1380000${digits(4)}`;
  }
}

const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余', '欧阳', '司徒'];
const GIVEN_NAMES = [
  ...['晓雯', '子涵', '建国', '美玲', '志远', '雨桐', '浩然', '丽娟', '俊杰', '思琪', '一鸣', '佳怡', '海燕', '文博', '静宜', '国强'],
  ...['梓萱', '明哲', '春梅', '天佑', '若溪', '立群', '婷婷', '东升', '伟', '敏', '静', '磊', '洋', '艳', '勇', '娜'],
];
const TRADITIONAL_NAMES = [
  '陳志明',
  '林淑芬',
  '黃俊傑',
  '張家豪',
  '李嘉欣',
  '王雅婷',
  '吳建宏',
  '劉怡君',
  '何美儀',
  '鄭偉倫',
  '蔡宗翰',
  '梁曉彤',
];
const FOREIGN_NAMES: Readonly<Record<string, readonly string[]>> = {
  JP: ['Yuki Sato', 'Haruto Suzuki', 'Aoi Tanaka'],
  SG: ['Tan Wei Ming', 'Lim Hui Ling', 'Arun Kumar'],
  US: ['Grace Miller', 'James Carter', 'Olivia Nguyen'],
  DE: ['Jonas Weber', 'Lena Hoffmann', 'Karl Brandt'],
  GB: ['Alice Turner', 'Oliver Hughes', 'Priya Shah'],
};
const COMMUNITIES = ['阳光花园', '翠湖小区', '金桂苑', '学府家园', '幸福里', '锦绣江南', '和顺佳苑', '春风里', '望江府', '书香名邸'];
const ROADS = ['中山路', '解放路', '人民路', '建设路', '文化路', '长江路', '和平街', '新华路', '迎宾大道', '科技路'];

/** An invented person's name as written where they live. */
export function personName(spot: Spot, random: Random): string {
  if (spot.language === 'zh-Hant') return random.pick(TRADITIONAL_NAMES);
  const foreign = FOREIGN_NAMES[spot.country];
  return foreign ? random.pick(foreign) : random.pick(SURNAMES) + random.pick(GIVEN_NAMES);
}

/** The neighbourhood of a street address; names the pickup points too. */
export function communityName(random: Random): string {
  return random.pick(COMMUNITIES);
}

/** Somebody at an invented address in a city. */
export function createParty(name: string, phone: string, spot: Spot, random: Random): DemoParty {
  const { country, province, city } = spot;
  return { name, phone: toDigits(phone), country, province, city, district: random.pick(spot.districts), street: streetIn(spot, random) };
}

function streetIn(spot: Spot, random: Random): string {
  const number = random.integer(1, 299);
  if (spot.language === 'zh-Hans')
    return `${random.pick(ROADS)}${number}号${communityName(random)}${random.integer(1, 20)}幢${random.integer(101, 1802)}室`;
  return spot.language === 'zh-Hant' ? `示範路${number}號${random.integer(2, 20)}樓` : `${number} Example Street`;
}
