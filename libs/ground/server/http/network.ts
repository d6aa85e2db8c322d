import { isIPv4, isIPv6 } from 'node:net';

/**
 * What attempts from one place are counted by: an IPv4 address, or the /64 of an IPv6 address, since whoever has one of
 * those has all of it. What is no address stands for itself.
 */
export function networkOf(address = ''): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  if (!isIPv6(address)) return address;
  const [before = '', after] = address.split('%')[0]!.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [head, tail] = [groups(before), after === undefined ? [] : groups(after)];
  const missing = after === undefined ? 0 : 8 - head.length - tail.length;
  const whole = [...head, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
