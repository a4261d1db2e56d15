import { because, type Phrase, say, t } from './phrase.ts';

const RECIPIENT = '(?:收件人|收货人|客户|买家|您)';
const SENDER = '(?:寄件人|发件人|卖家|寄方|发货人)';
const GIVE =
  '(?:联[系络](?:我司)?(?:客服|海关|网点|我们|清关人员)?)?(?:及时|尽快|配合)?(?:补充|提供|提交|上传|补交|补齐|准备|完善|更正|补件|补传|补正|发送)';
const NEXT_TO = '(?:至|给|到|予)?(?:客服|海关|我司|网点)?(?:邮箱)?';

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
  say(
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
    '(?:被|因|正在|正接受|接受|等待)?(?:海关)?(?:抽中)?(?:正在)?(?:进行)?(?:海关)?(?:查验|抽检|布控查验|开箱查验|开箱检查|检查|抽查)(?:中)?',
    '(?:customs|security)?(?: is)? ?(?:inspecting|inspection)(?: by customs)?(?: (?:in progress|required|it))?',
    '(?:selected|held) for (?:customs )?inspection',
    'under (?:customs )?inspection',
  ),
  {
    text: t('缺少{papers}', '缺少{papers}', 'missing: {papers}'),
    reason: 'customs_documentation',
    shapes: [
      '(?:因)?(?:缺少?|缺失|欠缺|尚缺|还缺|未提供|没有|需要?|须|要求|需补充|需提供|须提供|要求提供|要求补充|等待)(?:提供|补充|补交)?{papers}',
      '(?:因)?{papers}(?:缺失|不全|不齐|不齐全|不完整|有误|未提供|不符|待补充|待提供|不足)',
      '(?:missing|requires?|awaiting|waiting for|needs?|no|lacking|requested)? ?{papers}(?: (?:is |are |was |were )?(?:missing|required|needed|incomplete|not provided|requested|outstanding))',
      '(?:missing|requires|awaiting|waiting for|needs|lacking) {papers}',
    ],
  },
  {
    text: t('请收件人提供{papers}', '請收件人提供{papers}', 'the recipient is asked to send {papers}'),
    reason: 'customs_documentation',
    from: 'recipient',
    shapes: [
      `(?:等待|请|需要?|须|要求|待|联[系络])?${RECIPIENT}(?:需|须)?${GIVE}(?:提供|补充)?{papers}${NEXT_TO}`,
      '(?:please )?(?:the )?(?:recipient|consignee|addressee|customer|receiver) (?:is asked |needs |has |must |should |to )?(?:to )?(?:provide|send|submit|upload|supply) (?:a |an |the |their |your )?{papers}(?: to (?:customer service|customs|us))?',
    ],
  },
  {
    text: t('请寄件人提供{papers}', '請寄件人提供{papers}', 'the sender is asked to send {papers}'),
    reason: 'customs_documentation',
    from: 'sender',
    shapes: [
      `(?:等待|请|需要?|须|要求|待|联[系络])?${SENDER}(?:需|须)?${GIVE}(?:提供|补充)?{papers}${NEXT_TO}`,
      '(?:please )?(?:the )?(?:sender|shipper|seller|consignor) (?:is asked |needs |has |must |should |to )?(?:to )?(?:provide|send|submit|upload|supply) (?:a |an |the |their |your )?{papers}(?: to (?:customer service|customs|us))?',
    ],
  },
  {
    text: t('请收件人联系客服补充', '請收件人聯絡客服補交', 'the recipient is asked to send it to customer service'),
    reason: 'customs_documentation',
    from: 'recipient',
    shapes: [`(?:等待|请|需|须|要求)${RECIPIENT}?${GIVE}(?:提供)?${NEXT_TO}`],
  },
  {
    text: t('请寄件人联系客服补充', '請寄件人聯絡客服補交', 'the sender is asked to send it to customer service'),
    reason: 'customs_documentation',
    from: 'sender',
    shapes: [`(?:等待|请|需|须|要求)${SENDER}${GIVE}(?:提供)?${NEXT_TO}`],
  },
  because(
    'customs_duties_unpaid',
    '有税款待缴',
    '有稅款待繳',
    'duties have to be paid',
    '(?:请|需|须|等待|待|因)?(?:收件人|收货人|客户|您|寄件人)?(?:未|需|须|尽快|及时)?(?:缴纳|缴付|支付|缴清|缴交|补缴|缴)(?:进口)?(?:关税|税款|税金|税费|税)',
    '(?:进口)?(?:关税|税款|税金|税费)(?:未缴|待缴|待支付|未支付|未付)',
    '(?:import )?(?:duties|duty|taxes|duty and tax|customs charges|vat|duties and taxes)(?: payment)? (?:are |is )?(?:unpaid|due|outstanding|required|to be paid|have to be paid|pending)',
    '(?:awaiting|waiting for) (?:the )?(?:payment of (?:import )?(?:duties|duty|taxes)|duty payment)',
    '(?:please )?pay (?:the )?(?:import )?(?:duties|duty|taxes)',
  ),
  say(
    '税款已缴',
    '稅款已繳',
    'duties paid',
    '(?:关税|税款|税金|税费)(?:已)?(?:缴纳|缴清|支付|缴)(?:完成|成功)?',
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
