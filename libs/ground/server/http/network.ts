import { isIPv4, isIPv6 } from 'node:net';

/**
 * What attempts from one place are counted by: an IPv4 address, or the /64 of an IPv6 address, since whoever has one of
 * those has all of it. What is no address stands for itself.
 */
export function networkOf(address = ''): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address.split('%')[0]!);
  // ::ffff:a.b.c.d, however it is written: one /64 would be everybody who comes by IPv4.
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') {
    return groups
      .slice(6)
      .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
      .join('.');
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** All eight, in lower case and without leading zeros. */
function groupsOf(address: string): string[] {
  const [head, tail] = address
    .split('::')
    .map((part) =>
      part === '' ? [] : part.split(':').flatMap((group) => (isIPv4(group) ? pairsOf(group) : [group])),
    );
  const missing = tail ? Array<string>(8 - head!.length - tail.length).fill('0') : [];
  return [...head!, ...missing, ...(tail ?? [])].map((group) => Number.parseInt(group, 16).toString(16));
}

/** The last 32 bits may be written as an IPv4 address (RFC 4291, 2.2). */
function pairsOf(address: string): string[] {
  const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number];
  return [((a << 8) | b).toString(16), ((c << 8) | d).toString(16)];
}
