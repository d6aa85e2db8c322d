const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Longer ones come from nobody who moves paragraphs by hand. */
const longest = 400;

/** Ranks are fractions in base 36 behind "0.", so that there is always room between two of them. */
export const isRank = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longest && /^[0-9a-z]*[1-9a-z]$/.test(value);

/**
 * A rank between two others; null is the lowest, or the highest. It ends with its writer's client id, so that two who
 * choose the same gap at once get two ranks, with room between them.
 */
export function rankBetween(from: string | null, to: string | null, writer: number): string {
  return middle(from ?? '', to !== null && to > (from ?? '') ? to : null) + writer.toString(36) + '1';
}

function middle(from: string, to: string | null): string {
  if (to !== null) {
    let same = 0;
    while (same < to.length && (from[same] ?? '0') === to[same]) same++;
    if (same > 0) return to.slice(0, same) + middle(from.slice(same), to.slice(same));
  }
  const low = from === '' ? 0 : digits.indexOf(from[0]!);
  const high = to === null ? digits.length : digits.indexOf(to[0]!);
  if (high - low > 1) return digits[(low + high) >> 1]!;
  return digits[low]! + middle(from.slice(1), null);
}
