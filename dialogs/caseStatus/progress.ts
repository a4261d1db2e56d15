/** How it stands, with nothing else named: 到哪一步了, 有消息了吗, 办得怎么样了, 会采纳吗. */
const CHINESE = new RegExp(
  [
    '到[哪边邊]一?[个個]?步|进[度展]|進[度展]',
    '(?:处理|處理|办|辦|弄|搞|查|核实|核實|调查|調查|安排|跟进|跟進)(?:得|的|到|了|好|完|出来|咗|緊|成)*(?:怎么样|怎麼樣|怎样|怎樣|如何|哪|点样|點樣|未|没有?|沒有?|吗|嗎)',
    '(?:有|出)(?:没有?|沒有?|冇|咗)?(?:什么|什麼|啥|咩)?(?:结果|結果|消息|回复|回覆|回音|下文|答复|答覆|进展|進展)',
    '^(?:结果|結果)呢|有(?:没有|沒有|冇)?人(?:在|会|會|来|來)?(?:管|处理|處理|跟|理|看|睇|联系|聯絡|打|覆)|[会會](?:有人|采纳|採納|告诉|告訴|转告|轉告)',
    '^(?:那|然后|然後|现在|現在|而家|请问|請問)*(?:怎么样|怎麼樣|怎样|怎樣|点样|點樣)(?:了|啊|呀|呢|吗)*[?？]*$',
    '^(?:那|还|還|大概|大约|大約|到底|我|仲|要|需要|得|等)*(?:多久|几天|幾天|等到什么时候|等到什麼時候|几耐|幾耐)(?:啊|呀|呢|吗|时间|時間)*[?？]*$',
  ].join('|'),
);
const ENGLISH =
  /^(?:so |and |hi,? |hello,? )*(?:(?:any|got|is there)(?: an?| any)? (?:update|news|progress|word|answer|reply)s?(?: yet| already| or not| now)?|(?:what(?:'s| is) the )?(?:status|progress)|how long (?:do|will|must|need|should|does|is)?[\w' ]{0,14}(?:wait|take)|when (?:will|do|can) (?:i|you|we) (?:hear|know|get (?:an? )?(?:answer|result|reply))[\w ]{0,12}|will (?:some|any)(?:body|one)[\w ]{0,20}|what(?:'s| is) happening)[?!. ]*$/i;
/** A parcel is meant by the place where it is, or by its arrival. */
const PARCEL = /包裹|快递|快遞|快件|单号|單號|我的件|件货|送到|送达|送達|派送|parcel|package|shipment|deliver/i;
const URGE =
  /^.{0,10}(?:快点|快點|快一点|快一點|快些|快啲|尽快|盡快|赶紧|趕緊|抓紧|抓緊|加急|催)[^，。]{0,10}$|^(?:please )?(?:hurry(?: up)?|asap|make it (?:quick|fast)|faster)[\w ]{0,12}[.!]*$/i;
const LONGEST = 24;

/** Whether the message only asks how the ticket last spoken of stands. */
export function asksProgress(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll('’', "'").trim();
  return (
    plain.length <= LONGEST * (/\p{Script=Han}/u.test(plain) ? 1 : 2) && !PARCEL.test(plain) && (CHINESE.test(plain) || ENGLISH.test(plain))
  );
}

/** Whether it only asks to make haste: 能不能快点, "hurry up". */
export function urges(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return plain.length <= LONGEST && !PARCEL.test(plain) && URGE.test(plain);
}
