import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { composeNotice, keepNotice } from '../dialogs/caseStatus/notices.ts';
import type { ComplaintNotice } from '../rules/complaints/types.ts';
import { defineJob, type JobHandler } from './defineJob.ts';
import { asBot, type Writer } from './writer.ts';

const NOTICE = z.looseObject({ conversationId: z.string(), reference: z.string(), kind: z.string() });

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
  return defineJob({
    // Written by our own store in the same statement as the change it tells of.
    payload: z.custom<ComplaintNotice>((value) => NOTICE.safeParse(value).success),
    async run({ key, payload: notice }) {
      await writer.write(notice.conversationId, key, (start) => {
        const now = clock.now();
        return {
          messages: [asBot(composeNotice(notice, start.locale, { timeZone, now }))],
          state: keepNotice(start.state, notice, now),
          facts: [{ name: `notice.${notice.kind}`, occurredAt: now }],
        };
      });
    },
  });
}
