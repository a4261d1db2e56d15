import type { Capabilities } from './capabilities.ts';

/** Why something is said without being asked. */
export type Purpose =
  /** What happened to the customer's own case. */
  | 'notice'
  /** That a question is still open. */
  | 'reminder';

/** Whether something may be said unasked on a channel. Every later message goes through here. */
export function maySay(purpose: Purpose, { proactive }: Pick<Capabilities, 'proactive'>): boolean {
  return proactive === 'free' || purpose === 'notice';
}
