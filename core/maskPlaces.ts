import { groupsOf, HIDDEN, type Span } from './spans.ts';

/** Where a parcel was put down: said after these, up to the next mark. Over folded text, as all here. */
const PUT = /(?:(?:存放|放置|投放|放|投递|暂存|寄存|置|藏|搁)(?:在|于|至|到|入|进)|存入|放入|投入)([^,。;!(]{1,40})/dgu;
/** `放水表箱了`, `已放后门花盆下`: without a preposition, known by how it ends. */
const PUT_PLAINLY =
  /放(?!在|置|到|入|假|行|心|弃|至|于|进|款)([^,。;!( 放]{1,14}?(?:下面|底下|里面|后面|旁边|[下里内上旁边箱柜盆架桶堆垫栏井室厅]))(?=[了,。;!]|$)/dgu;
const PUT_IN_ENGLISH =
  /\b(?:(?:left|placed|put|stored|waiting|available|deposited|hidden)(?: (?:it|for (?:you|collection|pick-?up)))? (?:at|in|by|behind|under|with|near|inside|on)|held(?: for (?:you|collection|pick-?up))? (?:at|in|behind|under|inside)) (?!customs|transit|hold|(?:the |your )?(?:(?:customer|recipient|receiver|consignee|sender|shipper)(?:['’]?s)? )?request)((?:[^,.;!(]|(?<=\b(?:mr|mrs|ms|dr))\.){1,60})/dgu;
/** An address in full, as its label says. */
const ADDRESS =
  /(?:地址|住址|门牌|\baddress)\s{0,2}(?::|是|为|\bis\b)\s{0,2}(?!\s)(?!不详|不清|错误|有误|incorrect|wrong|incomplete|unknown|not )([^,。;!(]{2,60})/dgu;
/** The kinds of places that tell nobody's address, as they stand in a text. */
const KIND =
  /菜鸟驿站|驿站|丰巢(?:智能)?柜|丰巢|快递柜|智能柜|自提点|自提柜|自提|代收点|代收处|超市|便利店|便利商店|门市|门卫室?|警卫室|保安室|前台|柜台|物业|管理处|管理室|收发室|家门口|门口|信箱|邮局|网点|站点|家门|\b(?:the |a |an |your )?(?:front desk|front door|back door|parcel shop|pickup point|post office|safe place|neighbou?rs?|reception|locker|mailroom|mailbox|letterbox|porch|garage|shed|concierge|security|depot|store)\b/u;

/**
 * The details of where a parcel was left, which help a thief and are its recipient's alone: the kind of place stays, and what stands
 * before and behind it goes.
 */
export function findPlaces(folded: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of groupsOf(ADDRESS, folded)) spans.push({ start, end, shown: HIDDEN });
  for (const pattern of [PUT, PUT_PLAINLY, PUT_IN_ENGLISH])
    for (const { start, end } of groupsOf(pattern, folded)) spans.push(...around(folded, start, end));
  return spans;
}

function around(folded: string, start: number, end: number): Span[] {
  const kind = KIND.exec(folded.slice(start, end));
  if (!kind) return [{ start, end, shown: HIDDEN }];
  const from = start + kind.index;
  const to = from + kind[0].length;
  const pieces = [
    { start, end: from },
    { start: to, end },
  ];
  const isDetail = ({ start: first, end: last }: { readonly start: number; readonly end: number }): boolean => {
    const piece = folded.slice(first, last);
    return /[\p{L}\p{N}]/u.test(piece) && !(SAYS_MORE.test(piece) && !DETAIL.test(piece));
  };
  return pieces.filter(isDetail).map((piece) => {
    const lead = LEAD.exec(folded.slice(piece.start, piece.end))?.[0].length ?? 0;
    return { start: piece.start + lead, end: piece.end, shown: HIDDEN };
  });
}

/** What joins a kind and a detail. */
const LEAD = /^\s{0,2}(?:(?:at|in|on|of|by|near|behind|under) )?/u;
/** Numbers and parts of a building, wherever they stand. */
const DETAIL = /[\d一二三四五六七八九十楼层号室栋幢座排架门]/u;
/** What follows a place and is no detail of it. */
const SAYS_MORE = /^\s?(?:了|处|待取|代收|等待|请|已|, |and )/u;
