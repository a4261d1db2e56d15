import { mod10, s10 } from '../checkDigits.ts';
import type { NumberFormat } from './format.ts';
import { checkAt, lastIs } from './format.ts';

/**
 * Countries whose post issues S10 numbers, ISO 3166-1: the members of the Universal Postal Union, and Taiwan, whose
 * post prints S10 numbers without being a member.
 */
export const POST_COUNTRIES: ReadonlySet<string> = new Set(
  (
    'AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR ' +
    'CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE ' +
    'IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM ' +
    'MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PY QA RO RS RU RW SA SB SC SD SE SG ' +
    'SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ' +
    'ZM ZW'
  ).split(' '),
);

const isS10 = (number: string): boolean => POST_COUNTRIES.has(number.slice(11)) && checkAt(number, 2, 10, s10);

const S10 = /^[A-IL-RUVX-Z][A-Z]\d{9}[A-Z]{2}$/;
const evens3 = (serial: string): string => mod10(serial, { evens: 3 });
const evens3FromRight = (serial: string): string => mod10(serial, { evens: 3, fromRight: true });

/** A ZIP code for routing may stand before the number; the check digit is made over the rest, from its mark (91–95) on. */
function uspsCheck(pattern: RegExp, compute: (serial: string) => string): (number: string) => boolean {
  return (number) => {
    const [, serial = '', digit = ''] = pattern.exec(number) ?? [];
    return compute(serial) === digit;
  };
}

const IMPB_N =
  /^(?:420\d{5}(?=\d{22}$|\d{26}$)(?:\d{4}(?=\d{22}$))?)?(94\d{3}(?:9\d{8}(?:\d{15}|\d{11}|\d{7})|[0-8]\d{5}(?:\d{14}|\d{10})))(\d)$/;
const IMPB_C =
  /^(?:420\d{5}(?:\d{4}(?=\d{22}$))?)?((?:92(?=\d{3}9)|93(?=\d{3}[0-8])|95)\d{3}(?:9\d{8}(?:\d{11}|\d{7})|[0-8]\d{5}(?:\d{14}|\d{10})))(\d)$/;
const LEGACY = /^(?:420\d{5}(?:\d{4})?)?((?:91)?\d{19})(\d)$/;
const LEGACY_MARKED = /^(?:420\d{5}(?:\d{4})?)?(91\d{19})(\d)$/;
// The mark 91 is part of what the check is made over, even where the label leaves it out.
const withMark = (serial: string): string => (serial.startsWith('91') ? serial : `91${serial}`);

/** Posts: the worldwide S10 form, and the United States' and Canada's own. */
export const POSTAL_FORMATS: readonly NumberFormat[] = [
  {
    carrier: 's10',
    id: 's10',
    name: 'UPU S10',
    lengths: [13, 13],
    evidence: 'prefix',
    typo: 'always',
    pattern: S10,
    check: isS10,
  },
  {
    carrier: 'ems',
    id: 's10_ems_cn',
    name: 'EMS 邮政特快专递',
    lengths: [13, 13],
    evidence: 'prefix',
    pattern: /^E[A-Z]\d{9}CN$/,
    check: isS10,
  },
  {
    carrier: 'chinapost',
    id: 's10_cn',
    name: 'China Post 中国邮政',
    lengths: [13, 13],
    evidence: 'prefix',
    pattern: /^[A-DF-IL-RUVX-Z][A-Z]\d{9}CN$/,
    check: isS10,
  },
  // S10 reserves J, K, S, T and W as a first letter: such a number is rarely a parcel's, so it never counts as mistyped.
  {
    carrier: 's10',
    id: 's10_reserved',
    name: 'UPU S10 (reserved service)',
    lengths: [13, 13],
    evidence: 'shape',
    pattern: /^[JKSTW][A-Z]\d{9}[A-Z]{2}$/,
    check: isS10,
  },
  {
    carrier: 'usps',
    id: 'usps_impb_n',
    name: 'USPS IMpb N',
    lengths: [22, 34],
    evidence: 'prefix',
    typo: 'always',
    pattern: IMPB_N,
    check: uspsCheck(IMPB_N, evens3FromRight),
  },
  {
    carrier: 'usps',
    id: 'usps_impb_c',
    name: 'USPS IMpb C',
    lengths: [22, 34],
    evidence: 'prefix',
    typo: 'always',
    pattern: IMPB_C,
    check: uspsCheck(IMPB_C, evens3),
  },
  {
    carrier: 'usps',
    id: 'usps_legacy',
    name: 'USPS 91',
    lengths: [22, 34],
    evidence: 'prefix',
    typo: 'always',
    pattern: LEGACY_MARKED,
    check: uspsCheck(LEGACY, (serial) => evens3(withMark(serial))),
  },
  {
    carrier: 'usps',
    id: 'usps_20',
    name: 'USPS 20',
    lengths: [20, 20],
    evidence: 'shape',
    pattern: /^\d{20}$/,
    check: lastIs(evens3),
  },
  {
    carrier: 'usps',
    id: 'usps_legacy',
    name: 'USPS 91 (mark left out)',
    lengths: [20, 32],
    evidence: 'shape',
    pattern: LEGACY,
    check: uspsCheck(LEGACY, (serial) => evens3(withMark(serial))),
  },
  {
    carrier: 'canada_post',
    id: 'canada_post',
    name: 'Canada Post',
    lengths: [16, 16],
    evidence: 'shape',
    pattern: /^\d{16}$/,
    check: lastIs(evens3),
  },
];
