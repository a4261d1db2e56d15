import { because, type Phrase, say } from './phrase.ts';

/** Back to the sender, and what ends a parcel's way otherwise. */
export const RETURNING: readonly Phrase[] = [
  say(
    '退回寄件人途中[，发往{next}]',
    '退回寄件人途中[，發往{next}]',
    'on its way back to the sender[, next {next}]',
    '(?:正在|正|将|开始|安排|已安排|申请|同意|办理|做)?(?:被)?(?:退回|退件|退返|退还|返回|原路退回|退货|退运|退回发件)(?:给|至|到|往)?(?:寄件人|发件人|寄件地|卖家|寄件方|发件地|商家|仓库|发货地)?(?:途)?(?:中|处理|处理中|流程)?',
    '(?:(?:is |being |will be )(?:being )?return(?:ing|ed)|returning|return)(?: back)? to (?:the )?(?:sender|shipper|seller|origin)(?: (?:initiated|started|in progress|requested))?',
    'return (?:to sender )?(?:initiated|started|in progress|in transit|requested|process started)',
  ),
  say(
    '已退回寄件人',
    '已退回寄件人',
    'returned to the sender',
    '(?:退回件|退件|退货)?已?(?:由|被)?(?:寄件人|发件人|寄方|卖家|商家|仓库)(?:已)?(?:签收|收到|取回|收取|领取)(?:退件|退货)?',
    '(?:退回|退件|退货|退签)件?(?:已)?(?:成功|完成|签收|妥投)',
    '(?:has been |was )?returned(?: and (?:delivered|signed))?(?: to (?:the )?(?:sender|shipper|seller))?(?: completed)?',
    'return (?:completed|delivered)',
  ),
  because(
    'station_timeout',
    '超时未取',
    '逾時未取',
    'not collected in time',
    '(?:因)?(?:客户|收件人)?(?:在驿站|在柜)?(?:超时|逾期|超期|过期|长期|多日)(?:未|没有|无人)(?:取|领取|取件|领|自提|提取|取走)(?:件)?',
    '(?:was )?(?:not collected|uncollected|unclaimed|not picked up)(?: (?:in time|within (?:the )?(?:{count} )?(?:business |working |calendar )?(?:days?|hours?|weeks?|time|period|storage period|time limit)))?',
  ),
  because(
    'retailer_cancelled',
    '寄件人取消了寄件',
    '寄件人取消了寄件',
    'cancelled by the sender',
    '(?:寄件人|发件人|卖家|商家|寄方)(?:已)?(?:取消|撤销|要求取消)(?:寄件|下单|订单|发货|寄送)?',
    '(?:has been |was )?cancell?ed(?: by (?:the )?(?:sender|shipper|seller|merchant))?',
    '(?:订单|运单|寄件)(?:已)?(?:取消|作废|撤销)',
  ),
  because(
    'consignee_cancelled',
    '收件人取消了订单',
    '收件人取消了訂單',
    'cancelled by the recipient',
    '(?:收件人|客户|买家|收货人)(?:已)?(?:取消|退货|要求退回|申请退款|不要了|要求退货)(?:订单|快件)?',
    'cancell?ed by (?:the )?(?:recipient|customer|buyer|consignee)',
  ),
  say(
    '已改派到新地址',
    '已改送新地址',
    'redirected to another address',
    '(?:已|应客户要求)?(?:改派|转寄|更改地址|改址|变更地址|转址)(?:至|到)?(?:新地址|其他地址)?(?:成功|完成|派送)?',
    '(?:redirected|forwarded)(?: to (?:a |the )?(?:new|another|different) address)?',
    'address (?:changed|updated|corrected)',
  ),
  say(
    '签收已撤销',
    '簽收已撤銷',
    'the delivery scan was withdrawn',
    '(?:误|误操作|错误)?(?:操作)?(?:签收)(?:已)?(?:撤销|取消|作废|更正)',
    '(?:误操作|系统误|误点|误)(?:签收)',
    '(?:delivery|delivered) (?:scan |status )?(?:was )?(?:withdrawn|revoked|reversed|cancell?ed)',
  ),
];
