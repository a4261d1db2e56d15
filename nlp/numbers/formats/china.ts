import type { NumberFormat } from './format.ts';

/**
 * Numbers of Chinese carriers. None publishes a check digit; the forms are those seen on public waybills and in public
 * code, and numeric ones overlap, so a customer may always correct the carrier.
 */
export const CHINA_FORMATS: readonly NumberFormat[] = [
  rule('sf', 'sf', 'SF Express 顺丰速运', /^SF\d{12,13}$/, [14, 15], 'prefix'),
  {
    ...rule(
      'jd',
      'jd',
      'JD Logistics 京东物流',
      /^(?:JD(?:V[A-Z]\d{10,13}|[A-Z]{1,2}\d{11,13}|\d{10,15})|V[A-F]\d{11,13})(?:-\d+-\d+-?)?$/,
      [12, 40],
      'prefix',
    ),
    hyphens: true,
  },
  rule('yto', 'yto', 'YTO Express 圆通速递', /^YT\d{12,13}$/, [14, 15], 'prefix'),
  rule('jt', 'jt', 'J&T Express 极兔速递', /^JT\d{12,13}$/, [14, 15], 'prefix'),
  { ...rule('deppon', 'deppon', 'Deppon 德邦', /^DP[KL]\d{12}(?:-\d+)*$/, [15, 40], 'prefix'), hyphens: true },
  // LP is Cainiao's logistics order and no carrier's waybill; Cainiao's own tracking page takes it all the same.
  rule('cainiao', 'cainiao', 'Cainiao 菜鸟', /^(?:LP\d{14}|CNS\d{12,14})$/, [15, 17], 'prefix'),
  rule('yunexpress', 'yunexpress', 'YunExpress 云途', /^YT\d{16}$/, [18, 18], 'prefix'),

  // 77 as the first two digits of 14 or 15 is rare enough elsewhere (1 in 100) to outrank a mod-10 check that happens to hold.
  rule('sto', 'sto', 'STO Express 申通快递', /^77\d{12,13}$/, [14, 15], 'prefix'),
  rule('zto', 'zto', 'ZTO Express 中通快递', /^7[0-68]\d{12}$/, [14, 14], 'shape'),
  rule('yunda', 'yunda', 'Yunda Express 韵达快递', /^[34]\d{12}(?:\d{2})?$/, [13, 15], 'shape'),
  rule('chinapost', 'chinapost', 'China Post 邮政快递包裹', /^9[5-9]\d{11}$/, [13, 13], 'shape'),
  rule('ems', 'ems_domestic', 'EMS 邮政特快专递', /^1[0-3]\d{11}$/, [13, 13], 'shape'),
  rule('yto', 'yto_old', 'YTO Express 圆通速递 (18)', /^8[08]\d{16}$/, [18, 18], 'shape'),
  rule('sto', 'sto_old', 'STO Express 申通快递 (12, 13)', /^(?:[234]68\d{9,10}|58\d{10,11})$/, [12, 13], 'shape'),
  rule('sf', 'sf_12', 'SF Express 顺丰速运 (12)', /^\d{12}$/, [12, 12], 'shape'),
];

function rule(
  carrier: string,
  id: string,
  name: string,
  pattern: RegExp,
  lengths: readonly [number, number],
  evidence: 'prefix' | 'shape',
): NumberFormat {
  return { carrier, id, name, pattern, lengths, evidence };
}
