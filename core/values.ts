/** How sure a sum is: the figure itself, one that is called rough (大概300, "about 300"), or none at all (几百, 1500到2000, several sums). */
export type Exactness = 'exact' | 'estimate' | 'vague';

/** A sum of money in a message. Offsets are UTF-16, end exclusive. */
export interface GivenSum {
  /** Major units: 1200, 45.99. Of what is vague the least that is named. */
  readonly amount: number;
  /** ISO 4217; undefined where the words fit several (元 in traditional script) or name none. */
  readonly currency: string | undefined;
  /** The words say dollars and not whose. */
  readonly isDollar?: true;
  readonly exactness: Exactness;
  /** No currency stands by it: a sum only where one was asked for. */
  readonly isBare: boolean;
  /** What the words around call it: what goods cost, what is demanded, or some fee or cover; undefined where they do not say. */
  readonly of?: 'goods' | 'demand' | 'fee';
  /** The words take something back for it: 其实是380, 不是200 是260. */
  readonly isCorrection?: true;
  readonly start: number;
  readonly end: number;
}

/** A phone to call. */
export interface GivenPhone {
  /** E.164, with an extension as RFC 3966 writes it: `+886223456789;ext=123`. */
  readonly value: string;
  /** No country was written: it was taken from the customer's or the language. */
  readonly isAssumed: boolean;
}

/**
 * What a message gives, each kind as if it were what had been asked: `1500` is a sum and an order number and the end of a phone. The
 * flow that asked takes its own. Read when first looked at.
 */
export interface Values {
  /** The sum that counts, the last correction winning: 480 其实是380. Undefined for none, zero and more than anybody sends. */
  readonly sum: GivenSum | undefined;
  /** The same of a story, where only what is called money or worth is one. */
  readonly worth: GivenSum | undefined;
  /** The phone that counts: of "不是A，是B" the second. */
  readonly phone: GivenPhone | undefined;
  /** Upper case, as shops write them: SO#20991, HK-ORD-8891, 7612345678901. */
  readonly order: string | undefined;
  /** Four digits that end a phone, alone, spoken, named so beside a number, or of a whole phone. */
  readonly lastFour: string | undefined;
  /** The four digits where words call them the end of a phone: 尾号2222, "my phone ends in 2222". */
  readonly namedLastFour: string | undefined;
  /** `YYYY-MM-DD`, or with an hour; undefined where none or several are named. */
  readonly date: string | undefined;
}

/** Of a message without any. */
export const NO_VALUES: Values = {
  ...{ sum: undefined, worth: undefined, phone: undefined, order: undefined },
  ...{ lastFour: undefined, namedLastFour: undefined, date: undefined },
};
