import type { RemedyType, Severity, TicketCategory } from './codes.ts';

type BySeverity = Readonly<Record<Severity, readonly RemedyType[]>>;

/**
 * What usually puts it right, best first (the domain's remedy matrix). A call by a person is no remedy but the rule from P1 on: it
 * stands in the clocks. What moves a parcel on comes before money, money before words.
 */
const MATRIX: Readonly<Partial<Record<TicketCategory, BySeverity>>> = {
  delay: {
    P3: ['expedite', 'explanation', 'apology'],
    P2: ['expedite', 'refund', 'apology'],
    P1: ['expedite', 'refund', 'coupon', 'apology'],
    P0: ['expedite', 'refund', 'compensation', 'apology'],
  },
  damage: {
    P3: ['compensation', 'replacement', 'apology'],
    P2: ['compensation', 'replacement', 'apology'],
    P1: ['compensation', 'replacement', 'refund', 'apology'],
    P0: ['investigation', 'compensation', 'apology'],
  },
  loss: {
    P3: ['investigation', 'compensation', 'apology'],
    P2: ['investigation', 'compensation', 'apology'],
    P1: ['compensation', 'replacement', 'investigation', 'apology'],
    P0: ['compensation', 'investigation', 'apology'],
  },
  fee_dispute: same(['explanation', 'refund', 'apology'], ['refund', 'explanation', 'apology']),
  service_attitude: same(['apology', 'investigation'], ['apology', 'explanation', 'investigation']),
  misdelivery: same(['redelivery', 'investigation', 'apology'], ['redelivery', 'coupon', 'investigation', 'apology']),
  fake_delivery_sign: same(['redelivery', 'apology'], ['redelivery', 'investigation', 'coupon', 'apology']),
  pickup: same(['expedite', 'apology'], ['expedite', 'coupon', 'apology']),
  cod: same(['explanation', 'refund'], ['refund', 'investigation', 'apology']),
  return: same(['expedite', 'explanation', 'apology'], ['expedite', 'refund', 'apology']),
  customs: same(['explanation', 'expedite'], ['expedite', 'refund', 'explanation']),
  document: same(['replacement', 'apology'], ['replacement', 'coupon', 'apology']),
  privacy: same(['investigation', 'apology'], ['investigation', 'explanation', 'compensation', 'apology']),
  safety: same(['investigation', 'compensation', 'apology'], ['investigation', 'compensation', 'apology']),
  bot_service: same(['apology', 'explanation'], ['apology', 'explanation', 'coupon']),
};

const OTHERWISE = same(['explanation', 'apology'], ['explanation', 'refund', 'apology']);

/** Remedies for buttons and for the desk, best first, one to four. `other` is never among them: whoever wants it says so. */
export function suggestRemedies(category: TicketCategory, severity: Severity): readonly RemedyType[] {
  // Contents missing is a loss of a part.
  const row = category === 'shortage' ? MATRIX.loss : MATRIX[category];
  return (row ?? OTHERWISE)[severity];
}

/** One row for minor matters and one for all others. */
function same(minor: readonly RemedyType[], others: readonly RemedyType[]): BySeverity {
  return { P3: minor, P2: others, P1: others, P0: others };
}
