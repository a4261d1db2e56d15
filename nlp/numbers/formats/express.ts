import { mod7, mod10, weightedMod11Mod10 } from '../checkDigits.ts';
import type { NumberFormat } from './format.ts';
import { checkAt, lastIs } from './format.ts';

const odds2 = (serial: string): string => mod10(serial, { odds: 2 });
const odds3 = (serial: string): string => mod10(serial, { odds: 3 });
const evens3 = (serial: string): string => mod10(serial, { evens: 3 });
const fedex11 = (serial: string): string => weightedMod11Mod10(serial, [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]);
const fedex13 = (serial: string): string => weightedMod11Mod10(serial, [1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]);

/** The worldwide integrators: UPS, FedEx, DHL. */
export const EXPRESS_FORMATS: readonly NumberFormat[] = [
  {
    carrier: 'ups',
    id: 'ups',
    name: 'UPS 1Z',
    lengths: [18, 18],
    evidence: 'prefix',
    typo: 'always',
    pattern: /^1Z[A-Z0-9]{15}\d$/,
    check: (number) => checkAt(number, 2, 17, odds2),
  },
  {
    carrier: 'ups',
    id: 'ups_waybill',
    name: 'UPS waybill',
    lengths: [11, 11],
    evidence: 'prefix',
    typo: 'labelled',
    pattern: /^[AHJKTV]\d{10}$/,
    check: (number) => checkAt(number, 1, 10, odds2),
  },

  {
    carrier: 'fedex',
    id: 'fedex_12',
    name: 'FedEx Express',
    lengths: [12, 12],
    evidence: 'shape',
    pattern: /^\d{12}$/,
    check: lastIs(fedex11),
  },
  {
    carrier: 'fedex',
    id: 'fedex_34',
    name: 'FedEx Express (34)',
    lengths: [34, 34],
    evidence: 'shape',
    pattern: /^[0-8]\d{33}$/,
    check: (number) => checkAt(number, 20, 33, fedex13),
  },
  {
    carrier: 'fedex',
    id: 'fedex_astra_32',
    name: 'FedEx ASTRA',
    lengths: [32, 32],
    evidence: 'shape',
    pattern: /^3\d{31}$/,
    check: (number) => checkAt(number, 16, 27, fedex11),
  },
  {
    carrier: 'fedex',
    id: 'fedex_ground',
    name: 'FedEx Ground',
    lengths: [15, 15],
    evidence: 'shape',
    pattern: /^\d{15}$/,
    check: lastIs(odds3),
  },
  // The first two digits name the container and are not part of the check, unlike in a GS1 SSCC-18.
  {
    carrier: 'fedex',
    id: 'fedex_ground_sscc_18',
    name: 'FedEx Ground SSCC-18',
    lengths: [18, 18],
    evidence: 'shape',
    pattern: /^\d{18}$/,
    check: (number) => checkAt(number, 2, 17, evens3),
  },
  {
    carrier: 'fedex',
    id: 'fedex_ground_96',
    name: 'FedEx Ground 96',
    lengths: [22, 22],
    evidence: 'prefix',
    typo: 'always',
    pattern: /^96\d{20}$/,
    check: (number) => checkAt(number, 7, 21, odds3),
  },
  {
    carrier: 'fedex',
    id: 'fedex_ground_gsn',
    name: 'FedEx Ground GSN',
    lengths: [34, 34],
    evidence: 'prefix',
    typo: 'always',
    pattern: /^96\d{32}$/,
    check: (number) => checkAt(number, 20, 33, fedex13),
  },

  {
    carrier: 'dhl',
    id: 'dhl_express',
    name: 'DHL Express',
    lengths: [10, 11],
    evidence: 'shape',
    pattern: /^\d{10,11}$/,
    check: lastIs(mod7),
  },
  {
    carrier: 'dhl',
    id: 'dhl_express_piece_id',
    name: 'DHL Express piece',
    lengths: [12, 14],
    evidence: 'prefix',
    pattern: /^J(?:JD|VGL)\d{9,10}$/,
  },
  {
    carrier: 'dhl',
    id: 'dhl_ecommerce',
    name: 'DHL eCommerce',
    lengths: [12, 41],
    evidence: 'prefix',
    loose: true,
    pattern: /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)\d[0-9A-Z]{9,38}$/,
  },
  {
    carrier: 'dhl',
    id: 'dhl_express_piece_id',
    name: 'DHL Express piece (any mark)',
    lengths: [12, 14],
    evidence: 'shape',
    pattern: /^J[A-Z]{2,3}\d{9,10}$/,
  },
  {
    carrier: 'dhl',
    id: 'dhl_ecommerce_14',
    name: 'DHL eCommerce (14)',
    lengths: [14, 14],
    evidence: 'shape',
    pattern: /^\d{14}$/,
  },
];
