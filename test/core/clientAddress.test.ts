import { describe, expect, it } from 'vitest';
import { toClientKey, toNetworkKey } from '../../core/clientAddress.ts';
import fc from '../fastCheck.ts';

describe('a client is the same, however its address is written', () => {
  const IPV4 = ['203.0.113.7', '203.0.113.7:51034', '::ffff:203.0.113.7', '[::FFFF:203.0.113.7]:80', '::ffff:cb00:7107', ' "203.0.113.7" '];
  it.each(IPV4)('IPv4 as %s', (text) => expect(toClientKey(text)).toBe('203.0.113.7'));

  const IPV6 = [
    '2001:db8:0:2::1',
    '2001:DB8:0:2:ffff:ffff:ffff:ffff',
    '[2001:db8:0:2::1]:443',
    '"[2001:db8::2:0:0:0:9]"',
    '2001:0db8:0000:0002:0000:0000:0000:0001%eth0',
    '2001:db8:0:2::192.0.2.1',
  ];
  it.each(IPV6)('IPv6 as %s, by its /64', (text) => expect(toClientKey(text)).toBe('2001:db8:0:2::/64'));

  it('and the whole /64, in any notation', () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.nat(0xffff), (address, port) => {
        const key = toClientKey(address);
        expect([toClientKey(`[${address}]:${port}`), toClientKey(address.toUpperCase())]).toEqual([key, key]);
        if (key?.endsWith('/64')) expect(toClientKey(key.replace('::/64', ':1:2:3:4'))).toBe(key);
      }),
    );
  });

  it.each(['', 'unknown', '_hidden', '1.2.3', '1.2.3.4.5', '999.1.1.1', ':::', '[', '[]:1', 'a:b', '2001:db8::1::2', '\u0000'])(
    'and %j is nobody',
    (text) => expect(toClientKey(text)).toBeUndefined(),
  );
  it('and nothing anybody writes breaks it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void toClientKey(text)));
  });
});

describe('a network', () => {
  it('is the /48 around an IPv6 client', () => expect(toNetworkKey('2001:db8:7:ab::/64')).toBe('2001:db8:7::/48'));
  it.each(['203.0.113.7', 'u-4711', '', 'a::/64'])('is none around %j', (key) => expect(toNetworkKey(key)).toBeUndefined());
});
