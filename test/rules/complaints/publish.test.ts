import { expect, it } from 'vitest';
import { toPublic } from '../../../rules/complaints/publish.ts';
import { staff } from '../../principals.ts';
import { AGENT, HOUR, openDesk, REMEDY, since } from './desk.ts';

it('shows a ticket as plain JSON: ISO instants, decimal amounts, no internal id', () => {
  const desk = openDesk();
  desk.change({ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT, since(HOUR));
  const shown = toPublic(desk.ticket);
  expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
  expect(shown).toMatchObject({
    reference: 'CMP-20261123-0001',
    version: 2,
    status: 'RESOLUTION_PROPOSED',
    due: { firstResponseAt: '2026-11-23T04:00:00.000Z', resolveAt: '2026-11-25T02:00:00.000Z', statutoryAt: '2026-11-30T02:00:00.000Z' },
    firstRespondedAt: '2026-11-23T03:00:00.000Z',
    remedy: { type: 'refund', text: '退还运费 12 元', amount: { amount: '12.00', currency: 'CNY' } },
    pausedSeconds: 0,
  });
  for (const field of ['id', 'shipmentId', 'pausedMs', 'resolvedAt', 'owner']) expect(shown).not.toHaveProperty(field);
});

it('writes amounts by the currency’s own decimals', () => {
  const desk = openDesk();
  desk.change(
    { to: 'RESOLUTION_PROPOSED', remedy: { ...REMEDY, amount: { minor: 1500, currency: 'JPY' } } },
    staff('chen@example.com', 'admin'),
    since(HOUR),
  );
  expect(toPublic(desk.ticket).remedy?.amount).toEqual({ amount: '1500', currency: 'JPY' });
});
