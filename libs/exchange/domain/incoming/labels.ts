import type { ParagraphKind } from '@plenary/statements/domain';
import { kindSigns } from '../docx/numbering-part.js';
import type { Draft } from './incoming.js';

const label = /^(PP|OP|¶) ?(\d{1,4})[.:)]?[ \u00a0]+/;

/**
 * EXC-6 read back: in text without numbers of its own a paragraph says its kind by the number in front of its words. It
 * is one where it is the next of its kind; everything else is words.
 */
export function withKinds(drafts: readonly Draft[]): Draft[] {
  const counts: Record<ParagraphKind, number> = { preambular: 0, operative: 0, plain: 0 };
  return drafts.map((draft) => {
    const [first, ...rest] = draft.content;
    if (draft.style !== 'text' || draft.indent || !first || !('text' in first)) return draft;
    const [all = '', sign, number] = label.exec(first.text) ?? [];
    const found = Object.entries(kindSigns).find(([, each]) => each === sign);
    const kind = (found?.[0] ?? 'plain') as ParagraphKind;
    counts[kind]++;
    if (!found || Number(number) !== counts[kind]) return draft;
    return { ...draft, kind, content: [{ ...first, text: first.text.slice(all.length) }, ...rest] };
  });
}
