import type { Text } from '../../core/types.ts';

export const texts = {
  greet: {
    'zh-Hans': '您好，这里是{company}客服助手。发运单号给我就能查快递；也可以点下面的按钮。',
    'zh-Hant': '您好，這裡是{company}客服小幫手。把運單號傳給我就能查包裹；也可以點下方按鈕。',
    en: 'Hello, this is the {company} assistant. Send me a tracking number to check a parcel, or pick one below.',
  },
  greetKnown: {
    'zh-Hans': '{name}，您好，这里是{company}客服助手。要查您的包裹，还是别的事？',
    'zh-Hant': '{name}，您好，這裡是{company}客服小幫手。要查您的包裹，還是有別的事？',
    en: 'Hello {name}, this is the {company} assistant. Shall I check your parcels, or is it something else?',
  },
  openCallback: {
    'zh-Hans': '您 {day}登记的回电（{reference}）还没办完，同事会联系您。',
    'zh-Hant': '您 {day}登記的回電（{reference}）還沒處理完，同事會與您聯絡。',
    en: 'Your call-back request of {day} ({reference}) is still open; a colleague will call you.',
  },
  whenCalled: {
    'zh-Hans': '回电 {reference} {day}登记，还在排队；具体几点我说不准。号码变了的话，把对的发给我就行。',
    'zh-Hant': '回電 {reference} {day}登記，還在排隊；確切幾點我無法保證。號碼有變的話，把對的傳給我就行。',
    en: 'Your call-back {reference} of {day} is in the queue; I cannot name the hour. If your number has changed, just send me the right one.',
  },
  who: {
    'zh-Hans': '我是{company}的客服机器人，会查快递。想找真人的话，我可以登记请同事给您回电。',
    'zh-Hant': '我是{company}的客服機器人，會查包裹。想找真人的話，我可以登記請同事回電給您。',
    en: "I'm the {company} assistant, a bot; tracking parcels is what I do best. For a person, I can register a call-back.",
  },
  here: { 'zh-Hans': '我在的。', 'zh-Hant': '我在喔。', en: "I'm here." },
  greetAgain: {
    'zh-Hans': '我在的。要查快递请发运单号，别的事直接说就行。',
    'zh-Hant': '我在喔。要查包裹請傳運單號，別的事直接說就行。',
    en: "I'm here. Send a tracking number to check a parcel, or just tell me what you need.",
  },
  thank: {
    'zh-Hans': '不客气！还有别的事随时找我。',
    'zh-Hant': '不客氣！還有別的事隨時找我。',
    en: "You're welcome! I'm here if you need anything else.",
  },
  goodbye: {
    'zh-Hans': '再见，祝您收件顺利！',
    'zh-Hant': '再見，祝您收件順利！',
    en: 'Goodbye, and have a good day!',
  },
  help: {
    'zh-Hans':
      '我可以：\n• 查快递：发运单号（像 {example}），一次几个也行；或发订单号\n• 告诉您什么时候送到、为什么没动\n• 受理投诉、理赔、建议和表扬，随时查进度\n• 退货、改派：登记后请同事回电\n随时可以说“取消”“找人工”或“English”。',
    'zh-Hant':
      '我可以：\n• 查包裹：傳運單號（像 {example}），一次幾個也行；或傳訂單編號\n• 告訴您什麼時候送到、為什麼沒動\n• 受理客訴、理賠、建議和讚揚，隨時查進度\n• 退貨、改派：登記後請同事回電\n隨時可以說「取消」「找真人客服」或「English」。',
    en: 'I can:\n• track parcels: send one or more numbers like {example}, or an order number\n• tell you when one will arrive and why it has not moved\n• take complaints, claims, suggestions and praise, and tell you how they stand\n• register returns and changes of a delivery for a call-back by a colleague\nYou can say "cancel", "talk to a person" or "中文" at any time.',
  },
  nothingOpen: {
    'zh-Hans': '现在没有正在办的事。需要什么直接告诉我。',
    'zh-Hant': '目前沒有正在辦的事。需要什麼直接告訴我。',
    en: 'There is nothing open to cancel. Tell me what you need.',
  },
  cannotWithdraw: {
    'zh-Hans': '回电 {reference} 已经登记出去，我这里撤不回来。同事打来时说一声不用了就行，也可以不接。',
    'zh-Hant': '回電 {reference} 已經登記，我這裡撤不回來。同事來電時說一聲不用了就好，不接也沒關係。',
    en: 'Call-back {reference} is already registered and I cannot take it back from here. When my colleague calls, just say it is no longer needed.',
  },
  outOfScope: {
    'zh-Hans': '这个我答不上来。查件、退货、投诉、理赔可以直接找我；别的事点“找人工”，我登记请同事回电。',
    'zh-Hant': '這個我答不上來。查件、退貨、客訴、理賠可以直接找我；別的事請點「找真人客服」，我登記請同事回電。',
    en: "I can't answer that one. Tracking, returns, complaints and claims are my work; for anything else I can have a colleague call you.",
  },
} as const satisfies Record<string, Text>;
