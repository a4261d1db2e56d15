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
  outOfScope: {
    'zh-Hans': '这个我答不上来。查件、退货、投诉、理赔可以直接找我；别的事点“找人工”，我登记请同事回电。',
    'zh-Hant': '這個我答不上來。查件、退貨、客訴、理賠可以直接找我；別的事請點「找真人客服」，我登記請同事回電。',
    en: "I can't answer that one. Tracking, returns, complaints and claims are my work; for anything else I can have a colleague call you.",
  },
} as const satisfies Record<string, Text>;
