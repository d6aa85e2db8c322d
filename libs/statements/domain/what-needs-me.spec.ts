import type { Right } from '@plenary/ground/kernel';
import { whatNeedsMe } from './what-needs-me.js';

const line = (name: string, right: Right, by: string | null, day: number, wordCount = 10) => ({
  ...{ name, right, wordCount },
  lastChange: {
    kind: 'written' as const,
    by: by === null ? null : { personId: by, name: by },
    at: `2026-11-0${day}T00:00:00.000Z`,
  },
});
const first = (...lines: ReturnType<typeof line>[]) => whatNeedsMe(lines, 'amara')?.name ?? null;

describe('STM-21 what needs a person first', () => {
  it('is what somebody else changed in a text that this person may write in', () => {
    const mine = line('mine', 'manage', 'amara', 9);
    const theirs = line('theirs', 'edit', 'jomar', 3);
    const newer = line('newer', 'edit', null, 4);
    expect(first(mine, theirs)).toBe('theirs');
    expect(first(mine, theirs, newer)).toBe('newer');
    expect(first(mine)).toBe('mine');
  });

  it('is, without one, what is open for comments, then what is open to read', () => {
    const comment = line('comment', 'comment', 'jomar', 1);
    const read = line('read', 'read', 'jomar', 9);
    expect(first(read, comment)).toBe('comment');
    expect(first(read)).toBe('read');
  });

  it('is never a text without words', () => {
    expect(first(line('empty', 'manage', 'jomar', 9, 0))).toBeNull();
    expect(first(line('empty', 'manage', 'jomar', 9, 0), line('read', 'read', 'jomar', 1))).toBe('read');
  });
});
