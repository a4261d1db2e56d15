import type { Locale, Text } from './types.ts';

const same = (name: string): Text => ({ 'zh-Hans': name, 'zh-Hant': name, en: name });
const named = (hans: string, hant: string, en: string): Text => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** What customers call the carriers whose numbers are recognised, by carrier id. */
const NAMES: Readonly<Record<string, Text>> = {
  sf: named('顺丰', '順豐', 'SF Express'),
  jd: named('京东物流', '京東物流', 'JD Logistics'),
  yto: named('圆通', '圓通', 'YTO Express'),
  zto: named('中通', '中通', 'ZTO Express'),
  sto: named('申通', '申通', 'STO Express'),
  yunda: named('韵达', '韻達', 'Yunda Express'),
  jt: named('极兔', '極兔', 'J&T Express'),
  deppon: named('德邦', '德邦', 'Deppon'),
  cainiao: named('菜鸟', '菜鳥', 'Cainiao'),
  chinapost: named('中国邮政', '中國郵政', 'China Post'),
  ems: same('EMS'),
  s10: named('邮政', '郵政', 'the postal service'),
  yunexpress: named('云途', '雲途', 'YunExpress'),
  ups: same('UPS'),
  fedex: same('FedEx'),
  usps: same('USPS'),
  dhl: same('DHL'),
  dpd: same('DPD'),
  amazon: named('亚马逊物流', '亞馬遜物流', 'Amazon Logistics'),
  canadapost: named('加拿大邮政', '加拿大郵政', 'Canada Post'),
  canpar: same('Canpar'),
  gofo: same('GOFO'),
  landmark: same('Landmark Global'),
  lasership: same('LaserShip'),
  old_dominion: same('Old Dominion'),
  ontrac: same('OnTrac'),
  purolator: same('Purolator'),
  speedee: same('Spee-Dee'),
  yodel: same('Yodel'),
};

/** The carrier's name in a locale; undefined for an id without a name of its own. */
export function carrierName(carrier: string, locale: Locale): string | undefined {
  return NAMES[carrier]?.[locale];
}
