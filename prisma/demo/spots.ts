/** A city the demo carrier serves. */
export interface Spot {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly province: string;
  /** A name that core/places.ts knows. */
  readonly city: string;
  readonly districts: readonly string[];
  /** Days by road or air beyond the usual. */
  readonly remoteDays: number;
  /** Days from pickup to delivery, for places behind customs. */
  readonly abroadDays: number;
  /** Hours by which its clocks are behind Beijing's. */
  readonly hoursBehind: number;
  /** Where the last mile's texts are written in. */
  readonly language: 'zh-Hans' | 'zh-Hant' | 'en';
  /** Chinese city its parcels leave the mainland from. */
  readonly gateway: string;
}

// `province|city|districts|remote days`
const HOME = [
  '浙江|杭州|滨江区,余杭区,西湖区|0',
  '浙江|嘉兴|南湖区,秀洲区|0',
  '浙江|宁波|鄞州区,海曙区|0',
  '浙江|义乌|稠城街道,北苑街道|0',
  '上海|上海|浦东新区,徐汇区,闵行区|0',
  '江苏|南京|江宁区,鼓楼区|0',
  '江苏|苏州|吴中区,工业园区|0',
  '江苏|无锡|滨湖区,梁溪区|0',
  '北京|北京|海淀区,朝阳区,丰台区|0',
  '天津|天津|南开区,滨海新区|0',
  '河北|石家庄|长安区,裕华区|0',
  '山东|济南|历下区,市中区|0',
  '山东|青岛|市南区,崂山区|0',
  '河南|郑州|金水区,二七区|0',
  '湖北|武汉|洪山区,江汉区|0',
  '湖南|长沙|岳麓区,雨花区|0',
  '江西|景德镇|珠山区,昌江区|0',
  '安徽|合肥|蜀山区,包河区|0',
  '福建|福州|鼓楼区,仓山区|0',
  '福建|厦门|思明区,湖里区|0',
  '福建|泉州|丰泽区,鲤城区|0',
  '广东|广州|天河区,白云区,番禺区|0',
  '广东|深圳|南山区,宝安区,龙岗区|0',
  '广东|东莞|南城街道,虎门镇|0',
  '广东|佛山|顺德区,禅城区|0',
  '广西|南宁|青秀区,西乡塘区|0',
  '海南|海口|美兰区,龙华区|1',
  '四川|成都|武侯区,锦江区,高新区|0',
  '重庆|重庆|渝北区,江北区|0',
  '贵州|贵阳|云岩区,观山湖区|0',
  '云南|昆明|五华区,官渡区|1',
  '陕西|西安|雁塔区,碑林区|0',
  '甘肃|兰州|城关区,七里河区|1',
  '辽宁|沈阳|和平区,铁西区|0',
  '辽宁|大连|沙河口区,甘井子区|0',
  '黑龙江|哈尔滨|南岗区,道里区|1',
  '内蒙古|呼和浩特|赛罕区,新城区|2',
  '新疆|乌鲁木齐|天山区,水磨沟区|3',
  '西藏|拉萨|城关区,堆龙德庆区|4',
];

// `country|province|city|districts|days|hours behind Beijing|language|gateway`
const ABROAD = [
  'HK|香港|香港|沙田,觀塘,元朗|6|0|zh-Hant|深圳',
  'TW|台湾|台北|信義區,大安區|6|0|zh-Hant|厦门',
  'TW|台湾|高雄|前鎮區,左營區|6|0|zh-Hant|厦门',
  'JP|Tokyo|Tokyo|Shinjuku,Setagaya|7|-1|en|上海',
  'JP|Osaka|Osaka|Kita,Chuo|7|-1|en|上海',
  'SG|Singapore|Singapore|Tampines,Bishan|7|0|en|深圳',
  'US|California|Los Angeles|Pasadena,Glendale|9|15|en|上海',
  'US|New York|New York|Queens,Brooklyn|9|12|en|上海',
  'DE|Berlin|Berlin|Mitte,Pankow|9|6|en|郑州',
  'DE|Hessen|Frankfurt|Nordend,Sachsenhausen|9|6|en|郑州',
  'GB|England|London|Camden,Hackney|9|7|en|广州',
];

export const HOME_SPOTS: readonly Spot[] = HOME.map((line) => {
  const [province = '', city = '', districts = '', remote = '0'] = line.split('|');
  return {
    country: 'CN',
    province,
    city,
    districts: districts.split(','),
    remoteDays: Number(remote),
    abroadDays: 0,
    hoursBehind: 0,
    language: 'zh-Hans',
    gateway: city,
  };
});

export const ABROAD_SPOTS: readonly Spot[] = ABROAD.map((line) => {
  const [country = '', province = '', city = '', districts = '', days = '9', behind = '0', language, gateway = '上海'] = line.split('|');
  return {
    country,
    province,
    city,
    districts: districts.split(','),
    remoteDays: 0,
    abroadDays: Number(days),
    hoursBehind: Number(behind),
    language: language === 'zh-Hant' ? 'zh-Hant' : 'en',
    gateway,
  };
});

/** Throws when the demo carrier does not serve the city. */
export function spotOf(city: string): Spot {
  const found = [...HOME_SPOTS, ...ABROAD_SPOTS].find((spot) => spot.city === city);
  if (!found) throw new Error(`The demo carrier does not serve ${city}.`);
  return found;
}
