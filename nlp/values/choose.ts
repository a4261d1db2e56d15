import type { GivenSum } from '../../core/values.ts';
import { isCorrected, keepStanding } from './corrections.ts';
import type { FoundSums } from './sums.ts';

const TOTAL_BEFORE =
  /(?:一共|总共|合共|共计|合计|共|加起来|加埋|总计|总价|total(?:ling)?|altogether|all together|in all|sum)(?:[^\d。]{0,8})$/;
const TOTAL_AFTER = /^ ?(?:in total|total|altogether|all together|in all|all in|for (?:everything|both|all|the lot)|一共|总共|全部)/;
const REACH = 20;

/**
 * The one sum a message gives in answer to what goods were worth. What was taken back is left out, a total is taken before its parts,
 * a price before a fee; several sums without a word of which counts are one that is not exact. Undefined for none.
 */
export function chooseSum({ sums, plain }: FoundSums): GivenSum | undefined {
  const kept = distinct(keepStanding(preferred(sums), plain));
  const [only] = kept;
  if (!only) return undefined;
  const chosen = kept.length === 1 ? only : (findTotal(kept, plain) ?? findGoods(kept) ?? { ...only, exactness: 'vague' as const });
  const named = chosen.currency ?? sums.find(({ currency }) => currency !== undefined)?.currency;
  const isDollar = named === undefined && sums.some((sum) => sum.isDollar);
  const isCorrection = isCorrected(plain, chosen.start);
  return { ...chosen, currency: named, ...(isDollar ? { isDollar } : {}), ...(isCorrection ? { isCorrection } : {}) };
}

/** The same of a story: what is no money by its words and no price is none. */
export function chooseWorth(found: FoundSums): GivenSum | undefined {
  const chosen = chooseSum(found);
  if (chosen && isWorth(chosen)) return chosen;
  return chooseSum({ ...found, sums: found.sums.filter(isWorth) });
}

const isWorth = ({ of, isBare, currency }: GivenSum): boolean =>
  of === 'goods' || (of === undefined && (!isBare || currency !== undefined));

/** Fees count for nothing; a demand only where nothing else is named; what has a currency before what has none. */
function preferred(sums: readonly GivenSum[]): readonly GivenSum[] {
  const prices = sums.filter(({ of }) => of !== 'fee');
  const worth = prices.filter(({ of }) => of !== 'demand');
  return worth.length > 0 ? worth : prices;
}

function distinct(sums: readonly GivenSum[]): readonly GivenSum[] {
  const priced = sums.filter(({ isBare }) => !isBare);
  const kept = priced.length > 0 ? priced : sums;
  return kept.filter(({ amount }, index) => kept.findIndex((other) => other.amount === amount) === index);
}

function findTotal(sums: readonly GivenSum[], plain: string): GivenSum | undefined {
  return sums.find(
    ({ start, end }) =>
      TOTAL_BEFORE.test(plain.slice(Math.max(0, start - REACH), start)) || TOTAL_AFTER.test(plain.slice(end, end + REACH)),
  );
}

function findGoods(sums: readonly GivenSum[]): GivenSum | undefined {
  const goods = sums.filter(({ of }) => of === 'goods');
  return goods.length === 1 ? goods[0] : undefined;
}
