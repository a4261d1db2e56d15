import type { FoundNumber, NumberCandidate } from '../../core/types.ts';
import type { Folded } from './fold.ts';

/** What customers call the carriers, in a folded text; by carrier id. */
const NAMES: readonly (readonly [string, string])[] = [
  ['sf', '[顺順][丰豐]|(?<![A-Z])SF(?: ?EXPRESS)?(?![A-Z0-9])'],
  ['jd', '[京][东東]|(?<![A-Z])JD(?: LOGISTICS)?(?![A-Z0-9])'],
  ['yto', '[圆圓]通|(?<![A-Z])YTO(?![A-Z0-9])'],
  ['zto', '中通|(?<![A-Z])ZTO(?![A-Z0-9])'],
  ['sto', '申通|(?<![A-Z])STO(?![A-Z0-9])'],
  ['yunda', '[韵韻][达達]|(?<![A-Z])YUNDA'],
  ['jt', '[极極]兔|(?<![A-Z])J&T'],
  ['deppon', '德邦|(?<![A-Z])DEPPON'],
  ['cainiao', '菜[鸟鳥](?!驿|驛)|(?<![A-Z])CAINIAO'],
  ['ems', '(?<![A-Z])EMS(?![A-Z0-9])'],
  ['chinapost', '中[国國]?[邮郵]政?|[邮郵]政(?!编|編|區|区)|(?<![A-Z])CHINA POST'],
  ['ups', '(?<![A-Z])UPS(?![A-Z0-9])'],
  ['fedex', '[联聯]邦(?:快[递遞])?|(?<![A-Z])FEDEX'],
  ['usps', '(?<![A-Z])USPS(?![A-Z0-9])'],
  ['dhl', '(?<![A-Z])DHL(?![A-Z0-9])|敦豪'],
  ['dpd', '(?<![A-Z])DPD(?![A-Z0-9])'],
  ['amazon', '[亚亞][马馬][逊遜]|(?<![A-Z])AMAZON'],
  ['yunexpress', '[云雲]途|(?<![A-Z])YUNEXPRESS'],
];
const NAME = new RegExp(NAMES.map(([, words]) => `(${words})`).join('|'), 'g');
/** A name so near before a number is its carrier's, whatever others are named. */
const REACH = 16;

/**
 * The carrier a customer names for a number comes first among its candidates, and is as sure as a mark: `顺丰单号 123456789012` is not
 * FedEx's. Own numbers and such with a mark of their own stay.
 */
export function preferNamed(numbers: readonly FoundNumber[], folded: Folded): readonly FoundNumber[] {
  if (numbers.length === 0) return numbers;
  const named = [...folded.text.matchAll(NAME)].map((match) => ({
    carrier: NAMES[match.slice(1).findIndex((word) => word !== undefined)]?.[0] ?? '',
    ...folded.toOriginal({ start: match.index, end: match.index + match[0].length }),
  }));
  if (named.length === 0) return numbers;
  const carriers = new Set(named.map(({ carrier }) => carrier));
  return numbers.map((number) => {
    if (/[A-Z]/.test(number.normalized) || number.candidates[0]?.carrier === 'own') return number;
    const near = named.findLast(({ start, end }) => end <= number.start && number.start - start <= REACH);
    const carrier = near?.carrier ?? (carriers.size === 1 ? named[0]?.carrier : undefined);
    return carrier === undefined ? number : { ...number, candidates: withFirst(number.candidates, carrier) };
  });
}

function withFirst(candidates: readonly NumberCandidate[], carrier: string): readonly NumberCandidate[] {
  const fitting = candidates.find((candidate) => candidate.carrier === carrier);
  const first: NumberCandidate = {
    carrier,
    format: fitting?.format ?? 'named',
    confidence: 'prefix',
    checksum: fitting?.checksum ?? 'none',
  };
  return [first, ...candidates.filter((candidate) => candidate.carrier !== carrier)];
}
