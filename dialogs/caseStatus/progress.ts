import { type CaseTopic, caseTopics } from '../caseQuestions.ts';
import type { Turn } from '../turn.ts';

/** A parcel is meant by the place where it is, or by its arrival. */
const PARCEL = /包裹|快递|快遞|快件|单号|單號|我的件|件货|送到|送达|送達|派送|parcel|package|shipment|deliver/i;
const URGE =
  /^.{0,10}(?:快点|快點|快一点|快一點|快些|快啲|尽快|盡快|赶紧|趕緊|抓紧|抓緊|加急|催)[^，。]{0,10}$|^(?:please )?(?:hurry(?: up)?|asap|make it (?:quick|fast)|faster)[\w ]{0,12}[.!]*$/i;
const LONGEST = 24;

/** Whether the message only asks how the ticket last spoken of stands. */
export const asksProgress = (turn: Turn): boolean =>
  !PARCEL.test(turn.understanding.text) && caseTopics(turn).some((topic) => HOW_IT_STANDS.has(topic));

const HOW_IT_STANDS: ReadonlySet<CaseTopic> = new Set(['case_where', 'answer_when', 'who_handles']);

/** Whether it only asks to make haste: 能不能快点, "hurry up". */
export function urges(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return plain.length <= LONGEST && !PARCEL.test(plain) && URGE.test(plain);
}
