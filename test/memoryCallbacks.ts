import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { dayIn } from '../core/i18n.ts';
import { formatReference } from '../core/ids.ts';
import { toCleanText } from '../prisma/clean.ts';
import {
  type Callback,
  type CallbackDesk,
  type Callbacks,
  LONGEST_NOTE,
  type NewCallback,
  type OpenCallback,
} from '../rules/callbacks/types.ts';

/** The twin of the store's call-back requests: one suite runs on both. */
export interface MemoryCallbacks extends Callbacks, CallbackDesk {
  /** What was counted, in order, with the seconds that it took. */
  readonly facts: readonly { readonly name: string; readonly seconds?: number }[];
  /** Payloads of what the company's systems are told, oldest first. */
  readonly webhooks: readonly object[];
}

interface Row {
  readonly id: string;
  readonly request: NewCallback;
  callback: Callback;
}

const MAX_PAGE = 200;
const toOpen = ({ reference, createdAt, phone, note }: Callback): OpenCallback => ({ reference, createdAt, phone, note });

export function createMemoryCallbacks(clock: Clock, timeZone = 'Asia/Shanghai'): MemoryCallbacks {
  const rows: Row[] = [];
  const facts: { name: string; seconds?: number }[] = [];
  const webhooks: object[] = [];
  const changes = new Set<string>();
  const openedOn = new Map<string, number>();
  return {
    ...{ facts, webhooks },
    async open(request) {
      const known = rows.find((row) => row.request.idempotencyKey === request.idempotencyKey);
      if (known) return { reference: known.callback.reference };
      const now = clock.now();
      const dayOn = dayIn(now, timeZone);
      const number = (openedOn.get(dayOn) ?? 0) + 1;
      openedOn.set(dayOn, number);
      const reference = formatReference('CBR', dayOn, number);
      const { idempotencyKey: _, ...asked } = { ...request, note: toCleanText(request.note) };
      rows.push({ id: String(rows.length).padStart(6, '0'), request, callback: { ...asked, reference, status: 'open', createdAt: now } });
      facts.push({ name: 'callback.opened' });
      webhooks.push({ event: 'callback.opened', occurredAt: now.toISOString(), data: { reference, ...asked } });
      return { reference };
    },
    listOpen: async (conversationId, customerId) =>
      rows
        .map(({ callback }) => callback)
        .filter(({ status }) => status === 'open')
        .filter((each) => each.conversationId === conversationId || (customerId !== undefined && each.customerId === customerId))
        .reverse()
        .slice(0, 3)
        .map(toOpen),
    async change(reference, { idempotencyKey, conversationId, customerId, phone, addition, isCancelled }) {
      const row = rows.find(({ callback }) => callback.reference === reference && callback.status === 'open');
      const isTheirs =
        row?.callback.conversationId === conversationId || (customerId !== undefined && row?.callback.customerId === customerId);
      if (!row || !isTheirs) return undefined;
      const note = addition === undefined ? undefined : toCleanText(addition);
      const isNew = note !== undefined && !row.callback.note.includes(note);
      row.callback = {
        ...row.callback,
        ...(phone && { phone }),
        ...(isNew && { note: `${row.callback.note}\n${note}`.slice(0, LONGEST_NOTE) }),
        ...(isCancelled && { status: 'cancelled', doneAt: clock.now() }),
      };
      const name = isCancelled ? 'callback.cancelled' : 'callback.changed';
      if (!changes.has(`${name} ${reference} ${idempotencyKey}`)) {
        changes.add(`${name} ${reference} ${idempotencyKey}`);
        facts.push({ name });
        const data = {
          reference,
          conversationId,
          ...(customerId && { customerId }),
          ...(phone && { phone }),
          ...(note && { addition: note }),
        };
        webhooks.push({ event: name, occurredAt: clock.now().toISOString(), data });
      }
      return toOpen(row.callback);
    },
    async list({ status, updatedAfter, cursor, limit = 50 } = {}) {
      const take = Math.min(Math.max(1, limit), MAX_PAGE);
      const isAfter = ({ createdAt, doneAt = createdAt }: Callback): boolean =>
        updatedAfter === undefined || createdAt >= updatedAfter || doneAt >= updatedAfter;
      const found = rows.filter(
        ({ id, callback }) => (!status || callback.status === status) && (!cursor || id > cursor) && isAfter(callback),
      );
      const page = found.slice(0, take);
      const last = page.at(-1);
      return { callbacks: page.map(({ callback }) => callback), ...(found.length > take && last && { nextCursor: last.id }) };
    },
    async markDone(reference) {
      const row = rows.find(({ callback }) => callback.reference === reference);
      if (!row) throw new AppError('NOT_FOUND', { reference });
      if (row.callback.status === 'open') {
        const now = clock.now();
        row.callback = { ...row.callback, status: 'done', doneAt: now };
        facts.push({ name: 'callback.done', seconds: (now.getTime() - row.callback.createdAt.getTime()) / 1000 });
      }
      return row.callback;
    },
  };
}
