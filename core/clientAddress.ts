import { isIPv4, isIPv6 } from 'node:net';

/**
 * An address as limits count it: an IPv4 address as it is, an IPv6 one by its /64, which one household or one server has to
 * itself and can change within at will (RFC 6177). Ports, brackets, quotes, zones and IPv4 written as IPv6 make no difference.
 * @param text a socket's address, or an entry of X-Forwarded-For. Undefined when it is no address, such as `unknown`.
 * @returns `203.0.113.7` or `2001:db8:1:2::/64`, lower case, without leading zeros.
 */
export function toClientKey(text: string): string | undefined {
  const address = bareAddress(text.trim());
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return undefined;
  const groups = toGroups(address);
  return toMappedIPv4(groups) ?? `${groups.slice(0, 4).map(toHex).join(':')}::/64`;
}

/** The /48 around an IPv6 client, the most one site is given: it holds 65,536 clients. Undefined for IPv4 and for other keys. */
export function toNetworkKey(clientKey: string): string | undefined {
  const groups = clientKey.endsWith('::/64') ? clientKey.split(':') : [];
  return groups.length > 3 ? `${groups.slice(0, 3).join(':')}::/48` : undefined;
}

/** `[2001:db8::1]:443`, `"[2001:db8::1%eth0]"` and `9.9.9.9:1234` without what is not the address. */
function bareAddress(entry: string): string {
  const text = entry.replaceAll('"', '');
  const bracketed = text.startsWith('[') ? text.slice(1, text.indexOf(']')) : text;
  const [beforeColon = '', ...afterColons] = bracketed.split(':');
  const withoutPort = afterColons.length === 1 ? beforeColon : bracketed;
  return withoutPort.split('%', 1)[0] ?? '';
}

/** Eight numbers of a valid IPv6 address. */
function toGroups(address: string): readonly number[] {
  const [head = '', tail] = address.split('::');
  const front = partsOf(head);
  const back = partsOf(tail ?? '');
  return tail === undefined ? front : [...front, ...new Array<number>(8 - front.length - back.length).fill(0), ...back];
}

function partsOf(text: string): number[] {
  if (text === '') return [];
  return text.split(':').flatMap((part) => {
    if (!part.includes('.')) return [Number.parseInt(part, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}

/** ::ffff:0:0/96 (RFC 4291 §2.5.5.2), as a server that listens on both sees its IPv4 clients. */
function toMappedIPv4(groups: readonly number[]): string | undefined {
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255].join('.') : undefined;
}

const toHex = (group: number): string => group.toString(16);
