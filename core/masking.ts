import { maskCodesIn } from './maskCodes.ts';
import { maskNamesIn } from './maskNames.ts';
import { maskPhonesIn } from './maskPhones.ts';
import { maskPlacesIn } from './maskPlaces.ts';

export { maskName } from './maskNames.ts';
export { maskPhone } from './maskPhones.ts';

/** For whom a carrier's words are shown. */
export interface Reader {
  /** The recipient's are pickup codes and where exactly a parcel was left. */
  readonly isRecipient: boolean;
}

/**
 * A carrier's own words made fit for showing at L1: phones and names of couriers, signers, parties and station keepers are masked
 * for everybody, codes and the details of a place for all but the recipient. Roles, kinds of places, hotlines and what was done stay.
 */
export function maskTraceText(text: string, { isRecipient }: Reader = { isRecipient: false }): string {
  const own = isRecipient ? text : maskPlacesIn(maskCodesIn(text));
  return maskPhonesIn(maskNamesIn(own));
}
