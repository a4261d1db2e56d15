import type { Text } from '../../core/types.ts';
import { createParty, phoneOf } from './parties.ts';
import { createRandom } from './random.ts';
import type { DemoParty } from './rows.ts';
import { spotOf } from './spots.ts';

// `name, city, serial of the phone`: the people of the highlights and of the sign-ins, always the same.
const PEOPLE = {
  lin: ['林晓雨', '杭州', 1001],
  wong: ['黃嘉欣', '香港', 1002],
  emma: ['Emma Fischer', 'Berlin', 103],
  chen: ['陈志强', '北京', 1003],
  wang: ['王美玲', '成都', 1004],
  zhao: ['赵建国', '武汉', 1005],
  sun: ['孙丽娟', '南京', 1006],
  zhou: ['周海燕', '广州', 1007],
  wu: ['吴文博', '西安', 1008],
  phoneShop: ['北辰数码旗舰店', '深圳', 1051],
  teaShop: ['星河茶具店', '景德镇', 1052],
  silkShop: ['云锦服饰专营店', '苏州', 1053],
} as const satisfies Record<string, readonly [name: string, city: string, phoneSerial: number]>;
export type Person = keyof typeof PEOPLE;

/** Name, phone and address of one of them. */
export function partyOf(person: Person): DemoParty {
  const [name, city, serial] = PEOPLE[person];
  const spot = spotOf(city);
  return createParty(name, phoneOf(spot.country, serial), spot, createRandom(serial));
}

/** Somebody to sign in as on the demo page. */
export interface DemoCustomer {
  readonly externalId: string;
  readonly name: string;
  readonly person: Person;
  /** What there is to see, one sentence. */
  readonly interest: Text;
}

/** One customer for each language, all with parcels on the way and older ones. */
export const demoCustomers: readonly DemoCustomer[] = [
  {
    externalId: 'DEMO-LIN',
    name: PEOPLE.lin[0],
    person: 'lin',
    interest: {
      'zh-Hans': '杭州买家：一件运输中、一件派送中、一件在驿站待取、一件已签收，还有一件退货在途',
      'zh-Hant': '杭州買家：一件運送中、一件派送中、一件待取、一件已簽收，另有一件退貨在途',
      en: 'Shopper in Hangzhou: parcels in transit, out for delivery, at a pickup point and delivered, and a return on its way',
    },
  },
  {
    externalId: 'DEMO-WONG',
    name: PEOPLE.wong[0],
    person: 'wong',
    interest: {
      'zh-Hans': '香港买家：一件因缺少商业发票被海关扣留，另有历史快件',
      'zh-Hant': '香港買家：一件因缺少商業發票被海關留置，另有以往的快件',
      en: 'Shopper in Hong Kong: one parcel held by customs for a missing invoice, and older ones',
    },
  },
  {
    externalId: 'DEMO-EMMA',
    name: PEOPLE.emma[0],
    person: 'emma',
    interest: {
      'zh-Hans': '柏林买家：一件正在德国清关，另有历史快件',
      'zh-Hant': '柏林買家：一件正在德國清關，另有以往的快件',
      en: 'Shopper in Berlin: one parcel in German customs, and older ones',
    },
  },
];
