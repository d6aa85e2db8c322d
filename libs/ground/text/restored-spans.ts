import type { Anchor, FormatSpans } from './format-spans.js';
import type { ItemId } from './item-id.js';
import type { Restorations } from './restorations.js';

/** Undone and redone more often than this, a word may lose its formats. */
const mostSteps = 500;

/**
 * Where spans begin and end among characters with consecutive numbers. TXT-4: characters that an undo wrote anew stand
 * in front of those that they stand for, and what began or ended at those begins or ends at them, so that a word that
 * comes back is as bold as it was.
 */
export function anchorsAmong(
  spans: FormatSpans,
  restorations: Restorations,
  [client, from]: ItemId,
  length: number,
): readonly Anchor[] {
  const own = spans.within(client, from, length);
  if (restorations.isEmpty || spans.isEmpty) return own;
  const found = [...own];
  let steps = 0;
  const collect = (first: ItemId, count: number, shift: number) => {
    for (const { id, old, length: some } of restorations.within(first, count)) {
      if (++steps > mostSteps) return;
      const further = shift + id[1] - old[1];
      for (const anchor of spans.within(old[0], old[1], some)) {
        found.push({ ...anchor, clock: anchor.clock + further });
      }
      collect(old, some, further);
    }
  };
  collect([client, from], length, 0);
  return found.length === own.length ? own : found.sort((one, other) => one.clock - other.clock);
}
