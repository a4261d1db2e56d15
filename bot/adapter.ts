import { type Activity, BotAdapter, type ConversationReference, type ResourceResponse, TurnContext } from 'botbuilder';
import type { Reply } from '../core/types.ts';

const COLLECTED = Symbol('collected replies');

/**
 * botbuilder's adapter for our own channels: what a turn sends is collected instead of sent, and leaves only after the turn was
 * committed. Middleware added with `use` sees every activity, as on any adapter.
 */
export class CollectingAdapter extends BotAdapter {
  /** Runs one turn and returns what it sent, in order. Errors of `logic` pass through. */
  async run(activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>): Promise<readonly Reply[]> {
    const context = new TurnContext(this, activity);
    const collected: Reply[] = [];
    context.turnState.set(COLLECTED, collected);
    await this.runMiddleware(context, logic);
    return collected;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const collected = context.turnState.get(COLLECTED) as Reply[];
    return activities.map((activity) => {
      if (activity.type === 'message') collected.push(activity.channelData as Reply);
      return { id: String(collected.length) };
    });
  }

  override async updateActivity(): Promise<undefined> {
    throw new Error('a message that was not sent yet cannot be updated: change it before the turn ends');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('a message that was not sent yet cannot be deleted: leave it out of the turn');
  }

  /** @deprecated botbuilder's old name, which its base class still demands. */
  override async continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    throw new Error('use Inbox.receive: a conversation continues through its lane');
  }

  override async continueConversationAsync(): Promise<void> {
    throw new Error('use Inbox.receive: a conversation continues through its lane');
  }
}

/** A reply as the activity that middleware sees; the reply itself travels in channelData. */
export function toCollected(reply: Reply): Partial<Activity> {
  return { type: 'message', text: reply.text, locale: reply.locale, channelData: reply };
}
