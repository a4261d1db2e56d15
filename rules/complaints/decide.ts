/**
 * The rules of a ticket, as the store needs them: each command reads, asks one of these, and writes exactly what they answer. Pure,
 * so that every rule of the domain is tested without a store.
 */
export { decideAlarm } from './alarm.ts';
export { decideChange, decideRefused } from './change.ts';
export { decideContact } from './contact.ts';
export { decideOpening, type OpeningContext } from './opening.ts';
