/** Relations beyond those of one household. */
export const KIN =
  '岳父|岳母|公公|婆婆|儿媳妇|儿媳|媳妇|女婿|孙子|孙女|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥哥|弟弟|姐姐|妹妹|嫂子|姑姑|姑妈|姨妈|舅舅|舅妈|伯伯|婶婶|侄子|侄女|外甥|表弟|表哥|表姐|表妹|堂弟|堂哥|堂姐|堂妹';
/** Who or what a word names when it is nobody by name: parties, roles, kin, and places a parcel is left at. All here is over folded text. */
export const ROLE = `本人|${KIN}|快递小哥|外卖小哥|配送小哥|宿舍|宿管|楼管|楼栋长|楼长|栋长|舍监|学生会|班主任|老师|家长|护士站|护士|保洁员|保洁|食堂|后勤|行政|值班|大堂|服务台|咨询台|接待处|接待|管理室|办公室|财务室|办公|助理|主管|副理|经理|工作人员|阿姨|大爷|大叔|大妈|大姐|大哥|小姐|叔叔|图片|照片|拍照|影像|电子|签名|住户|业主|门市|收件人|收货人|寄件人|发件人|寄方|收方|家人|家属|家里人|亲属|亲友|父亲|母亲|爸爸|妈妈|丈夫|妻子|爱人|太太|先生|女士|儿子|女儿|朋友|同学|室友|同事|隔壁|邻居|门卫|门岗|警卫|保安|保全|前台|柜台|总机|总台|物业|管家|管理员|管理处|管委会|大楼|社区|单位|公司|仓库|传达室|收发室|收发|文员|秘书|菜鸟驿站|驿站|快递柜|快递员|派件员|派送员|配送员|智能柜|丰巢|蜂巢|速递易|柜子|信箱|信报箱|自提点|自提柜|代收点|代收人|代收|代签|超市|便利店|店员|门口|家门口|放门口|门店|网点|站点|驻点|其他|其它|他人|别人|无人|客户|用户|师傅|业务员|司机|客服|拒收|签收|已签收|未知|匿名|系统`;

/** Ends of what is an organisation or a place, not a person; a person's own name is shorter. */
export const ORGANISATION =
  /(?:公司|集团|大学|学校|中学|小学|医院|银行|酒店|宾馆|饭店|超市|便利店|商店|专柜|驿站|服务站|服务部|营业部|营业厅|快递柜|柜|店|站|点|室|处|部|中心|门口|大厦|小区|派出所|专用章|章|物业|家园|花园|公寓|广场|医馆|药房|药店|餐厅|速运|速递|物流|快递|宅急便|邮政)$/u;

/** After these a name stands, or what the person did. */
export const PERSON =
  '(?:派件|派送|配送|送货|投递|邮递|收件|揽件|揽收|取件|收派|快递|速递|宅配|业务|客服|操作|经办|站点|驿站|管理|驾驶|理货|装卸)(?:小哥|人员|员|师傅|人)(?:姓名)?' +
  '|(?:签收|收件|收货|寄件|发件|取件|提货|领取|领件|代收|代签|联系|负责|经手|派件|送件)人(?:姓名|名字)?' +
  '|(?:快递|外卖|配送)(?:小哥|大哥)|骑手|邮差|司机|驾驶|师傅|站长|店长|店主|老板娘|老板|经理|业务员';
/** These are somebody themselves; a name may follow. */
export const KEEPER = '住户|业主|邻居|隔壁|门卫|保安|保全|警卫|物业|前台|同事|管理员|家人|家属|客户|用户|管家|大厦保安';

/** What begins so is no name, whatever follows. */
export const NO_NAME =
  /^(?:不|未|没|无|已|正在|拒|要求|电话|手机|地址|姓名|信息|资料|号码|出差|外出|时间|明日|明天|明确|今日|今天|于\d|于今|于明|于昨|于上|于下|和收|和寄|由于|都|应客|应要|应收|应该|时成|全部|全家|安排|安全|安检|常温|常不|常外|公共|公开|平台|国家|单号|单位|连续|连同|连络|连系|解释|包裹|包括|包装|原因|但|如|会|会|能|可|需|请|将|就|仍|再|更|改|另|与|及|或|和|在|到|来电|去|上门|下单|下班|休|取消|联系|确认|同意|指定|自|代|签|预约|通知|接|派|送|收|揽|取|准备|查看|查询|查收|查无|回复|暂|放|错误|有误|有|为|是|的|因|被|把|从|向客|向收|对|多次|多|三次|两次|一|二|两|关机|满意|方便|房门|房屋|居住|农村|万家|德邦|成功|时效|时段|支付|支持|计划|干线|路上|路途|车辆|车上|相关|常规|通过|经|家中|家里|凭|本人)/u;

/** Common words that begin as surnames do, where a run stands right behind a role: 司机高速堵车, 快递员马上到. */
export const WORD =
  /^(?:高速|高温|高峰|高铁|路况|路口|路段|路边|马路|马上|万分|万一|温馨|温度|黄金|黄昏|石材|方才|方向|平时|平均|平台|宁愿|宁可|元旦|元宵|农忙|莫名|满意|满仓|车间|车站|车主|应急|应当|关门|关闭|关于|时常|连日|连夜|常驻|常年|郑重|公休|公告|居家|居委|白天|白班|明早|明晚|明后|全天|全程|国庆|国外|国内|国际|计时|计费|乐意|成年|成本|金额|金属|花费|强烈|强制|强风|容易|易碎|易燃|文件|文明|阴雨|阴天|严重|严格|商家|商量|商铺|商业|商务|项目|景区|官方|祝您|祝福|海外|海关|海运|海上|陆运|陆续|陆路|江面|程序|费用|付款|付费|洪水|洪涝|解决|解除|雷雨|雷电|冷链|冷藏|黎明|利用|林区|凌晨|楼下|楼上|楼道|楼层|梅雨|盘点|庞大|齐全|权限|任何|任务|沙尘|尚未|申请|申报|申诉|施工|危险|卫生|文字|夏季|谢谢|谢绝|辛苦|许多|许可|尤其|游客|余下|张贴|周[一二三四五六日末边转围]|祝|左右|冬|和谐|同城|同步|同时|单元|单据|门禁|门牌|门锁|通讯|通行|支线|牛年|龙年|古镇|景点|伏天|汤池|安静|安装|安置|安心|凡|双方|双休|强|管控|管制|管理|封|富|房间|房内|毕业|易地|易主|查件|查单|方面|方位|简单|简易|纪念|纪律|云仓|云南|广|贵|终)/u;

/** Where a name ends: what people do, and what is said of them. */
export const FOLLOWS =
  /^(?:$|[^\p{Script=Han}]|正|已|将|会|为|于|在|到|来|电|手机|联|派|送|配|签|收|取|提|代|的|先生|女士|小姐|师傅|同学|老师|本人|预|再|进|揽|上|通|给|致|拨|请|因|未|无|约|要|同|拒|确|领|自|凭|放|改|介|身|当|转|下|回|用|负|马|即|开|准|安|完|处|投|不|没|外|休|出|离|抵|从|驾|打|按|告|认|说|表|申|退|完|接|带|存|把|帮|替|核|就|负责|即将)/u;

/** The same in whole words: where one of these begins, the name before it is over. */
export const SURELY_FOLLOWS =
  /^(?:正在|正为|已|将(?:为|于|在|再|会)|会(?:联系|为|在|尽快|再)|为您|因|电话|手机|联系|派送|派件|配送|投递|签收|代收|代签|代取|取件|揽收|收件|取走|领取|要求|拒收|拒签|同意|约定|预约|确认|自提|凭|上门|负责|通知|到达|马上|即将|准备|本人|先生|女士|小姐|太太|在\d|于\d|不在|未|无法|进行|送货|途中)/u;

/** 张女士, 陈伯, 王妈妈: who is called by a surname alone. */
export const TITLE = '先生|女士|小姐|太太|大姐|大哥|大爷|大妈|阿姨|妈妈|爸爸|伯伯|伯|叔叔|叔|婶|奶奶|爷爷|老师|同学|师傅|总';

/** Names of companies that begin as people's names do. */
export const BRAND =
  /^(?:全家|万家|德邦|安能|顺丰|申通|韵达|圆通|中通|百世|京东|菜鸟|邮政|黑猫|新竹|宅急|莱尔富|嘉里|华强|苏宁|路凯|成都|和黄)/u;

/** The roles in English, word by word. */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  (
    'self recipient receiver consignee consignor sender shipper customer addressee reception receptionist front desk back door side neighbour neighbours neighbor neighbors ' +
    'mailroom mail room mailbox letterbox letter box locker parcel parcels shop store security guard gatekeeper colleague coworker family member relative wife husband ' +
    'son daughter mother father parent partner housemate flatmate roommate concierge porter caretaker janitor superintendent building management manager office staff employee agent ' +
    'warehouse dock loading bay porch garage shed safe place household resident other others unknown anonymous nobody no signature signed required not at the in on by with to of for and a an ' +
    'left behind under driver courier delivery person man post pickup pick-up point station drop box hotel school hospital university company business premises home address door ' +
    'apartment apt flat building lobby entrance hallway hall carport patio deck gate house main rear basement conference loading receiving department dept unit floor stairs stairwell foyer yard garden terrace balcony kiosk counter cafe pharmacy supermarket grocery library church school club gym salon studio clinic ' +
    'leasing property front housekeeping doorman doorwoman supervisor assistant intern student teacher owner tenant landlord final request requests per instruction instructions photo picture image proof electronic esignature e-signature contactless attempt reason mile partner provider third party ' +
    'individual authorized authorised unattended available customs facility centre center depot hub airport port warehouse local carrier partner airline flight truck vehicle service team us our your'
  ).split(' '),
);
