import { type Phrase, say } from './phrase.ts';

/** With the code that may stand before it. */
const COLLECT =
  '(?:(?:凭|使用|输入|出示)(?:取件码|取货码|提货码|验证码|码|密码)?[:： “"]{0,2}{code}[”" ]{0,2})?(?:领取|取件|取走|自提|取货|提货|提取|自取|取出|取回|取)(?:包裹|快件|货件|完毕)?';

/** Left somewhere without a word of who took it. */
export const LEFT: Phrase = say(
  '已放在{point}',
  '已放在{point}',
  'left at {point}',
  '(?:按(?:您的?)?(?:要求|指示)|应(?:您|客户)要求)?(?:存放|放置|投放|暂放|寄放|放|送至|送到|投递|派送|暂存)(?:在|于|至|到)?{point$}',
  '(?:delivered[,;:]? )?(?:left|placed|put)(?: (?:it|the parcel))? (?:at|in|on|by|with|behind|under) (?:the |a |your )?{point$}',
  '(?:delivered[,;:]? )?in/at {point$}',
  'delivered (?:at|in|on|to) (?:the |a |your )?{point$}',
);

/** Where a parcel was left or waits, and until when. */
export const WAITING: readonly Phrase[] = [
  say(
    '站点负责人{who}，电话 {phone}',
    '站點負責人{who}，電話 {phone}',
    'contact there: {who}, phone {phone}',
    '(?:站长|店长|负责人|老板|店主|联系人|驿站)[:： ]{0,2}{who}[,， ]{0,2}(?:电话|手机)?[:： ]{0,2}\\(?{phone}\\)?',
  ),
  LEFT,
  {
    ...say(
      '在{point}保管到 {when}',
      '在{point}保管到 {when}',
      'waiting at {point} until {when}',
      '(?:(?:is |now )?(?:ready|available|waiting|held|kept|arrived)(?: for (?:collection|pick-?up))?|(?:please )?(?:collect|pick up|pick it up|collect it)|ready to collect) (?:at|in|from) (?:the |a |your )?{point} (?:until|till|by|before|up to) {when}',
      '(?:暂存|存放|保管|寄存)(?:在|于){point}(?:至|到){when}',
    ),
    about: 'collection',
  },
  say(
    '已到取件点{point}',
    '已到取件點{point}',
    'waiting at {point}',
    '(?:到达|到|存入|存|放入|投入|送至|送到|送达|抵达|投递到|投递至|寄存在|暂存至|代收于|由|入库|投柜|存放(?:在|至|于)?)(?:了)?{point$}',
    '(?:到达|到|存入|放入|由|送至|送到|送达){point}(?:代收|代存|代签收|保管|等待领取|等待取件|待取|待取件)',
    '(?:ready to collect|collect it) (?:from|at) (?:the )?{point$}',
    '(?:ready for |available for |awaiting |waiting for )(?:collection|pick-?up)(?: at| in| from) (?:the )?{point$}',
    '(?:held|waiting|available|kept|ready)(?: for (?:collection|pick-?up))? at (?:the |a |your )?(?<point>post office)',
    '(?:arrived|held|waiting|available|delivered) at (?:the |a |your )?(?:pick-?up point|locker|parcel shop|service point|collection point)(?: {point$})?',
  ),
  say(
    '可以取件了',
    '可以取件了',
    'ready for collection',
    '(?:可|可以|等待|待|请|等候|等待您)(?:到店|上门|尽快|及时|前往)?(?:领取|取件|自提|取货|提货|自取)',
    '(?:等待|待)(?:客户|收件人|买家|顾客)(?:领取|取件|自提|取货|提货|自取)',
    '(?:入柜|投柜|到店)(?:成功|完成)?',
    '(?:is |now )?ready to collect',
    '招领中',
    '(?:is |now )?(?:ready|available|waiting) for (?:collection|pick-?up)',
    '(?:ready|awaiting) (?:to be )?collect(?:ed|ion)',
  ),
  say(
    '收件人要求自取',
    '收件人要求自取',
    'the recipient wants to collect it',
    '(?:收方客户|收件客户|收方|收件人|收件方|收货人|客户)(?:要求|选择|改为|申请)(?:自取|自提|到店自取|网点自取|到点自取)',
    '(?:recipient|customer|consignee) (?:has )?(?:requested|chose|asked for) (?:collection|pick-?up|self[- ]?pick-?up)',
  ),
  say(
    '取件码 {code}',
    '取件碼 {code}',
    'pickup code {code}',
    '(?:请)?(?:凭|使用|输入|出示)?(?:您的)?(?:取件|取货|提货|领取|自提|开箱|开柜|提取)(?:码|密码|号码|号)(?:是|为)?[:： “"]{0,2}{code}[”" ]{0,2}(?:尽快|及时|前往|到店)?(?:领取|取件|取货|提货|取出|自提|开柜)?',
    '(?:请)?(?:凭|使用|输入|出示)(?:验证|校验)码[:： “"]{0,2}{code}[”" ]{0,2}(?:尽快|及时|前往|到店)?(?:领取|取件|取货|提货|开柜|自提)',
    '请?(?:凭|使用|输入|出示)[“" ]{0,2}{code}[”" ]{0,2}(?:尽快|及时|前往|到店)?(?:领取|取件|取货|提货|开柜|自提)',
    '(?:with |your |use )?(?:the )?(?:pick-?up |collection |locker |access )?(?:code|pin)(?: is|:)? {code}',
  ),
  say(
    '验证码 {code}',
    '驗證碼 {code}',
    'verification code {code}',
    '(?:请)?(?:凭|使用|输入|出示|将|把)?(?:您的)?(?:签收|收件|派送|身份)?(?:验证|校验|签收|收件)(?:码)(?:是|为)?[:： “"]{0,2}{code}[”" ]{0,2}',
    '(?:verification|delivery|one-?time) (?:code|pin)(?: is|:)? {code}',
  ),
  say(
    '请向快递员出示',
    '請向配送員出示',
    'please show it to the courier',
    '(?:收件时|签收时|收货时)?(?:请)?(?:您)?(?:收件时|签收时|收货时)?(?:出示|提供|告知|告诉|报)(?:给)?(?:快递员|派件员|派送员|配送员|投递员|收派员)',
    '(?:please )?(?:show|give|tell) it to (?:the |your )?(?:courier|driver)',
  ),
  say(
    '请及时取件',
    '請儘快取件',
    'please collect it soon',
    '(?:请)?凭(?:取件码|验证码|短信|证件)(?:及时|尽快)?(?:取件|领取|取货)',
    '(?:请)?(?:携带|凭)(?:有效)?证件(?:及时|尽快|前往)?(?:取件|领取|取货)',
    '(?:请)(?:您)?(?:尽快|及时|尽早|前往|前来|到店|凭身份证|携带证件)(?:到店|前往|前来)?(?:领取|取件|自提|取货|提货|取走)',
    'please (?:collect|pick) (?:it |your parcel )?(?:up )?(?:soon|in time|promptly)?',
  ),
  {
    ...say(
      '请在{when}前取件[，取件码 {code}]',
      '請在{when}前取件[，取件碼 {code}]',
      'collect it by {when}[, pickup code {code}]',
      `(?:请)?(?:您)?(?:尽快)?(?:务必)?(?:于|在)?{when}(?:之?前|内)(?:尽快|前往|前来|凭码|凭取件码|到店|至门店|到站|至驿站){0,2}${COLLECT}`,
      '(?:请)?(?:凭|使用|输入|出示)(?:取件码|取货码|提货码|验证码|码|密码)?[:： “"]{0,2}{code}[”" ]{0,2}(?:于|在)?{when}(?:之?前|内)(?:尽快|前往|前来|到店)?(?:领取|取件|取走|自提|取货|提货|取出)',
      '(?:免费)?(?:保管|保留|存放|代管|留存|寄存|寄放|取件|取货|提货|领取|提取|自提|暂存)(?:期限|期|时间|时限|有效期|日期|截止日?|截止时间){0,2}(?:是|为)?(?:至|到|截至|截止至|截止到)?[:： ]{0,2}{when}(?:之?前|为止|止)?',
      '(?:保管|保留|存放|有效)(?:期限|期|时间)?(?:截止)(?:至|到|于)?[:： ]{0,2}{when}',
      '(?:最后|最晚|最迟|截止)(?:取件|取货|提货|领取)?(?:时间|日期|日|期限)?(?:是|为)?[:： ]{0,2}{when}(?:之?前)?',
      '(?:please )?(?:collect|pick up|pick it up|to be collected|available|held|kept|stored|it is held|hold|valid|pick-?up)(?: it| for (?:collection|pick-?up))? (?:by|until|till|before|within|up to|no later than):? {when}',
      '(?:last (?:day|date) (?:for|of) (?:collection|pick-?up)|(?:collection|pick-?up) (?:deadline|date|by|until|expires)|last (?:collection|pick-?up) (?:day|date)|expires(?: on)?|deadline)(?: is| on)?:? {when}',
    ),
    about: 'collection',
  },
  {
    ...say(
      '请在{count}天内取件[，取件码 {code}]',
      '請在{count}天內取件[，取件碼 {code}]',
      'collect it within {count} days[, pickup code {code}]',
      `(?:请)?(?:您)?(?:于|在)?(?:到店后|到站后|到件后|通知后)?{count} ?(?:天|日|个工作日)(?:之)?内(?:尽快|前往|前来|凭码|到店|至门店|至驿站){0,2}${COLLECT}`,
      '(?:保管|保留|存放|代管|寄存|暂存)(?:期限|期|时间)?(?:为|是)?[:： ]{0,2}{count} ?(?:天|日)',
      '(?:please )?(?:it )?(?:will be )?(?:kept|held|available|stored|collect it|collect|pick it up|pick up)(?: for (?:collection|pick-?up))? (?:for|within) {count} (?:calendar |business |working )?days',
    ),
    about: 'collection',
  },
  {
    ...say(
      '免费保管{count}天',
      '免費保管{count}天',
      'kept free of charge for {count} days',
      '免费(?:保管|保留|存放|代管|寄存|暂存)(?:期限|期|时间)?(?:为|是)?[:： ]{0,2}{count} ?(?:天|日)',
      '(?:kept|held|stored|storage)(?: is)? (?:free|free of charge) for {count} days',
      '(?:free storage|storage (?:is )?free)(?: for|:)? {count} days',
      '{count} days(?: of)? free storage',
    ),
    about: 'collection',
    isFree: true,
  },
  {
    ...say(
      '请在{count}小时内取件[，取件码 {code}]',
      '請在{count}小時內取件[，取件碼 {code}]',
      'collect it within {count} hours[, pickup code {code}]',
      `(?:请)?(?:您)?(?:于|在)?(?:到店后|到站后|到件后|入柜后)?{count} ?(?:个)?小时(?:之)?内(?:尽快|前往|前来|凭码|到店){0,2}(?:${COLLECT})?`,
      '(?:保管|保留|存放|代管|寄存|暂存)(?:期限|期|时间)?(?:为|是)?[:： ]{0,2}{count} ?(?:个)?小时',
      '(?:please )?(?:kept|held|available|stored|collect it|collect|pick it up|pick up)(?: for (?:collection|pick-?up))? (?:for|within) {count} hours',
    ),
    about: 'collection_hours',
  },
  {
    ...say(
      '{count}小时内免费保管',
      '{count}小時內免費保管',
      'kept free of charge for {count} hours',
      '免费(?:保管|保留|存放|代管|寄存|暂存)(?:期限|期|时间)?(?:为|是)?[:： ]{0,2}{count} ?(?:个)?小时',
      '{count} ?(?:个)?小时(?:之)?内免费(?:保管|存放|取件)?',
    ),
    about: 'collection_hours',
    isFree: true,
  },
  say(
    '逾期将退回',
    '逾期將退回',
    'after that it goes back',
    '(?:逾期|超时|超期|过期)(?:未取|未领|未领取)?(?:将|会)?(?:被)?(?:退回|退件|退还)(?:寄件人)?',
    '(?:otherwise|after that|or) (?:it )?(?:will be |is |goes )?(?:returned|back)(?: to (?:the )?sender)?',
  ),
  say(
    '已取件[，取件人{who}]',
    '已取件[，取件人{who}]',
    'collected[ by {who}]',
    '(?:从|在|于){point}(?:取件|取走|领取|自提|提取)(?:成功)?',
    '(?:客户|收件人|用户|买家)(?:已)?(?:取件|取走|领取|自提|取出|提货)(?:成功)?',
    '(?:has been |was )?collected(?: at {point$})?(?: by (?:the )?(?:recipient|customer))?',
  ),
  say(
    '如有疑问请致电 {phone}',
    '如有疑問請致電 {phone}',
    'for questions call {phone}',
    '(?:如有|若有|有)?(?:任何)?(?:疑问|问题)?[,，]?(?:请|可)?(?:您)?(?:拨打|致电|联系|联络|电联|咨询)(?:客服|驿站|站长|网点|快递员|派件员|店家)?(?:热线|电话)?[:： ]{0,2}{phone}',
    '(?:please )?(?:call|contact|ring)(?: us)?(?: (?:at|on))? {phone}',
  ),
];
