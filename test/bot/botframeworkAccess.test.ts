import { describe, expect, it } from 'vitest';
import { admitRequest, mayCall } from '../../bot/channels/botframework/access.ts';

describe('who may come in by the Emulator’s door', () => {
  const from = (remoteAddress: string, more: object = {}) => {
    const headers = { host: 'localhost:3978', 'content-type': 'application/json', ...more };
    return () => admitRequest('emulator', { headers, socket: { remoteAddress } as Parameters<typeof admitRequest>[1]['socket'] });
  };

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('lets in %s', (address) => {
    expect(from(address)).not.toThrow();
  });

  it.each(['203.0.113.5', '::ffff:203.0.113.5', '10.0.0.1', '2001:db8::1', '::127.0.0.1x', ''])(
    'turns away "%s", whatever headers say',
    (address) => {
      expect(from(address, { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1' })).toThrow('FORBIDDEN');
    },
  );

  it('turns away a page whose own name leads to this machine', () => {
    expect(from('127.0.0.1', { host: 'rebound.example.test:3978' })).toThrow('FORBIDDEN');
  });
});

describe('where replies may be posted', () => {
  it('is anywhere encrypted for Azure, this machine for the Emulator, nowhere otherwise', () => {
    expect(mayCall('azure', 'https://smba.example.test/emea/')).toBe(true);
    expect(mayCall('azure', 'http://smba.example.test/emea/')).toBe(false);
    expect(mayCall('azure', 'nonsense')).toBe(false);
    expect(mayCall('emulator', 'http://[::1]:50000')).toBe(true);
    expect(mayCall('emulator', 'http://127.1:50000')).toBe(true);
    expect(mayCall('emulator', 'https://smba.example.test/emea/')).toBe(false);
    expect(mayCall('closed', 'http://localhost:1')).toBe(false);
  });
});
