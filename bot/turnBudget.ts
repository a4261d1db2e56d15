import { AppError } from '../core/errors.ts';

/** What a customer waits at most for the answer to a message; clients send again after some more. */
const BUDGET_MS = 5000;

/** What the work knows of its time. */
export interface TurnBudget {
  /** Nobody waits any more: begin nothing that others would have to wait for. */
  isOver: boolean;
  /** The work sets it when something may have been written from then on. */
  hasBegun: boolean;
}

/**
 * Runs a turn for as long as somebody waits for it. The work itself cannot be stopped: it goes on until the store has answered or
 * was given up, and what it then wrote is known again by the message's id.
 * @throws AppError BUSY when the time went by before the turn's own began, OUTCOME_UNKNOWN when after; and what the work throws.
 */
export function withinBudget<T>(work: (budget: TurnBudget) => Promise<T>, budgetMs = BUDGET_MS): Promise<T> {
  const budget: TurnBudget = { isOver: false, hasBegun: false };
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      budget.isOver = true;
      reject(new AppError(budget.hasBegun ? 'OUTCOME_UNKNOWN' : 'BUSY', { retryAfterSeconds: 1 }));
    }, budgetMs);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
    };
    work(budget).then(
      (result) => end(() => resolve(result)),
      (error) => end(() => reject(error)),
    );
  });
}
