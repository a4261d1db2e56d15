import { afterEach, describe, expect, it } from 'vitest';
import { type Api, createMemoryDead, createMemoryIntake, startApi } from './apiHarness.ts';

let api: Api;
const start = async (more: Partial<Parameters<typeof startApi>[0]> = {}): Promise<void> => {
  const intake = createMemoryIntake();
  api = await startApi({ intake, shipments: intake, ...more });
};
afterEach(() => api.stop());

describe('webhooks that were given up', () => {
  const entry = (id: string, event: string, more = {}) => ({
    ...{ id, kind: 'crm.webhook', key: `${event}:CMP-20261121-0001:${id}`, attempts: 6, lastError: 'the CRM webhook answered 500' },
    ...{ payload: { event, data: { reference: 'CMP-20261121-0001' } }, deadAt: new Date('2026-11-21T16:36:00Z'), ...more },
  });

  it('are shown with their cause, and sent again one by one or all, oldest first', async () => {
    const dead = createMemoryDead([
      entry('3', 'complaint.resolved'),
      entry('9', 'x', { kind: 'deliver.botframework' }),
      entry('2', 'complaint.updated'),
      entry('1', 'complaint.created', { payload: { event: 'complaint.created' } }),
    ]);
    let woken = 0;
    await start({ webhooks: { dead, wake: () => void woken++ } });
    const { body } = await api.call('GET', '/webhooks/dead');
    expect(body.webhooks).toEqual([
      {
        ...{ id: '3', event: 'complaint.resolved', key: 'complaint.resolved:CMP-20261121-0001:3', reference: 'CMP-20261121-0001' },
        ...{ attempts: 6, lastError: 'the CRM webhook answered 500', deadAt: '2026-11-21T16:36:00.000Z' },
      },
      expect.objectContaining({ id: '2', event: 'complaint.updated' }),
      expect.not.objectContaining({ reference: expect.anything() }),
    ]);
    expect((await api.call('POST', '/webhooks/dead/3/retry')).status).toBe(202);
    expect((await api.call('POST', '/webhooks/dead/3/retry')).status).toBe(404);
    expect((await api.call('POST', '/webhooks/dead/9/retry')).status).toBe(404); // no webhook
    const all = await api.call('POST', '/webhooks/dead/retry');
    expect([all.status, all.body]).toEqual([202, { retried: 2, more: false }]);
    expect([dead.revived, woken]).toEqual([['3', '1', '2'], 2]);
    expect((await api.call('GET', '/webhooks/dead?limit=0')).status).toBe(400);
  });
});

it('a day is counted for comparing, and only a day', async () => {
  await start();
  const counted = await api.call('GET', '/reconciliation?day=2026-11-21');
  expect([counted.status, counted.body.day, counted.body.tickets]).toEqual([200, '2026-11-21', { opened: 0, closed: 0, changed: 0 }]);
  for (const day of ['', '?day=21.11.2026', '?day=2026-02-30', '?day=2026-11-21T00:00:00Z', '?day=0000-01-01', '?day=9999-12-31'])
    expect((await api.call('GET', `/reconciliation${day}`)).body.errors?.map(({ path }) => path)).toEqual(['day']);
});
