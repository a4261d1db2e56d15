import { t } from '../../../core/i18n.ts';
import type { Text } from '../../../core/types.ts';
import { because, beside, type Phrase, say } from './phrase.ts';

type From = NonNullable<Phrase['from']>;
const CHINESE: Readonly<Record<From, string>> = {
  recipient: '(?:收件人|收货人|收件方|收方|客户|买家|您)',
  sender: '(?:寄件人|发件人|卖家|寄方|寄件方|发货人)',
};
const ENGLISH: Readonly<Record<From, string>> = {
  recipient: '(?:the )?(?:recipient|consignee|addressee|customer|receiver|importer|buyer)',
  sender: '(?:the )?(?:sender|shipper|seller|consignor|exporter|merchant)',
};
const TITLES: Readonly<Record<From, Text>> = {
  recipient: t('收件人', '收件人', 'the recipient'),
  sender: t('寄件人', '寄件人', 'the sender'),
};
const GIVE =
  '(?:联[系络](?:我司)?(?:客服|海关|网点|我们|清关人员)?)?(?:及时|尽快|配合)?(?:补充|提供|提交|上传|补交|补齐|准备|完善|更正|补件|补传|补正|补办|补|发送|完成|进行|办理|确认)';
/** Without a word of what. */
const SEND_IN =
  '(?:联[系络](?:我司)?(?:客服|海关|网点|我们|清关人员)?)?(?:及时|尽快|配合)?(?:补充|提供|提交|上传|补交|补齐|补件|补传|补正)';
const NEXT_TO = '(?:至|给|到|予)?(?:客服|海关|我司|网点)?(?:邮箱)?';
const SEND = '(?:provide|send|submit|upload|supply|complete|present|e-?mail|furnish)';
const IS_TO = `(?: (?:is (?:asked|required|requested|kindly asked)|needs|has|must|should))?(?: to)?`;
const TO_WHOM = '(?: to (?:customer service|customs|us|the carrier))?';

/** A demand for papers of one party. */
const asksFor = (from: From): readonly Phrase[] => [
  {
    text: t(
      `请${TITLES[from]['zh-Hans']}提供{papers}`,
      `請${TITLES[from]['zh-Hant']}提供{papers}`,
      `${TITLES[from].en} is asked to send {papers}`,
    ),
    reason: 'customs_documentation',
    from,
    shapes: [
      `(?:正在|现在)?(?:等待|等|请|需要?|须|要求|待|联[系络]|通知)?${CHINESE[from]}(?:需要?|须|尽快|及时|应)?${GIVE}(?:提供|补充)?{papers$}`,
      `${CHINESE[from]}(?:尚未|还未|仍未|未|没有)(?:完成|提供|提交|上传|补充|补交|办理|进行){papers$}`,
      `(?:缺少?|欠缺|尚缺|还缺|仍缺|等待|待)${CHINESE[from]}(?:的|提供的?|补充的?){papers$}`,
      `(?:please )?${ENGLISH[from]}${IS_TO} ${SEND} {papers$}${TO_WHOM}`,
      `(?:still |customs )?(?:missing|awaiting|waiting for|requires?|needs?|pending|requested|request|requesting):? {papers} (?:from|by|to be (?:provided|sent|supplied) by) ${ENGLISH[from]}`,
      `{papers}(?: (?:is |are )?(?:missing|required|needed|requested|outstanding|pending|awaited))? (?:from|by|to be (?:provided|sent|supplied) by) ${ENGLISH[from]}`,
      `(?:awaiting|waiting for|pending) ${ENGLISH[from]}(?:'s)? {papers$}`,
      `(?:waiting for|awaiting) ${ENGLISH[from]} to ${SEND} {papers$}${TO_WHOM}`,
    ],
  },
  {
    text: t(
      `请${TITLES[from]['zh-Hans']}联系客服补充`,
      `請${TITLES[from]['zh-Hant']}聯絡客服補交`,
      `${TITLES[from].en} is asked to send it to customer service`,
    ),
    reason: 'customs_documentation',
    from,
    shapes: [
      `(?:等待|请|需|须|要求)${CHINESE[from]}(?:尽快)?${SEND_IN}(?:提供)?${NEXT_TO}`,
      `(?:please )?${ENGLISH[from]}${IS_TO} ${SEND}(?: (?:it|them|these))?${TO_WHOM}`,
    ],
  },
];

const TAX = '(?:进口|应缴|应付|相关)?(?:关税及?增值税|关税|税款|税金|税费|增值税|营业税)';
const PAY = '(?:缴纳|缴付|支付|缴清|缴交|补缴|补交|缴|付清)';
const DUTY =
  '(?:(?:the |import |customs )?(?:duties and (?:taxes|vat)|duty and (?:taxes|tax|vat)|duties & taxes|duty/tax|duties/taxes|duties|duty|taxes|vat|customs charges|customs fees))';
const OF = '(?: ?\\(?(?:of |: ?|in the amount of |amounting to )?{amount}\\)?)?';
const UNPAID =
  '(?:unpaid|requested|payment requested|not paid|due|outstanding|required|payable|to be paid|have to be paid|has to be paid|must be paid|pending)';
const TILL = '(?:,? (?:by|before|until|no later than) {when})?';
const BEFORE_WHEN = '(?:(?:于|在)?{when}(?:之?前|内))?';

/** Duties that wait to be paid, by one party or without a word of whom. */
const owes = (from: From | undefined): Phrase => {
  const [who, whom] = from ? [CHINESE[from], ENGLISH[from]] : ['您?', ''];
  const by = from ? ` (?:by|from) ${whom}` : '';
  const title = from && TITLES[from];
  return {
    text: title
      ? t(
          `由${title['zh-Hans']}缴税[，金额{amount}][，{when}前缴清]`,
          `由${title['zh-Hant']}繳稅[，金額{amount}][，{when}前繳清]`,
          `duties to be paid by ${title.en}[: {amount}][, by {when}]`,
        )
      : t(
          '有税款待缴[：{amount}][，{when}前缴清]',
          '有稅款待繳[：{amount}][，{when}前繳清]',
          'duties have to be paid[: {amount}][, by {when}]',
        ),
    reason: 'customs_duties_unpaid',
    ...(from && { from }),
    shapes: [
      `(?:因|正在)?(?:请|需要?|须|等待|等|待|因|应|尚需|未)${who}${BEFORE_WHEN}(?:需|须|应|尽快|及时|未)?${PAY}(?:进口)?${TAX}[:： ]{0,2}(?:共计?|合计|金额(?:为)?|计)?[:： ]{0,2}(?:{amount})?`,
      ...(from
        ? [
            `${who}${BEFORE_WHEN}(?:尚未|未|需|须|应|尽快)${PAY}(?:进口)?${TAX}(?:{amount})?`,
            `(?:请|由|需|待|等待)${who}(?:尽快|及时)?(?:负责|承担|${PAY}|支付)[:： ]{0,2}(?:{amount})?`,
            `(?:please )?${whom}${IS_TO} pay(?: it)?${TILL}`,
            `${TAX}(?:共计?|合计|金额)?[:： ]{0,2}(?:{amount})? ?(?:需|待|等待|应|须|由|尚待)(?:由)?${who}(?:${PAY}|支付|承担)`,
            `(?:${DUTY}${OF} )?(?:is |are )?${UNPAID}${by}${TILL}`,
            `${DUTY}${OF}(?: (?:is |are )?${UNPAID})?${by}${TILL}`,
            `(?:please )?${whom}${IS_TO} pay ${DUTY}${OF}${TILL}`,
            `(?:please )?${whom}${IS_TO} pay {amount} (?:in|of) ${DUTY}${TILL}`,
            `(?:awaiting|waiting for|pending) (?:payment (?:of )?)?${DUTY}${OF}(?: payment)?${by}${TILL}`,
            `(?:waiting for|awaiting) ${whom} to pay ${DUTY}${OF}${TILL}`,
          ]
        : [
            `${TAX}(?:共计?|合计|金额)?[:： ]{0,2}(?:{amount})? ?(?:尚未|未|待|需|应)(?:缴纳|缴付|缴清|缴交|缴|支付|付)(?:中)?`,
            `${TAX}(?:尚未|未|待|需|应)(?:缴纳|缴付|缴清|缴交|缴|支付|付)[:： ]{0,2}{amount}`,
            `(?:已)?产生(?:进口)?${TAX}[:： ]{0,2}(?:{amount})?`,
            `${DUTY}${OF}(?: payment)? (?:is |are )?${UNPAID}${TILL}`,
            `(?:awaiting|waiting for|pending) (?:payment (?:of )?)?${DUTY}${OF}(?: payment)?${TILL}`,
            `(?:please )?pay ${DUTY}${OF}${TILL}`,
            `(?:please )?pay {amount} (?:in|of) ${DUTY}${TILL}`,
          ]),
    ],
  };
};

/** What customs waited for has come. */
const settled = (...[hans, hant, en, ...shapes]: Parameters<typeof say>): Phrase => ({
  ...say(hans, hant, en, ...shapes),
  isSettled: true,
});

/** At a border. */
export const CUSTOMS: readonly Phrase[] = [
  say(
    '出口报关中',
    '出口報關中',
    'export declaration in progress',
    '(?:正在|进行)?(?:出口)(?:报关|申报|清关|通关)(?:处理)?(?:中)?',
    '(?:出口)?(?:报关|申报)(?:中|处理中|开始)',
    '(?:export )(?:customs )?(?:declaration|clearance)(?: (?:in progress|started|initiated|processing))?',
  ),
  say(
    '出口报关完成',
    '出口報關完成',
    'export declaration completed',
    '(?:出口)(?:报关|申报|清关|通关|海关)(?:手续)?(?:完成|完毕|放行|已放行|已完成)',
    '(?:export )(?:customs )?(?:declaration|clearance) (?:completed|complete|done)',
  ),
  say(
    '进口清关中',
    '進口清關中',
    'import clearance in progress',
    '(?:开始|正在|正|等待|提交|送交|交|进行|进口)?(?:进行)?(?:进口|目的国|当地)?(?:海关)?(?:清关|通关|报关)(?:处理|手续)?(?:中|开始|进行中|过程中)?',
    '(?:开始|正在|等待)(?:办理)?(?:清关|通关)(?:手续)?',
    '(?:import )?(?:customs )?clearance (?:in progress|started|initiated|processing|pending|has started)',
    '(?:送交|提交|交)(?:进口|出口|目的地)?海关',
    '(?:presented|submitted|handed over) to customs',
    '(?:arrived at|in|entered|with) customs(?: clearance)?',
    'customs (?:processing|clearance)(?: (?:in progress|started))?',
  ),
  settled(
    '清关完成，已放行',
    '清關完成，已放行',
    'cleared and released by customs',
    '(?:进口|海关|目的国)?(?:海关)?(?:清关|通关|查验|报关)(?:手续)?(?:已)?(?:完成|完毕|结束|成功|通过)[,，]?(?:已)?(?:海关)?(?:放行)?',
    '(?:进口|出口)?(?:海关)?(?:已)?(?:放行)',
    '(?:customs )?(?:clearance )?(?:completed|cleared|released)(?:[,;]? (?:and )?released)?(?: (?:by|from) customs)?',
    'customs (?:clearance |status )?(?:completed|cleared|released)(?:[,;]? released)?',
    '(?:cleared|released) customs',
    '(?:customs )?clearance (?:processing )?complete',
    'released (?:by|from) customs',
  ),
  because(
    'customs_delay',
    '海关处理时间较长',
    '海關處理時間較長',
    'customs is taking longer than usual',
    '(?:因)?(?:海关|清关|通关)(?:清关|处理|查验|系统)?(?:时间|速度)?(?:延误|延迟|较长|缓慢|积压|拥堵)',
    '(?:customs|clearance) (?:is )?(?:delay(?:ed)?|taking longer|backlog)(?: (?:in|by|at) customs)?',
    'delayed (?:in|by|at) customs',
  ),
  because(
    'customs_inspection',
    '海关正在查验',
    '海關正在查驗',
    'customs is inspecting it',
    '(?:被|因|正在|正接受|接受|等待)?(?:海关)?(?:抽中)?(?:正在)?(?:进行)?(?:海关)?(?:查验|抽检|抽验|布控查验|开箱查验)(?:中)?',
    '(?:被|因|正在|正接受|接受|等待)?(?:海关)(?:抽中)?(?:正在)?(?:进行)?(?:开箱检查|检查|抽查)(?:中)?',
    '(?:customs|security)?(?: is)? ?(?:inspecting|inspection)(?: by customs)?(?: (?:in progress|required|it))?',
    '(?:selected|held) for (?:customs )?inspection',
    'under customs inspection',
  ),
  {
    text: t('缺少{papers}', '缺少{papers}', 'missing: {papers}'),
    reason: 'customs_documentation',
    shapes: [
      '(?:因)?(?:海关|我司)?(?:缺少?|缺失|欠缺|尚缺|还缺|仍缺|仍缺少|未提供|没有|需要?|须|要求|请|需补充|需提供|须提供|要求提供|要求补充|等待|尚未|未|待)(?:提供|补充|补交|补件|补|完成|进行|办理|上传)?{papers$}',
      '(?:因)?{papers}(?:缺失|不全|不齐|不齐全|不完整|有误|未提供|未上传|不符|待补充|待提供|不足|未完成|尚未完成|待完成|未通过)',
      '(?<papers>ez ?way ?(?:app)? ?实名认证)',
      '(?:still )?(?:missing|requires?|awaiting|waiting for|needs?|no|lacking|requested)?:? ?{papers}(?: (?:is |are |was |were )?(?:missing|required|needed|incomplete|not provided|requested|outstanding))',
      '(?:still |customs |shipment )?(?:missing|requires?|awaiting|waiting for|needs|lacking|requests|pending|required|needed):? {papers$}',
      'please (?:provide|send|submit|upload|supply|complete) {papers$}(?: to (?:customer service|customs|us))?',
    ],
  },
  because(
    'customs_documentation',
    '请联系客服补充资料',
    '請聯絡客服補件',
    'papers have to be sent to customer service',
    `(?:请|需|须)${SEND_IN}(?:提供)?${NEXT_TO}`,
  ),
  ...asksFor('recipient'),
  ...asksFor('sender'),
  settled(
    '已收到{papers}',
    '已收到{papers}',
    'received: {papers}',
    '(?:海关|我司|客服)?(?:已)?(?:收到|补齐|提供|上传|提交)(?:收件人|寄件人)?(?:补充|提供)?的?{papers$}',
    '{papers}(?:已)(?:收到|补齐|提供|提交|上传|完成)(?:至|给|到)?(?:海关)?',
    '{papers} (?:has been |have been |was |were )?(?:received|submitted|provided|uploaded)',
  ),
  owes(undefined),
  owes('recipient'),
  owes('sender'),
  beside(
    '请[在{when}前]缴清',
    '請[在{when}前]繳清',
    'please pay[ by {when}]',
    `(?:请|须|需)(?:您)?${BEFORE_WHEN}(?:及时|尽快)?${PAY}(?:完毕|完成)?`,
    `(?:${PAY}|缴款|付款)(?:期限|截止日期|截止日?|截止时间)(?:为|是|至)?[:： ]{0,2}{when}`,
    `(?:please )?pay${TILL}`,
    '(?:payment )?(?:due|deadline)(?: by| on| date)?:? {when}',
  ),
  beside(
    '金额{amount}',
    '金額{amount}',
    'amount {amount}',
    '(?:应缴|应付|税款|税费)?(?:金额|总额|共计?|合计)(?:为|是)?[:： ]{0,2}{amount}',
    '(?:total |amount )(?:due |payable )?(?:is )?:? ?{amount}',
    '{amount}',
  ),
  settled(
    '税款已缴',
    '稅款已繳',
    'duties paid',
    '(?:关税|税款|税金|税费)(?:已)?(?:缴纳|缴清|支付|缴)(?:完成|成功)?',
    '(?:收件人|寄件人|客户)?已(?:缴纳|缴清|支付|缴)(?:进口)?(?:关税|税款|税金|税费)',
    '(?:duties|duty|taxes)(?: and taxes)? (?:have been |has been )?paid',
  ),
  because(
    'customs_prohibited',
    '内件属于禁止或限制进出境物品',
    '內件屬於禁止或限制進出境物品',
    'the contents may not be brought in or out',
    '(?:因)?(?:内件|物品|含有|含|属)?(?:属于|为|有|含)?(?:禁运品|禁限寄物品|违禁品|禁止进口|禁寄物品|禁止进出境物品|限制进出境物品|禁止入境)(?:物品)?',
    '(?:contents? )?(?:prohibited|restricted|forbidden)(?: (?:goods|items?|contents?))?',
  ),
  because(
    'customs_documentation',
    '清关资料不全',
    '清關文件不齊',
    'customs papers are incomplete',
    '(?:因)?(?:清关|报关|通关|海关)(?:资料|文件|单证|材料)(?:不全|不齐|不齐全|不完整|缺失|有误|待补充|不足)',
    '(?:customs )?(?:documents?|papers|paperwork|documentation) (?:is |are )?(?:incomplete|missing|insufficient|required)',
  ),
  say(
    '等待海关放行',
    '等待海關放行',
    'waiting for customs to release it',
    '(?:等待|待|等)(?:海关)?(?:放行|审核|审单|审批)(?:中)?',
    '(?:awaiting|waiting for|pending) (?:customs )?(?:release|clearance)(?: (?:by|from) customs)?',
  ),
  say(
    '以便清关',
    '以便清關',
    'so that it can be cleared',
    '(?:以便|用于|方可|以)(?:办理|安排|继续|尽快)?(?:清关|通关|报关)(?:处理)?',
    '(?:for|to (?:continue|complete)|so that) (?:the )?(?:customs )?clearance',
  ),
  say(
    '被海关扣留',
    '海關留置中',
    'held by customs',
    '(?:被)?(?:海关)(?:扣留|暂扣|留置|扣关|扣货|扣押)(?:中)?',
    '(?:清关|通关)(?:异常|失败|受阻)',
    '(?:being )?held (?:by|at|in) customs',
    'customs hold',
    'clearance (?:event|exception|failed)',
  ),
];
