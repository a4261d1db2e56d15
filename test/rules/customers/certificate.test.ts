import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../core/types.ts';
import { describeErasure } from '../../../rules/customers/certificate.ts';
import type { Erasure } from '../../../rules/customers/privacy.ts';

const done: Erasure = {
  reference: 'ERA-20261122-0001',
  at: new Date('2026-11-22T02:00:00Z'),
  requestedBy: 's1',
  deleted: { contacts: 2, messages: 14 },
  redacted: { shipments: 3 },
  kept: [{ what: 'shipments', count: 1, reason: 'waybill_record', until: new Date('2027-03-01T16:00:00Z') }],
};

describe('the certificate of an erasure', () => {
  it('says what went, what lost its names, and what the law keeps until when', () => {
    expect(describeErasure(done, 'en', 'Asia/Shanghai')).toEqual([
      'Certificate of erasure ERA-20261122-0001',
      'We carried out the request to erase your data on 22 Nov 10:00.',
      'Deleted: contact details (2), chat messages (14).',
      'Kept without name, phone, address or words: waybills (3).',
      'Kept by law: waybills (1), as express waybills are kept for at least a year. They are only stored until 2 Mar 2027 00:00 and then lose your data by themselves.',
      'Should you have a question, name the reference ERA-20261122-0001.',
    ]);
    expect(describeErasure(done, 'zh-Hans', 'Asia/Shanghai')).toContain('已删除：联系方式 2、聊天消息 14。');
    expect(describeErasure(done, 'zh-Hant', 'Asia/Shanghai')).toContain('已刪除：聯絡方式 2、聊天訊息 14。');
  });

  it('says so when nothing is kept, or nothing was there', () => {
    expect(describeErasure({ ...done, kept: [] }, 'en', 'UTC')).toContain('Nothing of yours had to be kept by law.');
    expect(describeErasure({ ...done, deleted: {}, redacted: {}, kept: [] }, 'zh-Hans', 'UTC')).toContain('没有需要删除的数据。');
  });

  it('leaves no place unfilled and no row without a name in any language', () => {
    for (const locale of LOCALES) expect(describeErasure(done, locale, 'Asia/Shanghai').join('')).not.toMatch(/[{}]|\bcontacts\b/i);
  });
});
