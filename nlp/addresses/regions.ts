import { CHINA } from '../../core/places/china.ts';
import { toSimplified } from '../normalize.ts';

/** The 18 districts and the quarters customers write, by region (Wikipedia, Districts of Hong Kong; Rating and Valuation Department). */
const HONG_KONG: Readonly<Record<string, string>> = {
  香港岛:
    '中西区 中环 上环 西环 坚尼地城 金钟 半山 湾仔 铜锣湾 跑马地 大坑 东区 北角 鲗鱼涌 太古 西湾河 筲箕湾 柴湾 小西湾 南区 香港仔 鸭脷洲 薄扶林 黄竹坑 赤柱',
  九龙: '油尖旺 尖沙咀 佐敦 油麻地 旺角 大角咀 深水埗 长沙湾 荔枝角 美孚 石硖尾 九龙城 红磡 何文田 土瓜湾 九龙塘 启德 黄大仙 钻石山 新蒲岗 慈云山 观塘 牛头角 九龙湾 蓝田 油塘 秀茂坪',
  新界: '葵青 葵涌 葵芳 葵兴 青衣 荃湾 屯门 元朗 天水围 北区 上水 粉岭 大埔 沙田 大围 火炭 马鞍山 西贡 将军澳 坑口 离岛 东涌 大屿山 愉景湾 长洲',
};
export const HONG_KONG_REGION: ReadonlyMap<string, string> = new Map(
  Object.entries(HONG_KONG).flatMap(([region, names]) => names.split(' ').map((name) => [name, region] as const)),
);

/** Taiwan's 22 cities and counties with their endings. */
export const TAIWAN_CITIES =
  '台北市 新北市 桃园市 台中市 台南市 高雄市 基隆市 新竹市 新竹县 嘉义市 嘉义县 苗栗县 彰化县 南投县 云林县 屏东县 宜兰县 花莲县 台东县 澎湖县 金门县 连江县'.split(
    ' ',
  );

interface MainlandNames {
  readonly provinces: readonly string[];
  readonly cities: ReadonlyMap<string, string>;
}

/** Districts one finds in one city only and customers write without it. Names that several cities have (朝阳, 鼓楼, 西湖) are left out. */
const WELL_KNOWN_DISTRICTS: Readonly<Record<string, string>> = {
  北京: '海淀区 丰台区 石景山区 门头沟区 房山区 顺义区 昌平区 大兴区 怀柔区 平谷区 密云区 延庆区 东城区 西城区',
  上海: '黄浦区 徐汇区 静安区 虹口区 杨浦区 闵行区 嘉定区 浦东新区 松江区 青浦区 奉贤区 崇明区',
  天津: '滨海新区 津南区 武清区 宝坻区 静海区 蓟州区',
  重庆: '渝中区 沙坪坝区 九龙坡区 渝北区 巴南区 两江新区',
  广州: '天河区 越秀区 荔湾区 海珠区 番禺区 黄埔区 花都区 增城区 从化区',
  深圳: '福田区 罗湖区 盐田区 宝安区 龙岗区 坪山区 光明区',
  杭州: '拱墅区 滨江区 萧山区 余杭区 临平区 钱塘区 富阳区',
  成都: '武侯区 锦江区 青羊区 金牛区 成华区 双流区 郫都区',
  南京: '玄武区 秦淮区 建邺区 雨花台区 栖霞区 浦口区',
  武汉: '江汉区 硚口区 武昌区 洪山区 江夏区',
};
export const CITY_OF_DISTRICT: ReadonlyMap<string, string> = new Map(
  Object.entries(WELL_KNOWN_DISTRICTS).flatMap(([city, districts]) => districts.split(' ').map((district) => [district, city] as const)),
);

/** The four cities that are provinces. */
export const MUNICIPALITIES: ReadonlySet<string> = new Set(['北京', '天津', '上海', '重庆']);

/** Short simplified names of the mainland's provinces, and its cities with the province of each, from the table of places. */
export const MAINLAND: MainlandNames = readMainland();

function readMainland(): MainlandNames {
  const provinces: string[] = [];
  const cities = new Map<string, string>();
  for (const line of CHINA) {
    const [head = '', tail = ''] = line.split(':');
    const province = head.split('|')[0] ?? '';
    if (['香港', '澳门', '台湾'].includes(province)) continue;
    provinces.push(province);
    // 吉林 is a city and a province; the province is tried first.
    for (const entry of tail.split(',')) if (entry) cities.set(toSimplified(entry.split('|')[0] ?? ''), province);
  }
  return { provinces, cities };
}

const AUTONOMOUS: Readonly<Record<string, string>> = {
  内蒙古: '内蒙古自治区',
  广西: '广西壮族自治区',
  西藏: '西藏自治区',
  宁夏: '宁夏回族自治区',
  新疆: '新疆维吾尔自治区',
};

/** 广东 → 广东省, 北京 → 北京市, 广西 → 广西壮族自治区. */
export function provinceName(short: string): string {
  return AUTONOMOUS[short] ?? (MUNICIPALITIES.has(short) ? `${short}市` : `${short}省`);
}
