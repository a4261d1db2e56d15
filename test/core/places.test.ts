import { describe, expect, it } from 'vitest';
import { CHINA } from '../../core/places/china.ts';
import { WORLD } from '../../core/places/world.ts';
import { countryName, placeName } from '../../core/places.ts';
import { LOCALES } from '../../core/types.ts';

describe('placeName', () => {
  // English as on the cities' own English pages; Traditional as in Taiwan's and Hong Kong's press.
  const NAMES: readonly (readonly [hans: string, hant: string, en: string])[] = [
    ['西安', '西安', "Xi'an"],
    ['呼和浩特', '呼和浩特', 'Hohhot'],
    ['乌鲁木齐', '烏魯木齊', 'Urumqi'],
    ['哈尔滨', '哈爾濱', 'Harbin'],
    ['沈阳', '瀋陽', 'Shenyang'],
    ['台州', '台州', 'Taizhou'],
    ['赤峰', '赤峰', 'Chifeng'],
    ['厦门', '廈門', 'Xiamen'],
    ['陕西', '陝西', 'Shaanxi'],
    ['内蒙古', '內蒙古', 'Inner Mongolia'],
    ['台北', '台北', 'Taipei'],
    ['高雄', '高雄', 'Kaohsiung'],
    ['九龙', '九龍', 'Kowloon'],
    ['悉尼', '雪梨', 'Sydney'],
    ['法兰克福', '法蘭克福', 'Frankfurt'],
  ];
  it.each(NAMES)('names %s in each language from each language', (hans, hant, en) => {
    const asked = [hans, hant, en].filter((name) => name !== 'Taizhou' && name !== '雪梨');
    for (const name of asked) expect(LOCALES.map((locale) => placeName(name, locale))).toEqual([hans, hant, en]);
  });

  it.each([
    ['杭州市', 'Hangzhou'],
    ['浙江省', 'Zhejiang'],
    ['广西壮族自治区', 'Guangxi'],
    ['新疆维吾尔自治区', 'Xinjiang'],
    ['延边朝鲜族自治州', 'Yanbian'],
    ['博尔塔拉蒙古自治州', 'Bortala'],
    ['黔东南苗族侗族自治州', 'Qiandongnan'],
    ['大兴安岭地区', "Daxing'anling"],
    ['锡林郭勒盟', 'Xilingol'],
    ['香港特別行政區', 'Hong Kong'],
    ['臺北市', 'Taipei'],
    ['嘉義縣', 'Chiayi'],
    ['胡志明市', 'Ho Chi Minh City'],
    [' hangzhou ', 'Hangzhou'],
    ['Guangdong Province', 'Guangdong'],
    ['日本', 'Japan'],
    ['三藩市', 'San Francisco'],
  ])('understands %s', (written, en) => {
    expect(placeName(written, 'en')).toBe(en);
  });

  it.each(['', '市', '桃花源', '朝阳区', 'Atlantis', '某某自治州', '__proto__'])('leaves %j as it is', (unknown) => {
    for (const locale of LOCALES) expect(placeName(unknown, locale)).toBe(unknown);
  });

  it('keeps the Chinese names of cities apart that are spelt alike', () => {
    expect(placeName('宿州', 'zh-Hant')).toBe('宿州');
    expect(placeName('宿州', 'en')).toBe(placeName('苏州', 'en'));
    expect(placeName('Suzhou', 'zh-Hans')).toBe('苏州');
  });
});

describe('the tables', () => {
  const cities = CHINA.flatMap((line) => (line.split(':')[1] ?? '').split(',').filter(Boolean));

  it('have the 34 provincial units and every prefecture-level division', () => {
    // 4 municipalities, 23 provinces, 5 autonomous regions, 2 special administrative regions
    expect(CHINA).toHaveLength(4 + 23 + 5 + 2);
    // 293 cities, 7 prefectures, 30 autonomous prefectures, 3 leagues (Ministry of Civil Affairs, 2023), and some smaller places
    expect(cities.length).toBeGreaterThanOrEqual(293 + 7 + 30 + 3);
    expect(WORLD.length).toBeGreaterThanOrEqual(60);
    expect(WORLD.flatMap((line) => line.split(',')).length).toBeGreaterThanOrEqual(80);
  });

  it('name every place in three languages, and no Chinese name twice', () => {
    const entries = [...CHINA.flatMap((line) => line.split(/[:,]/)), ...WORLD.flatMap((line) => line.slice(3).split(','))].filter(Boolean);
    for (const entry of entries) expect(entry).toMatch(/^[一-鿿]+\|[一-鿿]+\|[A-Za-zÀ-ÿ' -]+(\|.+)*$/);
    const hans = entries.map((entry) => entry.split('|')[0]);
    const provinces = new Set(CHINA.map((line) => line.split('|')[0]));
    expect(hans.filter((name, at) => hans.indexOf(name) !== at && !provinces.has(name))).toEqual([]);
  });
});

describe('countryName', () => {
  it.each([
    ['DE', ['德国', '德國', 'Germany']],
    ['it', ['意大利', '義大利', 'Italy']],
    ['HK', ['中国香港', '香港', 'Hong Kong']],
    ['TW', ['中国台湾', '台灣', 'Taiwan']],
    ['AE', ['阿联酋', '阿聯', 'United Arab Emirates']],
  ])('names %s', (code, names) => {
    expect(LOCALES.map((locale) => countryName(code, locale))).toEqual(names);
  });

  it.each(['', 'X', 'China', '中国', 'XX'])('leaves %j as it is', (other) => {
    expect(countryName(other, 'zh-Hans')).toBe(other);
  });
});
