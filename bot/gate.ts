import type { ConversationMode } from '../core/types.ts';
import type { TurnStart } from '../rules/conversations/types.ts';

/** Who a message is for. `desk`: it is stored for the agent and the bot keeps silent. */
export interface Gate {
  readonly answers: 'bot' | 'desk';
  /** The mode the conversation has after this message. */
  readonly mode: ConversationMode;
}

/** The bot never talks over a person; a closed conversation that is written to again belongs to the bot. */
export function passGate({ mode }: Pick<TurnStart, 'mode'>): Gate {
  switch (mode) {
    case 'bot':
    case 'closed':
      return { answers: 'bot', mode: 'bot' };
    case 'waiting':
    case 'agent':
      return { answers: 'desk', mode };
    default:
      return mode satisfies never;
  }
}
