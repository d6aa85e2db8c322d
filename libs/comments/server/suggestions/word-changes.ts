import { diffArrays } from 'diff';
import type { WordChange } from '@plenary/ground/text';

interface Open {
  readonly from: number;
  readonly out: string;
  readonly into: string;
}

/** SUG-9: what makes other words of some: by words, and within those that make way without what both begin and end with. */
export function changesBetween(text: string, instead: string): readonly WordChange[] {
  const changes: WordChange[] = [];
  let open: Open | null = null;
  let at = 0;
  const close = () => {
    if (open) changes.push(trimmed(open));
    open = null;
  };
  for (const { value, added, removed } of diffArrays(cut(text, 'word'), cut(instead, 'word'))) {
    const words = value.join('');
    if (!added && !removed) close();
    else open = grown(open ?? { from: at, out: '', into: '' }, words, removed);
    if (!added) at += words.length;
  }
  close();
  return changes;
}

const grown = ({ from, out, into }: Open, words: string, isRemoved: boolean): Open =>
  isRemoved ? { from, out: out + words, into } : { from, out, into: into + words };

function trimmed({ from, out, into }: { from: number; out: string; into: string }): WordChange {
  const [one, other] = [cut(out, 'grapheme'), cut(into, 'grapheme')];
  const most = Math.min(one.length, other.length);
  let begin = 0;
  while (begin < most && one[begin] === other[begin]) begin++;
  let end = 0;
  while (end < most - begin && one.at(-1 - end) === other.at(-1 - end)) end++;
  const start = from + one.slice(0, begin).join('').length;
  const gone = one.slice(begin, one.length - end).join('');
  return { from: start, to: start + gone.length, words: other.slice(begin, other.length - end).join('') };
}

const cut = (text: string, granularity: 'word' | 'grapheme'): string[] =>
  [...new Intl.Segmenter(undefined, { granularity }).segment(text)].map(({ segment }) => segment);
