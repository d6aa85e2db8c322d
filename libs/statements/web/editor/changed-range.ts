import type { Node } from '@tiptap/pm/model';

/** Which top-level paragraphs differ: indexes `from` to `to` of the new text, and how many at the end are the same. */
export interface ChangedRange {
  from: number;
  to: number;
  fromEnd: number;
}

/** Indexes of the first and last top-level paragraph that differ; comparing them is comparing pointers. */
export function changedRange(before: Node, after: Node): ChangedRange {
  let from = 0;
  const least = Math.min(before.childCount, after.childCount);
  while (from < least && before.child(from) === after.child(from)) from++;
  let fromEnd = 0;
  while (
    fromEnd < least - from &&
    before.child(before.childCount - 1 - fromEnd) === after.child(after.childCount - 1 - fromEnd)
  ) {
    fromEnd++;
  }
  return { from, to: after.childCount - fromEnd, fromEnd };
}
