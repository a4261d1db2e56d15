import type { Locale } from '../../core/types.ts';
import type { Shipment } from '../../rules/shipments/types.ts';
import { isRecipient, isSender, levelOf } from '../proof.ts';
import type { Turn } from '../turn.ts';

/** In what words, at what time and for whom a shipment is shown. `isVerified`: L1 or better, else L0 (status, city, dates). */
export interface View {
  readonly locale: Locale;
  readonly now: Date;
  readonly timeZone: string;
  readonly isVerified: boolean;
  /** Pickup codes and where exactly a parcel was left are shown. */
  readonly isRecipient: boolean;
  /** What happens at the sender's door is theirs to read. */
  readonly isSender?: boolean;
}

/** How this customer may see a shipment in this turn. */
export function viewOf(turn: Turn, shipment: Shipment): View {
  const { timeZone } = turn.services.company;
  return {
    locale: turn.locale,
    now: turn.now,
    timeZone,
    isVerified: levelOf(turn, shipment) > 0,
    isRecipient: isRecipient(turn, shipment),
    isSender: isSender(turn, shipment),
  };
}
