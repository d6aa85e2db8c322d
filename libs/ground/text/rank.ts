import type { ItemId } from './item-id.js';

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Longer ones come from nobody who moves paragraphs by hand. */
const longest = 1_000;

/** Ranks are fractions in base 36 behind "0.", so that there is always room between two of them. */
export const isRank = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longest && /^[0-9a-z]*[1-9a-z]$/.test(value);

/**
 * A rank between two others; null is the lowest, or the highest. It ends with the client id and number of what says it,
 * so that no two are equal, whether two choose the same gap at once or one chooses it again, and that there is room
 * between any two.
 */
export function rankBetween(from: string | null, to: string | null, [writer, clock]: ItemId): string {
  const between = middle(from ?? '', to !== null && to > (from ?? '') ? to : null);
  return between + writer.toString(36).padStart(7, '0') + clock.toString(36) + '1';
}

function middle(from: string, to: string | null): string {
  if (to !== null) {
    let same = 0;
    while (same < to.length && (from[same] ?? '0') === to[same]) same++;
    if (same > 0) return to.slice(0, same) + middle(from.slice(same), to.slice(same));
  }
  const low = from === '' ? 0 : digits.indexOf(from[0]!);
  const high = to === null ? digits.length : digits.indexOf(to[0]!);
  if (high - low > 1) return digits[step(from, to, low, high)]!;
  return digits[low]! + middle(from.slice(1), null);
}

/** Where one side is open, close to the other: paragraphs are written one behind the other, and ranks stay short. */
function step(from: string, to: string | null, low: number, high: number): number {
  if (to === null && from !== '') return low + 1;
  return to !== null && from === '' ? high - 1 : (low + high) >> 1;
}
