/** What carriers write, as it is when it was masked, each wholly understood: invented places and people in the wording of many carriers. */
export const SCANS: readonly string[] = `
您的订单已创建成功
卖家已发货
商品已出库
等待揽收
快递员上门揽收
【宁波鄞州网点】已收件
【福州仓山营业部】快递员张*已揽收
由收派员李*上门收件
完成收寄
快件到达【合肥转运中心】
已到达 太原分拨中心
包裹已抵达【昆明集散中心】
运抵兰州中转站
快件已到达派件网点
到达目的地网点
快件离开【贵阳转运中心】
从【厦门处理中心】发出
【石家庄转运中心】已发出，下一站【唐山转运中心】
已发往【包头分拨中心】
前往大连途中
正发往【珠海香洲网点】
快件在【无锡集散中心】完成分拣
装车发运
已装车
卸车完成
运输中
正在转运
在运输途中
交承运人运输
交航空公司运输
等待航班
航班已起飞
航班已到达
到达目的国
出口报关中
出口报关完成
进口清关中
海关清关中
清关完成
海关放行
清关延误
海关查验
海关正在查验
被海关扣留
缺少商业发票
请收件人提供身份证
请寄件人补充装箱单
收件人需提供付款凭证
清关资料不全
关税未缴
请收件人缴纳关税
税款已缴清
安排派送
正在派件
派送中
正在为您派送
【温州鹿城网点】的王*正在第2次派件
派件员：赵*，电话：138****0001
交由快递员孙*派送
请保持电话畅通
请您准备签收
预计今天下午送达
预计11月30日18:00前送达
将于明天再次派送
改约周六派送
再次安排派送
已签收
已妥投
签收人：本人
签收人：物业
由前台代收
已由门卫签收
您的快件已由同事代签
由周*签收
已放在门口
已放置在前台
按您的要求放在信箱
快件已存放至菜鸟驿站
快件已到【兔喜驿站】
已投柜，请及时取件
已存入快递柜
请凭取件码 12-3-4567 及时领取
取件码：883921
请于3天内取件
请在11月30日前取件
保管期5天
逾期将退回寄件人
客户已取件
收件人已取走
如有疑问请联系 138****0002
感谢您的使用，期待再次为您服务
祝您生活愉快
收件人不在家
家中无人
无人签收
电话无人接听
多次联系不上收件人
收件人手机停机
收件地址不详
地址错误
查无此人
收件人电话错误
收件人拒收
收件单位已下班
学校放假
小区封闭无法进入
超出派送范围
当日派件量过大，来不及派送
客户要求改期派送
派送失败
无法派送
投递未成功
因车辆故障延误
因交通事故，快件延误
道路拥堵导致延误
受暴雪影响，运输延误
因台风天气滞留
遭遇洪水，快件滞留
因件量大，派送延迟
分拣设备故障导致延误
因航班取消，发出时间推迟
受疫情影响
快件错分，正在转回
外包装破损
运输途中破损，正在处理
已确认丢失
已确认破损，无法派送
疑似遗失
正在查找
多次查找未果
安检中
被公安部门暂扣
包装不合格，需重新包装
面单破损
请联系客服办理理赔
正在联系收件人核实
正在联系寄件人处理
给您带来不便，敬请谅解
会尽快为您安排派送
暂存网点
滞留
快件退回
正在退回寄件人
退回件已由寄件人签收
退件已签收
逾期未取
长期未领取
寄件人取消寄件
买家取消订单
已改派至新地址
签收已撤销
顺丰速运 已收取快件
快件在【深圳福田集散中心】完成分拣,准备发往 【广州白云集散中心】
正在派送途中,请您准备签收(派件人:张*,电话:138****0003)
快件派送不成功(因休息日或假期客户不便收件),待工作日再次派送
【上海市】快件已被 上海青浦公司 揽收
【东莞市】 东莞转运中心公司 已收入
【广州市】 【广州天河】(020-****5678) 的 张*(138****0004) 已揽收
【杭州市】 快件已在 【杭州西湖】 签收, 签收人: 门卫, 如有疑问请电联:138****0005
由【北京顺义分拣中心】发往【北京亦庄站】
配送员开始配送，请您准备收货，配送员，王*，手机号，138****0006
包裹已揽收，等待航班起飞
正在安排投递（投递员:赵*,电话:138****0007）
未妥投，收件人名址有误
【洛杉矶】送交进口海关
快件因进港航班延误，预计派送延迟
应收件人要求，快件暂存网点，待客户自取
由于节假日放假，派送时间顺延
快件退回途中，退回原因：拒收
因疫情原因，快件暂时无法派送
物流信息已更新
外箱变形，内件完好，已重新打包
内件短少2件
系寄件人包装简陋所致
休息日客户不方便收件
客户退货
应寄件人要求
快件正在【南宁转运中心】分拣
准备发往【太原分拨中心】
正前往【兰州中转站】
妥投，收件人本人签收
揽件员：赵*，电话：138****0008
因暴雪天气
快件错分至贵阳
收方客户要求自提
应缴税款HK$1,250
请收件人支付关税356元
请于12月8日前缴纳
请收件人提供护照复印件，寄件人补充装箱单
收件人尚未完成实名认证
已到菜鸟驿站，免费存放3天
请于12月2日20:00前凭取件码 7-2-3391 取件
请在24小时内取件
保留至2026-12-02
最晚取件时间：12月3日
客户要求12月3日派送
预计12:00前送达
验证码 5210，签收时请出示给派送员
等待海关放行
`
  .trim()
  .split('\n')
  .concat(
    `
已收件
貨件已抵達 桃園轉運中心
快件已到達【葵涌集散中心】
已由【屯門收件點】發出
送往新竹站
配送中
已送達
已配達
簽收人：管理員
已由鄰居代收
已投遞至智能櫃
請於7日內取件
收件人不在
電話無人接聽
地址不詳
因颱風影響，運送延誤
清關文件不齊，缺少商業發票
退回寄件人
等待收件
海關抽驗中
請收件人完成EZ WAY 實名認證
請收件人繳納稅費 NT$1,250
請於48小時內取件
取貨期限至11/28
預計12:00前送達
`
      .trim()
      .split('\n'),
    `
Label created
Picked up by courier
Collected from the sender
Accepted at Leipzig Hub
Arrived at Lyon Sorting Center
Departed from Milan Hub
Departed facility
Left Bristol Depot
In transit to next facility
On its way to you
Sorted at Rotterdam Hub
Processed through Chicago Distribution Center
Loaded onto a truck
Handed to the airline
Flight departed
Export declaration completed
Import clearance started
Presented to customs
Cleared customs
Released by customs
Held by customs
Customs documents missing
Commercial invoice required
Import duties unpaid
Awaiting payment of duties
Selected for customs inspection
Arrived at the delivery station
Out for delivery
Out for delivery with J*** S***
Delivered
Delivered, signed by J*** D***
Signed for by: RECEPTION
Left at FRONT DOOR
Delivered to a neighbour
Available for pickup
Ready for collection at parcel shop
Pickup code: 5521
Collect it by 30 November
Kept for 7 days
Nobody at home
Recipient not available
Delivery attempted
Business closed
Address incomplete
Recipient unknown
Wrong phone number
Refused by recipient
No access to building
Will be redelivered tomorrow
Delayed due to snow
Delayed by heavy traffic
Delayed because of a vehicle breakdown
Flight cancelled
High parcel volumes
Missorted, being rerouted
Package damaged
Confirmed lost
Trace opened
Returning to sender
Returned to sender
Not collected in time
Cancelled by the sender
Redirected to a new address
Security check in progress
We were unable to deliver your parcel as no one was home
Your parcel is ready to collect from Corner Shop
On its way to the delivery depot
Customs status updated
Shipment on hold
Delivered, In/At Mailbox
Returned to sender due to unclaimed
In Transit to Next Facility
In transit to Leipzig
Departed Facility in LEIPZIG
Arrived at Sort Facility HUB
Held at Post Office
Delivered - Signed for by : J*** S***
Notice Left
Returning package to shipper
LEFT AT DOOR
Awaiting packing list from the seller
Recipient to pay import VAT of EUR 23.40 by 4 December
Held until 5 Dec 2026 18:00
Kept at the parcel shop until 30 November
Package damaged in transit, repacked
Expected delivery by 30 November
`
      .trim()
      .split('\n'),
  );
