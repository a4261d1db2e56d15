import { describe, expect, it } from 'vitest';
import { maskTraceText } from '../../../core/masking.ts';
import type { Locale } from '../../../core/types.ts';
import { readPhrases } from '../../../rules/shipments/phrases/read.ts';
import { isIn, tellText } from '../../../rules/shipments/phrases/tell.ts';
import { SCANS } from './scans.ts';

const LOCALES: readonly Locale[] = ['zh-Hans', 'zh-Hant', 'en'];
const isUnderstood = (text: string): boolean => readPhrases(text).every((part) => !('original' in part));

describe('what hangs on something, is asked, or needed no more', () => {
  it.each([
    ...['If customs charges stay unpaid, the shipment will be destroyed', 'Unless claimed by Friday, returned to sender'],
    ...['If nobody answers, left with neighbour', 'Duty paid?', 'Delivered? awaiting proof', 'No commercial invoice required'],
  ])('is not told as done: %s', (text) => {
    const [first] = readPhrases(text);
    expect(first).toHaveProperty('original');
    expect(
      readPhrases(text).some((part) => 'phrase' in part && /return|deliver|destroy|paid|invoice|neighbour/i.test(part.phrase.text.en)),
    ).toBe(false);
  });
});

describe('a carrier’s words', () => {
  it('are understood in more than two hundred wordings, and told in the other languages without a gap or a word left over', () => {
    expect(SCANS.length).toBeGreaterThan(220);
    expect(SCANS.filter((text) => !isUnderstood(text))).toEqual([]);
    for (const text of SCANS)
      for (const locale of LOCALES.filter((each) => !isIn(each, text))) {
        const told = tellText(text, locale);
        expect(told, text).not.toMatch(/[{}]|undefined|\[\]|【】|原文|own words|^\s|\s$/);
        // Only the surnames of masked names and the signs of pickup points stay Chinese.
        const foreign = told.replace(/“[^”]*”/gu, '').replace(/\p{Script=Han}+\*/gu, '');
        if (locale === 'en') expect(foreign, text).not.toMatch(/\p{Script=Han}/u);
        else expect(foreign, text).not.toMatch(/\b(?:the|at|by|to|delivered|arrived|customs)\b/i);
      }
  });

  const tables: readonly (readonly [text: string, locale: Locale, told: string])[] = [
    ['【呼和浩特转运中心】 已发出 下一站 【哈尔滨分拨中心】', 'en', 'Left Hohhot transit centre for Harbin transit centre'],
    ['快件已到达【绍兴柯桥网点】', 'en', 'Arrived at Shaoxing Keqiao depot'],
    ['快件已到达【绍兴柯桥网点】', 'zh-Hant', '已到達紹興柯橋網點'],
    ['貨件已抵達 高雄轉運中心', 'zh-Hans', '已到达高雄转运中心'],
    ['【汕头龙湖营业部】的谢*（139****0007）正在第3次派件', 'en', '[Shantou Longhu depot] Out for delivery with 谢*, phone 139****0007'],
    [
      '派送失败：收件人外出，将于后天再次派送',
      'en',
      'Delivery was not possible; nobody at home; there will be another attempt, the day after tomorrow',
    ],
    ['受寒潮影响，运输延迟，给您带来不便，敬请谅解', 'zh-Hant', '受天氣影響，運送延誤，敬請見諒'],
    [
      '缺少装箱单和购物凭证，请寄件人联系客服补充',
      'en',
      'Missing: a description of the goods and a proof of payment; the sender is asked to send it to customer service',
    ],
    ['已签收，签收人：公司前台（代签）', 'zh-Hant', '已簽收，承運商原文：「签收人：公司前台（代签）」'],
    ['已由物业管家代收', 'en', 'Delivered, signed for by the building office'],
    ['Arrived at Cologne Sorting Centre', 'zh-Hant', '已到達科隆分揀中心'],
    ['Held by customs: import licence missing', 'zh-Hans', '被海关扣留，缺少进出口许可'],
    ['Delivery attempted: business closed; will be redelivered Monday', 'zh-Hant', '派送未成功，收件單位已休息，將於週一再次派送'],
    ['Left with neighbour', 'zh-Hans', '已放在邻居家'],
    ['妥投，客户本人签收', 'en', 'Delivered, signed for by the recipient'],
    ['快件在【西宁转运中心】，正在分拣', 'en', '[Xining transit centre] Being sorted'],
    ['准备发往【海口转运中心】', 'zh-Hant', '即將發往海口轉運中心'],
    ['On its way to Lyon', 'zh-Hans', '正前往里昂'],
    ['Departed Facility in HAMBURG - GERMANY', 'zh-Hans', '已从汉堡，德国发出'],
    ['Arrived at Sort Facility HAMBURG', 'zh-Hant', '已到達漢堡分揀中心'],
    ['Held at Post Office', 'zh-Hant', '已到取件點郵局'],
    ['預計15:30前送達', 'en', 'Expected by 15:30'],
    ['揽收员：赵*，电话：138****0008', 'en', 'Collecting courier 赵*, phone 138****0008'],
    ['验证码 5210，签收时请出示给派送员', 'en', 'Verification code 5210; please show it to the courier'],
    ['外盒破损，内件丢失3件', 'en', 'The outer packaging is damaged; part of the contents is missing: 3'],
    ['请收件人缴纳关税HK$2,480', 'en', 'Duties to be paid by the recipient: HK$2,480'],
    ['应寄件人要求，快件暂存网点', 'en', 'At the sender’s request; held up at depot'],
    ['Kept until 3 December, after that it goes back to the sender', 'zh-Hans', '请在12月3日前取件，逾期将退回'],
  ];
  it.each(tables)('%s is told in %s', (text, locale, told) => {
    expect(tellText(text, locale)).toBe(told);
  });

  it.each([
    ...[
      '签收底单已上传',
      '未到达【杭州转运中心】',
      '暂未发出',
      '并未签收',
      '无需派送',
      '疑似签收',
      '尚未清关',
      '已派送',
      '貨件已投遞',
      '已签收待确认',
    ],
    ...[
      '快件已揽收未发出',
      '签收失败原因待查',
      '客服已催促网点',
      'Not arrived yet',
      'Delivered in error',
      'Released subject to inspection fee',
    ],
    ...['Held by customs broker Smith & Co', 'No attempt was made', 'Refused entry at gate 4'],
  ])('of which a part could turn the meaning round stay as they are: %s', (text) => {
    for (const locale of LOCALES) expect(tellText(text, locale)).toContain(text);
    expect(readPhrases(text)).toEqual([{ original: text }]);
  });

  it('keep what is not known beside what is, and say whose words those are', () => {
    expect(tellText('快件已到达【嘉兴转运中心】，客服已催促网点', 'en')).toBe(
      'Arrived at Jiaxing transit centre; in the carrier’s words: “客服已催促网点”',
    );
    expect(tellText('Arrived at Leipzig Hub; tote 7 rescanned', 'zh-Hans')).toBe('已到达莱比锡转运中心，承运商原文：“tote 7 rescanned”');
  });

  it('stay as they stand for who reads their language', () => {
    expect(tellText('【嘉兴转运中心】已发出', 'zh-Hans')).toBe('【嘉兴转运中心】已发出');
    expect(tellText('【桃園轉運中心】已發出', 'zh-Hant')).toBe('【桃園轉運中心】已發出');
    expect(tellText('Departed Leipzig', 'en')).toBe('Departed Leipzig');
    expect(tellText('[嘉兴转运中心] Departed', 'zh-Hans')).toBe('【嘉兴转运中心】已发出');
  });

  it('that go on and on are read for a few clauses, and the rest stays as it is', () => {
    const parts = readPhrases('已到达，'.repeat(400));
    expect(parts).toHaveLength(25);
    expect(parts.at(-1)).toEqual({ original: '已到达，'.repeat(376) });
  });

  it('tell nobody, in any language, what masking hides from them', () => {
    const secrets = ['卫东来', '13900001111', '8-2-3015', '3幢2单元', 'Waters', '07700 900555'];
    const texts = [
      ...['【西湖网点】的卫东来（13900001111）正在派件，取件码 8-2-3015', '已放在3幢2单元信箱', '由卫东来签收，电话13900001111'],
      ...['Delivered, signed by Mary Waters, tel 07700 900555', 'Left with neighbour Mrs Waters', 'Pickup code 8-2-3015'],
    ];
    for (const text of texts)
      for (const locale of LOCALES) for (const secret of secrets) expect(tellText(maskTraceText(text), locale), text).not.toContain(secret);
  });
});
