import type { z } from 'zod';
import type { complaintChange } from './complaintSchemas.ts';
import type { createEventsBody, shipmentBody } from './shipmentSchemas.ts';

/** Requests that are taken as they stand, for the document. Names and numbers are invented. */
export const SHIPMENT_EXAMPLE: z.input<typeof shipmentBody> = {
  orderNumber: 'SO-2026-000123',
  service: 'STANDARD',
  promisedAt: '2026-11-22T18:00:00+08:00',
  declaredValue: { amount: '199.00', currency: 'CNY' },
  pieces: 1,
  weightGrams: 1200,
  sender: {
    name: '王明',
    phone: '13800008888',
    address: { country: 'CN', province: '广东省', city: '广州市', district: '天河区', street: '测试路 1 号', postcode: '510000' },
  },
  recipient: {
    name: '李晓红',
    phone: '13900001234',
    address: { country: 'CN', province: '浙江省', city: '杭州市', street: '测试街 2 号' },
  },
  customer: { externalId: 'C-1001', name: '李晓红' },
  items: [
    { description: '蓝牙耳机', quantity: 1, unitValue: { amount: '199.00', currency: 'CNY' }, hsCode: '851830', originCountry: 'CN' },
  ],
};

export const EVENTS_EXAMPLE: z.input<ReturnType<typeof createEventsBody>> = {
  events: [
    {
      occurredAt: '2026-11-20T09:30:00+08:00',
      status: 'IN_TRANSIT',
      code: '30',
      text: '快件已到达【杭州转运中心】',
      location: { name: '杭州转运中心', city: '杭州市', country: 'CN' },
    },
    { occurredAt: '2026-11-20T15:05:00+08:00', status: 'ATTEMPT_FAILED', reason: 'consignee_not_home', text: '收件人不在家，将再次派送' },
  ],
};

export const COMPLAINT_CHANGE_EXAMPLE: z.input<typeof complaintChange> = {
  status: 'RESOLUTION_PROPOSED',
  message: '我们查了分拣中心的监控，箱子是在分拣时压坏的，抱歉。',
  remedy: { type: 'compensation', text: '赔偿 199 元，三个工作日内退到原支付账户。', amount: { amount: '199.00', currency: 'CNY' } },
  rootCause: 'sorting_error',
  station: '杭州转运中心',
  actor: { id: 'agent-17' },
};
