import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDecimal, formatMoney } from '../../../core/money.ts';
import { LOCALES } from '../../../core/types.ts';
import { calculateClaim } from '../../../rules/claims/calculate.ts';
import { parseDecimal } from '../../../rules/claims/ratio.ts';
import { describeDecline, describeOffer, lineTexts, personReasons } from '../../../rules/claims/texts.ts';
import { PERSON_REASONS } from '../../../rules/claims/types.ts';
import { cny, lost, NOW } from './input.ts';

/** Law and "three times" in one sentence. Postal Law art. 47 says so of registered postal items (给据邮件) and of nothing else. */
const LAW = /法律|法规|法規|条例|條例|邮政法|郵政法|法定|\blaws?\b|\blegal(ly)?\b|statut/i;
const THREE_TIMES = /[三3３]\s*[倍x×]|three times|three-fold|threefold|triple|\b3 times/i;
const POSTAL = /给据邮件|給據郵件|registered postal item/i;
const claimsLawCap = (sentence: string): boolean => LAW.test(sentence) && THREE_TIMES.test(sentence) && !POSTAL.test(sentence);
const sentencesOf = (text: string): string[] => text.split(/[。！？\n]|[.!?](?=\s)/);

/** Every file with words for customers; what customers themselves say, in scripts and examples, may be wrong. */
function listTexts(): string[] {
  return ['core', 'rules', 'dialogs', 'bot', 'web', 'nlp'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|js|html|txt|md)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !/node_modules|generated|vendor|[/\\](examples|scripts)[/\\]|development|unseen/.test(path)),
  );
}

describe('the law and three times the postage', () => {
  it('are never said in one breath of a parcel, in any language', () => {
    const said = listTexts().flatMap((path) => sentencesOf(readFileSync(path, 'utf8')).map((sentence) => ({ path, sentence })));
    expect(said.length).toBeGreaterThan(1000);
    expect(said.filter(({ sentence }) => claimsLawCap(sentence))).toEqual([]);
  });

  it('would be seen if somebody said it', () => {
    for (const wrong of ['根据法律，未保价快件最多赔运费三倍', '法規規定最高 3 倍運費', 'By law we pay at most three times the postage'])
      expect(claimsLawCap(wrong)).toBe(true);
  });

  it('are not said of a parcel even when our terms give three times the freight', () => {
    for (const text of [lineTexts.freightMultiple, lineTexts.freightMultipleCapped])
      for (const locale of LOCALES) expect(claimsLawCap(text[locale].replace('{multiple}', '3'))).toBe(false);
  });
});

describe('what a customer reads', () => {
  it('names our terms where they are ours, and the law where it is the law’s', () => {
    const terms = calculateClaim(lost(), NOW).lines.map(({ says }) => says);
    for (const says of terms) {
      expect(says['zh-Hans']).toContain('我们的条款');
      expect(says['zh-Hant']).toContain('本公司的條款');
      expect(says.en).toContain('our terms');
    }
    const [law] = calculateClaim(lost({ regime: 'MONTREAL', reach: 'international' }), NOW).lines;
    expect(law?.says['zh-Hans']).toContain('《蒙特利尔公约》第二十二条');
    expect(law?.says['zh-Hant']).toContain('《蒙特婁公約》第二十二條');
    expect(law?.says.en).toContain('article 22 of the Montreal Convention');
  });

  it('begins with the amount, then says how it came about', () => {
    const result = calculateClaim(lost(), NOW);
    expect(describeOffer(result, cny(4800), 'zh-Hans')).toBe(
      [
        '我们赔付 48.00 元。',
        '没有保价：按我们的条款赔实际损失 199.00 元，最高为运费 8.00 元的 5 倍且不超过 500.00 元，共 40.00 元。损失更大的话，可以不接受，由同事来核定。',
        '另外，按我们的条款退运费 8.00 元的 100%，共 8.00 元。',
      ].join('\n'),
    );
  });

  it('gives no calculation for an amount a person chose', () => {
    expect(describeOffer(calculateClaim(lost(), NOW), cny(10_000), 'en')).toBe('We pay you CNY 100.00.');
  });

  it('fits a remedy, whatever the amounts and the reason', () => {
    const long = calculateClaim(lost({ regime: 'MONTREAL', provenValue: cny(999_999_999_999) }), NOW);
    for (const locale of LOCALES) {
      expect(describeOffer(long, long.offer ?? cny(0), locale).length).toBeLessThan(1000);
      expect(describeDecline('x'.repeat(5000), locale).length).toBeLessThanOrEqual(1000);
    }
  });

  it('is offered a person when the answer is no', () => {
    expect(describeDecline(' 外包装完好。 ', 'zh-Hans')).toBe(
      '很抱歉，这次我们不能赔付：外包装完好。\n如果您不同意，请告诉我们，会有同事再为您核实。',
    );
    expect(describeDecline('x', 'zh-Hant')).toContain('專人');
    expect(describeDecline('x', 'en')).toContain('a colleague');
  });

  it('writes amounts as each language does', () => {
    expect(LOCALES.map((locale) => formatMoney(cny(123_405), locale)).sort()).toEqual(['1234.05 元', 'CNY 1234.05', '人民幣 1234.05 元']);
    expect(formatMoney({ minor: 6432, currency: 'JPY' }, 'zh-Hans')).toBe('JPY 6432');
    expect(formatMoney({ minor: 1234, currency: 'KWD' }, 'en')).toBe('KWD 1.234');
    expect([formatDecimal(5, 2), formatDecimal(-5, 2), formatDecimal(1200, 3)]).toEqual(['0.05', '-0.05', '1.200']);
  });

  it('reads decimals exactly, and nothing else', () => {
    expect(parseDecimal('8.33')).toEqual({ n: 833n, d: 100n });
    expect(parseDecimal('26')).toEqual({ n: 26n, d: 1n });
    for (const wrong of ['', '-1', '1e3', '1.', '.5', '1,5']) expect(() => parseDecimal(wrong)).toThrow(RangeError);
  });
});

describe('what a colleague reads', () => {
  it('has a sentence for every reason', () => {
    for (const reason of PERSON_REASONS) for (const locale of LOCALES) expect(personReasons[reason][locale]).not.toBe('');
  });
});
