interface OpenList {
  readonly tag: 'ul' | 'ol';
  /** False while only deeper lists stand in its item. */
  item: boolean;
}

interface NewItem {
  readonly depth: number;
  readonly number: number | null;
  /** True when a numbered list begins here even where another one is open. */
  readonly anew: boolean;
  readonly dir: string;
}

/** Writes flat items as lists within lists. */
export class ListWriter {
  private readonly open: OpenList[] = [];

  constructor(private readonly out: string[]) {}

  /** Whether there is an item at this depth that a paragraph may continue. */
  hasItem(depth: number): boolean {
    return this.open[depth]?.item ?? false;
  }

  /** Ends what is deeper than so many lists. */
  closeTo(lists: number): void {
    while (this.open.length > lists) this.out.push(`</li></${this.open.pop()!.tag}>`);
  }

  begin(tag: 'ul' | 'ol', { depth, number, anew, dir }: NewItem): void {
    this.closeTo(depth + 1);
    const same = this.open[depth];
    if (same && (anew || same.tag !== tag)) this.closeTo(depth);
    else if (same) {
      this.out.push('</li>');
      same.item = true;
    }
    // A depth without an item of its own: one without a sign holds what is in it.
    while (this.open.length < depth) this.start('<ul><li style="list-style-type:none">', 'ul', false);
    if (this.open.length > depth) this.out.push(`<li dir="${dir}">`);
    else
      this.start(
        `<${tag}${number === null || number === 1 ? '' : ` start="${number}"`}><li dir="${dir}">`,
        tag,
        true,
      );
  }

  private start(html: string, tag: 'ul' | 'ol', item: boolean): void {
    this.out.push(html);
    this.open.push({ tag, item });
  }
}
