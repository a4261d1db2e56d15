import type { Shipment } from '../../rules/shipments/types.ts';
import { isRecipient, levelOf } from '../proof.ts';
import type { Turn } from '../turn.ts';
import type { View } from './present.ts';

/** How this customer may see a shipment in this turn. */
export function viewOf(turn: Turn, shipment: Shipment): View {
  const { timeZone } = turn.services.company;
  return {
    locale: turn.locale,
    now: turn.now,
    timeZone,
    isVerified: levelOf(turn, shipment) > 0,
    isRecipient: isRecipient(turn, shipment),
  };
}
