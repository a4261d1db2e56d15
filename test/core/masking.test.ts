import { describe, expect, it } from 'vitest';
import { maskName, maskParty, maskPhone, maskTraceText, tellsOfTheWayOnly } from '../../core/masking.ts';

describe('masking', () => {
  it.each([
    ['李晓红', '李*'],
    ['欧阳娜娜', '欧阳*'],
    ['司徒雷', '司徒*'],
    ['John Smith', 'J*** S***'],
    ['本人', '本人'],
    ['门卫', '门卫'],
    ['前台代签', '前台代签'],
    ['', ''],
  ])('shows the name %s as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it.each([
    ['Flat 7 Anna Reed', 'Flat A*** R***'],
    ['3号楼周小川', '周*'],
    ['1804', '****'],
    ['21-07', '****'],
    ['9C', '****'],
    ['Unit 5', 'Unit'],
    ['Joe 88', 'J***'],
    ['王２', '王*'],
    ['李晓红', '李*'],
    ['慕容雪琴商店', '慕容*'],
    ['王丽芳水果店', '王*'],
    ['好又多超市', '好又多超市'],
    ['本人', '本人'],
    ['', ''],
  ])('shows the party %s as %s, without the number of a house', (name, shown) => {
    expect(maskParty(name)).toBe(shown);
    if (/\d/.test(name) && name !== 'Unit 5') expect(maskName(name)).toBe(shown);
  });

  it.each([
    ['13800001234', '138****1234'],
    ['+8613800001234', '138****1234'],
    ['+85291234567', '****67'],
  ])('shows the phone %s as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  it.each([
    ['正在派送，派件员：张三丰，电话 13800002222', ['张三丰', '13800002222'], '派件员：张*'],
    ['已签收，签收人：李晓红', ['李晓红'], '签收人：李*'],
    ['已签收，签收人：本人', [], '签收人：本人'],
    ['【天河网点】快递员陈大文（138-0000-1111）已揽收', ['陈大文', '0000-1111'], '天河网点'],
    ['Out for delivery, courier: Max Mustermann', ['Mustermann'], 'courier: M*** M***'],
    ['客服电话 020-87654321', ['87654321'], '020-****'],
    ['快件已到达【嘉兴转运中心】', [], '快件已到达【嘉兴转运中心】'],
  ])('cleans %s', (text, gone, kept) => {
    const shown = maskTraceText(text);
    for (const secret of gone) expect(shown).not.toContain(secret);
    expect(shown).toContain(kept);
  });

  it.each([
    ...['快遞櫃', '快递柜3号柜', '菜鸟驿站', '單位收發', '鄰居', '他人代收', '家人(妻子)', '拒收', '物业', '同事', '杭州西溪便利店'],
    ...['Reception', 'FRONT DOOR', 'neighbour at no 14', 'Mail room', 'the concierge'],
  ])('leaves %s, which is nobody’s name', (role) => {
    expect(maskName(role)).toBe(role);
  });

  it.each([
    ['门卫周小川', '门卫周*'],
    ['物業 王芳', '物業 王*'],
    ['单晓明', '单*'],
    ['阿依古丽·买买提', '阿*'],
    ['老王', '老*'],
    ['门卫于小光', '门卫于*'],
    ['JANE DOE', 'J*** D***'],
    ['neighbour Mrs Smith', 'neighbour Mrs S***'],
  ])('shows %s as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it.each([
    ...[
      '收件人拒收',
      '收件人不在家，改约明天',
      '收件人电话错误',
      '收件人出差，暂存网点',
      '寄件人已下单',
      '快递员正在派送',
      '快递员于10点前送达',
    ],
    ...[
      '已由鄰居簽收',
      '由丰巢智能柜代收',
      '由寄件人签收',
      '快递员已电话联系收件人',
      '签收人：他人代签',
      '收件人要求放前台',
      '签收人：本人',
    ],
    ...[
      '客服热线 95338 或 400-811-1111',
      'Call 0800 123 4567',
      '預計 2026-11-28 10:30 送達',
      '运单 773012345678901 已发出',
      '重量 1.25kg，金额 199.00',
    ],
    ...[
      'Delivered to Hangzhou',
      'Received by front desk',
      'The driver is on the way',
      'Delivery attempted: nobody at home',
      'HS code 8517.12',
    ],
    ...['温州已签收', '高雄已簽收', '门店已代收', '安排派送中'],
    ...['Flight BA2490 departed', 'Parcel handed to Deutsche Post', '快件已到达【嘉兴转运中心】'],
  ])('leaves %s as it is', (text) => {
    expect(maskTraceText(text)).toBe(text);
    expect(maskTraceText(text, { isRecipient: true })).toBe(text);
  });

  it.each([
    ['【文一路网点】的卫东来（13900001111）正在第1次派件', ['卫东来', '13900001111']],
    ['【西湖网点】的李建国派送中，联系电话：159-1234-5678', ['李建国', '5678-', '1234']],
    ['快遞員陳大文 0912-345-678', ['陳大文', '345']],
    ['驿站老板李四（0571-88880000）', ['李四', '8888']],
    ['包裹已由 张三 签收', ['张三']],
    ['签收人是：李晓红，感谢使用', ['李晓红']],
    ['司機：陳志明 0922 333 444', ['陳志明', '333']],
    ['電話 １３９００００１１１１', ['１３９００００１１１１', '0000']],
    ['请拨打 95013012345678 联系', ['95013012345678']],
    ['电话 13900001111-9100', ['9100', '0000']],
    ['Out with our courier Anna Müller (0171 2345678)', ['Anna', 'Müller', '2345']],
    ['Handed to Mr. Tom Lee, mobile +44 7700 900456', ['Tom', 'Lee', '900']],
    ['聯絡電話：+852 9123 4567、852-9123-4567', ['9123']],
    ['派件员（幺三九零零零零一一一一）正在派送', ['三九零']],
    ['有事请联系 depot.li@mail.example.cn，微信号：li_7788', ['depot.li', 'li_7788']],
    ['Message me on WhatsApp: anna_44 or mail anna@parcel.example', ['anna_44', 'anna@']],
  ])('masks names and phones in %s for everybody', (text, gone) => {
    for (const isRecipient of [true, false]) for (const secret of gone) expect(maskTraceText(text, { isRecipient })).not.toContain(secret);
  });

  it.each([
    ['请凭取件码8-2-3015领取', '8-2-3015'],
    ['提货码：552013', '552013'],
    ['取貨碼為「A-1024」', 'A-1024'],
    ['驗證碼 ８８９９', '８８９９'],
    ['请凭 1234 到店取件', '1234'],
    ['凭手机尾号 1111 取件', '1111'],
    ['已入柜，12-3-4045', '12-3-4045'],
    ['包裹在格口，凭码902211开柜', '902211'],
    ['取貨碼 乙-3-4402', '乙-3-4402'],
    ['开箱口令：小星星亮', '小星星亮'],
    ['收货地址：长宁路88弄5号602', '88弄'],
    ['Address: 12 Elm Street Flat 3', '12 Elm'],
    ['Your pickup code is 8-2-3015', '8-2-3015'],
    ['Locker PIN: 7731', '7731'],
    ['已放在3幢2单元鞋柜', '2单元'],
    ['Delivered, left behind the bins at 14 High Street', '14 High'],
  ])('shows the secret of %s to the recipient alone', (text, secret) => {
    expect(maskTraceText(text, { isRecipient: true })).toContain(secret);
    const shown = maskTraceText(text);
    expect(shown).not.toContain(secret);
    expect(shown).toContain('****');
  });

  it('lets no name, phone or code through in any of the forms they are put together in, and changes nothing masked again', () => {
    const names = ['张伟', '王小明', '欧阳菲菲', '陳志明', '周杰', '卫东来', '古丽·艾山'];
    const labels = ['派件员', '快递员', '配送員', '签收人', '簽收人', '联系人', '站长', '司機', '投递员', '取件人', '代收人'];
    const joins = ['：', ':', ' ', '', '是', '：【'];
    const phones = [
      '13812345678',
      '138 1234 5678',
      '+86 138-1234-5678',
      '0912-345-678',
      '021-61234567',
      '(0755)26123456',
      '+852 6123 4567',
      '02-2345-6789',
    ];
    const betweens = ['，电话：', ' ', '（', '，電話', '，tel '];
    for (const name of names)
      for (const label of labels)
        for (const join of joins)
          for (const [index, phone] of phones.entries()) {
            const text = `【城西网点】${label}${join}${name}${betweens[index % betweens.length]}${phone}，取件码 7-1-${2000 + index} 请及时取件`;
            const shown = maskTraceText(text);
            for (const secret of [name, phone, phone.slice(-6), `7-1-${2000 + index}`]) expect(shown, text).not.toContain(secret);
            for (const kept of ['【城西网点】', label, '取件码', '请及时取件']) expect(shown, text).toContain(kept);
            expect(maskTraceText(shown), text).toBe(shown);
          }
  });
});

describe('a text of the way', () => {
  it.each([
    ...[
      '【嘉兴转运中心】已发出，下一站【杭州转运中心】',
      '快件离开【深圳宝安分拨中心】，已发往【上海虹桥转运中心】',
      '2026-11-21 08:30 已到达【佛山集散中心】',
    ],
    ...['Departed the sorting centre in Leipzig', 'Arrived at hub, 09:45', '已揽收', '【北京顺义】海关放行'],
    '已揽收，揽件员：孙明，电话 17012341157',
  ])('may be shown to whoever proved a party: %s', (text) => {
    expect(tellsOfTheWayOnly(text)).toBe(true);
  });

  it.each([
    ...[
      '取件密码：六六七七八八',
      '取件碼係 九 九 一 二',
      'Use passcode "BRAVO77" to collect',
      'Parcel locker combination 19-28-37',
      '驗證字：蘋果派',
    ],
    ...['Código 99-12', 'code\u200c 77\u200c12', 'СODE 771199', 't.cn/Az9Xk3', 'Mrs. Margaret Huang at flat 12B', '黃先生之妻 吳淑芬'],
    ...[
      'li.lei(at)qq.com',
      '加V：abc8899',
      'LINE ID：mary.chen',
      '零五七一 八八八八 六六六六',
      '滨江区长河街道江南大道588号',
      '330106199001011234',
    ],
    ...['钥匙在地垫下', '请凭取件码8-2-3015领取'],
  ])('is none: %s', (text) => {
    expect(tellsOfTheWayOnly(text)).toBe(false);
  });
});

it('keeps from the sender the digits by which the recipient is known', () => {
  for (const text of ['收件人电话17000004321无人接听', 'called 07700 904321, no answer']) {
    expect(maskTraceText(text)).not.toContain('4321');
    expect(maskTraceText(text)).toContain('****');
  }
});

describe('what opens a house', () => {
  const doors: readonly (readonly [text: string, sender: string])[] = [
    ['门禁 2580#，放门口', '门禁 ****，放门口'],
    ['单元门密码2468，放3号楼', '单元门密码****，放3号楼'],
    ['請按門鎖密碼：1357', '請按門鎖密碼：****'],
    ['gate code 4455, leave it there', 'gate code ****, leave it there'],
  ];
  it.each(doors)('is the recipient’s alone: %s', (text, sender) => {
    expect(maskTraceText(text)).toBe(sender);
    expect(maskTraceText(text, { isRecipient: true })).toBe(text);
  });

  it.each(['大门 3号', '门禁卡在前台', '已到达大门站点 2580 号'])('is not in %s', (text) => expect(maskTraceText(text)).toBe(text));
});

describe('who somebody is', () => {
  it.each([
    ['收货人身份证号码：310101198805123457，海关查验中', '3101'],
    ['請補傳護照號碼 H20458813', 'H20458813'],
    ['Passport number 512345678 needed for customs', '512345678'],
    ['driver licence no. D1234567 shown', 'D1234567'],
    ['HKID C668668(E) checked', 'C668668'],
    ['联系电话改为18666668888', '18666668888'],
    ['收件人手机号变更为 17712340987', '17712340987'],
    ['contact number changed to 62345678', '62345678'],
    ['公司柜台 Sophie 代收', 'Sophie'],
    ['由门卫Peter代收', 'Peter'],
    ['Signed by Front Desk / Mrs Helen Lau', 'Helen'],
    ['Your courier, Dan Cooper, is nearby', 'Cooper'],
    ['Parcel handed to Mr Oliver Grant', 'Grant'],
  ])('hides the person in %s from everybody', (text, secret) => {
    for (const isRecipient of [true, false]) expect(maskTraceText(text, { isRecipient })).not.toContain(secret);
  });

  it.each([
    ...[
      '签收人：服务台',
      '签收人：照片签收',
      '食堂阿姨代收',
      '由宿舍管理员代收',
      '签收人：值班经理',
      '大廳管理室代收',
      '客服热线 18004633339',
    ],
    ...['Signed by: Property Manager', 'Courier: Delivery Agent', 'Customer: Per Customer Request', 'contact UPS on 1-800-742-5877'],
    ...['前台 DHL 代收', 'Held at customer request', '运单 310101198813123457 已揽收'],
  ])('leaves %s as it is', (text) => {
    for (const isRecipient of [true, false]) expect(maskTraceText(text, { isRecipient })).toBe(text);
  });

  it.each([
    ['公司前臺Grace', '公司前臺G***'],
    ['外卖小哥老周', '外卖小哥老*'],
    ['公司-前台-林小姐', '公司-前台-林*'],
    ['保安 / 王建国', '保安 / 王*'],
  ])('shows the role and hides the name in %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });
});
