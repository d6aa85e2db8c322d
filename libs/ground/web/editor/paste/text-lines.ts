/** A line of plain text, by its place in the whole. */
export interface TextLine {
  /** Where its words begin and end, without quote signs and outer spaces. */
  readonly from: number;
  readonly to: number;
  /** Where the line begins, behind quote signs; spaces before the words count in code and verse. */
  readonly start: number;
  readonly text: string;
  /** Columns of space before the words. */
  readonly column: number;
  readonly quoted: boolean;
  /** True when the line ends in a space, by which mail says that it goes on (format=flowed). */
  readonly open: boolean;
}

const tabWidth = 4;

/** The lines of a text whose line ends are all `\n`; an empty line is one without words. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let at = 0;
  for (const raw of text.split('\n')) {
    lines.push(lineAt(raw, at));
    at += raw.length + 1;
  }
  return lines;
}

function lineAt(raw: string, at: number): TextLine {
  const quote = /^ ?>(?:[ >]*>)? ?/.exec(raw)?.[0].length ?? 0;
  const rest = raw.slice(quote);
  const words = rest.trim();
  const before = rest.length - rest.trimStart().length;
  const from = at + quote + before;
  return {
    from,
    to: from + words.length,
    start: at + quote,
    text: words,
    column: columns(rest.slice(0, words === '' ? 0 : before)),
    quoted: quote > 0,
    open: words !== '' && words !== '--' && /[^ ] $/.test(rest),
  };
}

function columns(space: string): number {
  let column = 0;
  for (const sign of space) column = sign === '\t' ? column + tabWidth - (column % tabWidth) : column + 1;
  return column;
}

/** Lines that stand together, up to an empty line or a change between words and quote. */
export function blocksOf(lines: readonly TextLine[]): TextLine[][] {
  const blocks: TextLine[][] = [];
  let open: TextLine[] = [];
  for (const line of lines) {
    if (line.text === '' || (open[0] && open[0].quoted !== line.quoted)) {
      if (open.length > 0) blocks.push(open);
      open = [];
    }
    if (line.text !== '') open.push(line);
  }
  if (open.length > 0) blocks.push(open);
  return blocks;
}
