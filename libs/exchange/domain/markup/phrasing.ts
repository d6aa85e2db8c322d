import type { PhrasingContent } from 'mdast';
import { lineBreak, type Inline } from '@plenary/ground/text';
import { isSafeLink } from '@plenary/statements/domain';

interface Run {
  readonly nodes: readonly PhrasingContent[];
  readonly href: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Runs of characters and notes, as Markdown nests them: links around bold around italic. */
export function phrasing(
  content: readonly Inline[],
  note: (text: string) => string,
  isHeading = false,
): PhrasingContent[] {
  const runs = content.map((inline): Run => {
    if ('embed' in inline) {
      const identifier = note(inline.values['text'] ?? '');
      return { ...plain, nodes: [{ type: 'footnoteReference', identifier, label: identifier }] };
    }
    const { link, bold, italic } = inline.formats ?? {};
    const href = typeof link === 'object' && isSafeLink(link['href']) ? link['href'] : null;
    return { nodes: withBreaks(inline.text, isHeading), href, bold: bold === true, italic: italic === true };
  });
  return together(runs, ({ href }) => href).flatMap(([href, linked]) => {
    const inside = together(linked, ({ bold }) => bold).flatMap(([bold, some]) => {
      const within = together(some, ({ italic }) => italic).flatMap(([italic, same]): PhrasingContent[] => {
        const children = same.flatMap(({ nodes }) => nodes);
        return italic ? [{ type: 'emphasis', children }] : children;
      });
      return bold ? [{ type: 'strong' as const, children: within }] : within;
    });
    return href === null ? inside : [{ type: 'link' as const, url: href, children: inside }];
  });
}

const plain = { href: null, bold: false, italic: false } as const;

/** Neighbours of which the same holds. */
function together<Value>(
  runs: readonly Run[],
  of: (run: Run) => Value,
): (readonly [Value, readonly Run[]])[] {
  const groups: [Value, Run[]][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last && last[0] === of(run)) last[1].push(run);
    else groups.push([of(run), [run]]);
  }
  return groups;
}

/** The text between breaks; a heading has none, and a line end instead. */
function withBreaks(text: string, isHeading: boolean): PhrasingContent[] {
  if (isHeading) return [{ type: 'text', value: text.replaceAll(lineBreak, '\n') }];
  return text
    .split(new RegExp(`[${lineBreak}\\n]`))
    .flatMap((line, at): PhrasingContent[] => [
      ...(at > 0 ? [{ type: 'break' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line }]),
    ]);
}
