import { describe, expect, it } from 'vitest';
import { findAddress, parseAddress } from '../../nlp/addresses.ts';

describe('an address of the mainland', () => {
  it('is read with name and phone around it', () => {
    expect(parseAddress('张三，13800001234，广东省深圳市南山区科技园南路12号3栋502')).toMatchObject({
      country: 'CN',
      province: '广东省',
      city: '深圳市',
      district: '南山区',
      street: '科技园南路12号3栋502',
      name: '张三',
      phone: '+8613800001234',
    });
  });

  it.each([
    ['上海市浦东新区张江路100号 李四 +86 138 0000 1234', '上海市', '上海市', '浦东新区', '张江路100号'],
    ['杭州西湖区文三路90号', '浙江省', '杭州市', '西湖区', '文三路90号'],
    // 朝阳 is a city of Liaoning as well.
    ['北京市朝阳区建国路88号1号楼', '北京市', '北京市', '朝阳区', '建国路88号1号楼'],
    // A district of 2021.
    ['杭州市临平区南苑街道1号', '浙江省', '杭州市', '临平区', '南苑街道1号'],
    ['我要改地址，改到成都市武侯区天府三街199号，谢谢', '四川省', '成都市', '武侯区', '天府三街199号'],
    ['新疆伊犁哈萨克自治州伊宁市解放路1号', '新疆维吾尔自治区', '伊犁哈萨克自治州', '伊宁市', '解放路1号'],
    ['海淀区中关村大街1号', '北京市', '北京市', '海淀区', '中关村大街1号'],
  ])('%s', (text, province, city, district, street) => {
    expect(parseAddress(text)).toMatchObject({ country: 'CN', province, city, district, street });
  });

  it('takes a labelled name and a postcode', () => {
    const found = parseAddress('广西南宁市青秀区民族大道1号 收件人：王小明 邮编530022');
    expect(found).toMatchObject({ name: '王小明', postcode: '530022', street: '民族大道1号' });
  });

  it('is trusted less without a district or a house', () => {
    const whole = parseAddress('杭州市西湖区文三路90号')?.confidence ?? 0;
    expect(parseAddress('杭州市文三路90号')?.confidence).toBeLessThan(whole);
    expect(parseAddress('杭州市西湖区文三路')?.confidence).toBeLessThan(whole);
  });
});

it.each([
  ['香港九龍旺角彌敦道700號5樓B室', 'HK', '九龙', '旺角', '彌敦道700號5樓B室'],
  ['新界沙田沙田正街3號', 'HK', '新界', '沙田', '沙田正街3號'],
  ['110台北市信義區信義路五段7號', 'TW', '台北市', '信义区', '信義路五段7號'],
  ['新北市板橋區文化路一段1號3樓 陳小明 0912-345-678', 'TW', '新北市', '板桥区', '文化路一段1號3樓'],
])('reads %s', (text, country, city, district, street) => {
  expect(parseAddress(text)).toMatchObject({ country, city, district, street });
});

it.each([
  ['1600 Pennsylvania Avenue NW, Washington, DC 20500, USA', 'US', '20500'],
  ['10 Downing Street, London SW1A 2AA', 'GB', 'SW1A 2AA'],
  ['1-2-3 Shibuya, Tokyo 150-0002, Japan', 'JP', '150-0002'],
  ['Flat 5B, 12/F, Block 3, City One, Sha Tin, N.T., Hong Kong', 'HK', undefined],
])('reads %s plainly', (text, country, postcode) => {
  const found = parseAddress(text);
  expect(found).toMatchObject({ country, start: 0 });
  expect(found?.postcode).toBe(postcode);
  expect(found?.confidence).toBeLessThan(0.6);
});

it('says where it stands', () => {
  const text = '麻烦送到杭州西湖区文三路90号，谢谢';
  expect(findAddress(text)).toEqual({ type: 'address', value: '杭州西湖区文三路90号', start: 4, end: text.indexOf('，') });
});

it.each([
  '',
  '帮我送到驿站',
  '寄到北京要多少钱',
  '北京的我不知道',
  '快递在深圳转运中心',
  '快递在北京路上堵着',
  'where is my parcel in UK',
  '路'.repeat(5000),
])('finds none in %s', (text) => expect(parseAddress(text)).toBeUndefined());
