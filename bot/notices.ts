import type { Clock } from '../core/clock.ts';
import { composeNotice } from '../dialogs/caseStatus/notices.ts';
import type { ComplaintNotice } from '../rules/complaints/types.ts';
import type { JobHandler } from './jobs.ts';
import { asBot, type Writer } from './writer.ts';

interface NoticesDeps {
  readonly writer: Writer;
  readonly clock: Clock;
  readonly timeZone: string;
}

/**
 * Tells a customer in their conversation what happened to their ticket. The outbox's key is the message's: told twice, it is
 * said once. A conversation that is gone has nobody to tell.
 */
export function createNotices({ writer, clock, timeZone }: NoticesDeps): JobHandler {
  return {
    async run({ key, payload }) {
      // Written by our own store in the same statement as the change it tells of.
      const notice = payload as unknown as ComplaintNotice;
      await writer.write(notice.conversationId, key, (start) => {
        const now = clock.now();
        const noticed = { reference: notice.reference, kind: notice.kind, atMs: now.getTime() };
        return {
          messages: [asBot(composeNotice(notice, start.locale, { timeZone, now }))],
          state: { ...start.state, noticed },
          facts: [{ name: `notice.${notice.kind}`, occurredAt: now }],
        };
      });
    },
    // What was decided first is told first.
    laneOf: ({ payload }) => String(payload.conversationId),
  };
}
