import { describe, expect, it } from 'vitest';
import { createOwnNumber } from '../../core/ownNumber.ts';
import { gs1Mod10, idCardMod11_2, luhn, mod7, mod37_36, s10 } from '../../nlp/numbers/checkDigits.ts';
import { isValidIdCard } from '../../nlp/numbers/exclusions.ts';
import { findNumbers } from '../../nlp/numbers/extract.ts';
import { DEMO_OWN_FORMAT } from '../../nlp/numbers/formats/own.ts';
import { identify } from '../../nlp/numbers/identify.ts';

const own = DEMO_OWN_FORMAT;
const numbersIn = (text: string) => findNumbers(text, own);

describe('check digits', () => {
  // The serials and digits of the UPU-S10 page of the bwipp wiki and the tests of npm s10.
  it.each([
    ['47110815', '1'],
    ['47312482', '9'],
    ['00071758', '1'],
    ['96633102', '0'],
    ['76129403', '8'],
    ['00071759', '5'],
    ['12345678', '5'],
  ])('S10 gives serial %s the digit %s', (serial, digit) => expect(s10(serial)).toBe(digit));

  it('GS1 gives the SSCC 10614141123456789 the digit 7', () => expect(gs1Mod10('10614141123456789')).toBe('7'));
  it('Luhn gives 7992739871 the digit 3, as the standard example does', () => expect(luhn('7992739871')).toBe('3'));
  // 331881002 = 7 · 47411571 + 5
  it('mod 7 is the remainder', () => expect(mod7('331881002')).toBe('5'));
  it('MOD 37,36 gives the DPD specification example its letter', () => expect(mod37_36('09980000020033')).toBe('F'));
  // GB 11643: 11010519491231002X is the standard's own example.
  it('the identity card check may be X', () => {
    expect(idCardMod11_2('11010519491231002')).toBe('X');
    expect(isValidIdCard('11010519491231002X')).toBe(true);
    expect(isValidIdCard('110105194912310021')).toBe(false);
  });
});

describe('own numbers', () => {
  // From the right 3,1,3…: 3·(1+9+7+5+3+1) + (0+8+6+4+2) = 78 + 20 = 98, to the next ten 2.
  it('carry the GS1 digit over their eleven digits', () => {
    expect(createOwnNumber('12345678901')).toBe('XB123456789012');
    expect(own.example).toBe('XB123456789012');
  });

  it('outrank every carrier', () => {
    const digitsOnly = { pattern: '\\d{12}', prefix: '', checksum: 'none', example: '986578788855' } as const;
    expect(findNumbers('986578788855', digitsOnly)[0]?.candidates.map(({ carrier }) => carrier)).toEqual(['own', 'fedex', 'sf']);
  });

  it.each([
    ['one digit too few', 'XB12345678901', 'too_short'],
    ['one digit too many', 'XB1234567890123', 'too_long'],
    ['one digit too few, in groups', 'XB 1234 5678 901', 'too_short'],
  ])('with %s say so', (_, text, problem) => {
    expect(numbersIn(`帮我查${text}`)).toMatchObject([{ raw: text, problem, candidates: [], corrections: [] }]);
  });

  it('with two neighbours swapped offer the right one first', () => {
    // 8,9 swapped changes the sum by (9−8)·(3−1) = 2, so the digit no longer holds.
    const [found] = numbersIn('XB123456798012 到哪了');
    expect(found).toMatchObject({ problem: 'bad_check_digit', candidates: [{ carrier: 'own', format: 'own', checksum: 'bad' }] });
    expect(found?.corrections).toContain('XB123456789012');
    expect(found?.corrections.length).toBeLessThanOrEqual(3);
  });

  it('offer only corrections one slip away that hold', () => {
    for (const correction of numbersIn('XB123456789013')[0]?.corrections ?? ['none']) {
      expect(correction).toBe(createOwnNumber(correction.slice(2, 13)));
      const places = [...correction].flatMap((character, index) => (character === 'XB123456789013'[index] ? [] : [index]));
      expect(places.length === 1 || (places.length === 2 && places[1] === (places[0] ?? 0) + 1)).toBe(true);
    }
  });

  it('read O for 0 only as a correction', () => {
    expect(numbersIn('XB123456789O12')).toMatchObject([{ problem: 'bad_check_digit', corrections: ['XB123456789012'] }]);
  });
});

/** The example of each format in jkeen/tracking_number_data (MIT). */
const EXAMPLES: readonly (readonly [carrier: string, format: string, number: string])[] = [
  ['amazon', 'amazon_logistics', 'TBA000000000000'],
  ['amazon', 'amazon_international', 'C1004444443'],
  ['canada_post', 'canada_post', '0073938000549297'],
  ['canpar', 'canpar_22', 'D576002440000001718010'],
  ['dhl', 'dhl_express', '3318810025'],
  ['dhl', 'dhl_express_piece_id', 'JJD0099999999'],
  ['dhl', 'dhl_ecommerce', 'GM2951173225174494'],
  ['dhl', 'dhl_ecommerce_14', '60120172242323'],
  ['dpd', 'dpd', '00 81827 0998 0000 0200 33 350 276 C'],
  ['dpd', 'dpd_14', '09 9800 0002 0033 F'],
  ['fedex', 'fedex_12', '986578788855'],
  ['fedex', 'fedex_34', '1001921334250001000300779017972697'],
  ['fedex', 'fedex_astra_32', '32971514560102447849175802862014'],
  ['fedex', 'fedex_ground', '0414 4176 0228 964'],
  ['fedex', 'fedex_ground_sscc_18', '00 0123 4500 0000 0027'],
  ['fedex', 'fedex_ground_96', '9611020987654312345672'],
  ['fedex', 'fedex_ground_gsn', '9622001900000000000000776632517510'],
  ['gofo', 'gofo_us', 'GFUS01011884214464'],
  ['landmark', 'landmark_global', 'LTN74207623N1'],
  ['lasership', 'lasership_lx', 'LX17635036'],
  ['lasership', 'lasership_1ls7', '1LS717793482164'],
  ['lasership', 'lasership_1ls7_18', '1LS7119013618127-1'],
  ['lasership', 'lasership_1lscx', '1LS CX VE00 58631Y'],
  ['old_dominion', 'old_dominion', '07209562763'],
  ['old_dominion', 'old_dominion_guaranteed', '80003280379'],
  ['ontrac', 'ontrac_c', 'C11031500001879'],
  ['ontrac', 'ontrac_d', 'D10011354453707'],
  ['purolator', 'purolator_numeric', '320595463938'],
  ['purolator', 'purolator_alpha', 'KYV009956937'],
  ['s10', 's10', 'RB123456785GB'],
  ['speedee', 'speedee', 'SP029692510000920746'],
  ['ups', 'ups', '1Z5R89390357567127'],
  ['ups', 'ups_waybill', 'K1506235620'],
  ['usps', 'usps_20', '0307 1790 0005 2348 3741'],
  ['usps', 'usps_impb_n', '420787459400111206206406260787'],
  ['usps', 'usps_legacy', '420 22153 9101026837331000039521'],
  ['usps', 'usps_impb_c', '4201002334249200190132607600833457'],
  ['yodel', 'yodel', 'JJD0002257639032011'],
  ['yunexpress', 'yunexpress', 'YT2229521272164446'],
];

/** Made-up numbers in the forms Chinese carriers print. */
const CHINESE: readonly (readonly [carrier: string, number: string])[] = [
  ['sf', 'SF1234567890123'],
  ['sf', 'SF123456789012'],
  ['sf', '123456789012'],
  ['jd', 'JDVA12345678901'],
  ['jd', 'JDX123456789012-1-1-'],
  ['jd', 'JD12345678901'],
  ['yto', 'YT1234567890123'],
  ['yto', '881234567890123456'],
  ['jt', 'JT1234567890123'],
  ['deppon', 'DPK123456789012'],
  ['deppon', 'DPL123456789012-1'],
  ['cainiao', 'LP12345678901234'],
  ['cainiao', 'CNS1234567890123'],
  ['sto', '77123456789012'],
  ['sto', '771234567890123'],
  ['zto', '75123456789012'],
  ['yunda', '4312345678901'],
  ['chinapost', '9812345678901'],
  ['ems', '1134567890123'],
  ['ems', 'EE123456785CN'],
];

const FRAMES: readonly ((number: string) => string)[] = [
  (number) => `帮我查一下${number}到哪了`,
  (number) => `請問單號 ${number} 現在在哪裡？`,
  (number) => `Where is my parcel ${number} please?`,
  (number) => number,
];

describe('carriers', () => {
  it.each(EXAMPLES)('%s %s is read from %s', (carrier, format, number) => {
    expect(identify(number.replaceAll(' ', ''), own).candidates.map((candidate) => `${candidate.carrier} ${candidate.format}`)).toContain(
      `${carrier} ${format}`,
    );
  });

  it.each([...EXAMPLES.map(([carrier, , number]) => [carrier, number] as const), ...CHINESE])(
    '%s %s is found in sentences',
    (carrier, number) => {
      for (const frame of FRAMES) {
        const text = frame(number);
        const [found, ...others] = numbersIn(text);
        expect(found, text).toMatchObject({ raw: number, start: text.indexOf(number), end: text.indexOf(number) + number.length });
        expect(found?.normalized).toBe(number.replaceAll(' ', ''));
        expect(found?.problem).toBeUndefined();
        expect(found?.candidates.map((candidate) => candidate.carrier)).toContain(carrier);
        expect(others).toEqual([]);
      }
    },
  );

  it('say how sure they are: check digit, mark, or only the length', () => {
    const confidence = (text: string) => numbersIn(text)[0]?.candidates[0]?.confidence;
    expect(confidence('1Z5R89390357567127')).toBe('checksum');
    expect(confidence('SF1234567890123')).toBe('prefix');
    expect(confidence('快递 60120172242323')).toBe('shape');
  });

  it('refuse an S10 number of no known post', () => expect(identify('RB123456785XX', own).candidates).toEqual([]));

  it.each([
    ['S10', 'RB123456786GB', 's10', 'RB123456785GB'],
    ['UPS', '1Z5R89390357567217', 'ups', '1Z5R89390357567127'],
  ])('%s with a wrong check digit is mistyped, never unknown', (_, typed, carrier, meant) => {
    const [found] = numbersIn(`where is ${typed}?`);
    expect(found).toMatchObject({ problem: 'bad_check_digit', candidates: [{ carrier, checksum: 'bad' }] });
    expect(found?.corrections).toContain(meant);
  });
});
