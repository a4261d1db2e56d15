import { describe, expect, it } from 'vitest';
import { createLog } from '../../core/log.ts';

function write(facts: object): string {
  let written = '';
  const destination = {
    write(line: string): void {
      written += line;
    },
  };
  createLog('info', destination).info(facts, 'm');
  return written;
}

describe('log', () => {
  it.each([
    ['a mobile number in a sentence', { note: 'call 13800001234 now' }, '13800001234'],
    ['one with spaces and a country code', { note: '+86 138 0000 1234' }, '0000 1234'],
    ['a landline', { note: 'rang (0571)88880000 twice' }, '88880000'],
    ['a phone abroad', { note: '聯絡 +852 9123 4567' }, '9123'],
    ['a bearer', { headers: 'Bearer abc.def-123' }, 'abc.def-123'],
    ['a token', { url: '/stream?watermark=1&t=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln' }, 'eyJ'],
    ['a password in a store address', { problem: 'postgresql://bot:hunter2@db:5432/x' }, 'hunter2'],
    ['a field that is called a secret', { nested: { apiKey: 'k-123', address: '测试路 1 号' } }, '测试路'],
    ['an error and its cause', { error: new Error('x', { cause: new Error('dial 13800001234') }) }, '13800001234'],
  ])('blots out %s', (_what, facts, secret) => {
    expect(write(facts)).not.toContain(secret);
  });

  it('keeps what an operator needs', () => {
    expect(
      write({
        conversationId: 'c1',
        at: 'connect 192.168.100.200:5432',
        trackingNumber: 'XB000000012348',
        error: new Error('no such table'),
      }),
    ).toMatch(/c1.*192\.168\.100\.200:5432.*XB000000012348.*no such table/);
  });

  it('survives a circle of references', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(write({ circle })).toContain('…');
  });
});
