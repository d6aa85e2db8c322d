import { cutsSign, lengthOf } from './inlines.js';
import type { FormatValue, Inline, ItemId, PageParagraph, TextEdit } from '@plenary/ground/text';

/** A paragraph into which one writes, at places as the editor counts them. */
export interface Target {
  readonly paragraph: PageParagraph;
  /** The characters as the editor shows them. */
  readonly text: string;
  /** True when the editor shows it as it was before somebody else changed it. */
  readonly isHeld: boolean;
  /** Puts inlines in the place of characters. */
  replace(from: number, to: number, inlines: readonly Inline[]): void;
  format(from: number, to: number, name: string, value: FormatValue): void;
}

/** A paragraph that the editor shows as it is. */
export class ShownTarget implements Target {
  readonly isHeld = false;

  constructor(
    private readonly edit: TextEdit,
    readonly paragraph: PageParagraph,
  ) {}

  get text(): string {
    return this.paragraph.text;
  }

  replace(from: number, to: number, inlines: readonly Inline[]): void {
    const whole = withWholeSigns(this.text, { from, to, inlines });
    if (whole.from < whole.to) this.edit.delete(this.paragraph, whole.from, whole.to);
    let at = whole.from;
    for (const inline of whole.inlines) {
      this.edit.insert(this.paragraph, at, inline);
      at += lengthOf(inline);
    }
  }

  format(from: number, to: number, name: string, value: FormatValue): void {
    const { text } = this;
    const [begin, end] = [cutsSign(text, from) ? from - 1 : from, cutsSign(text, to) ? to + 1 : to];
    this.edit.format(this.paragraph, begin, end, name, value);
  }
}

/**
 * A paragraph in which somebody composes (Chinese, an Android keyboard …): the editor goes on showing it as it was when
 * the composition met somebody else's change, since drawing it anew would break the composition. What is composed is
 * written beside the characters that it stands beside on the screen, wherever those are by now.
 */
export class HeldParagraph {
  private characters: ItemId[];
  private shown: string;

  constructor(
    readonly id: string,
    private readonly mark: ItemId,
    paragraph: PageParagraph,
  ) {
    this.characters = paragraph.runs.flatMap(({ id: [client, clock], text }) =>
      Array.from({ length: text.length }, (_, at): ItemId => [client, clock + at]),
    );
    this.shown = paragraph.text;
  }

  get text(): string {
    return this.shown;
  }

  /** The character behind which a place stands. */
  before(offset: number): ItemId {
    return offset > 0 ? (this.characters[offset - 1] ?? this.mark) : this.mark;
  }

  target(edit: TextEdit, paragraph: PageParagraph): Target {
    return {
      paragraph,
      text: this.shown,
      isHeld: true,
      replace: (from, to, inlines) => this.replace(edit, from, to, inlines),
      // Where it still is as it is shown; formats that are set while composing come with the characters.
      format: (from, to, name, value) => {
        if (paragraph.text === this.shown) edit.format(paragraph, from, to, name, value);
      },
    };
  }

  private replace(edit: TextEdit, from: number, to: number, inlines: readonly Inline[]): void {
    const whole = withWholeSigns(this.shown, { from, to, inlines });
    const written: ItemId[] = [];
    let words = '';
    let after = this.before(whole.from);
    for (const id of this.characters.slice(whole.from, whole.to)) edit.deleteFrom(id, 1);
    for (const inline of whole.inlines) {
      const [client, clock] = edit.insertBehind(after, inline);
      for (let at = 0; at < lengthOf(inline); at++) written.push([client, clock + at]);
      words += 'text' in inline ? inline.text : '\ufffc';
      after = written.at(-1)!;
    }
    this.characters.splice(whole.from, whole.to - whole.from, ...written);
    this.shown = this.shown.slice(0, whole.from) + words + this.shown.slice(whole.to);
  }
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly inlines: readonly Inline[];
}

/**
 * Browsers and editors compare texts by halves of signs: of an emoji that replaces another they may change the second
 * half alone. Half a sign is never written, since no copy could read it: the whole sign is replaced.
 */
function withWholeSigns(text: string, { from, to, inlines }: Change): Change {
  if (from === to && cutsSign(text, from)) return { from: from + 1, to: to + 1, inlines };
  const before = cutsSign(text, from) ? text[from - 1]! : '';
  const behind = cutsSign(text, to) ? text[to]! : '';
  if (before === '' && behind === '') return { from, to, inlines };
  return {
    from: from - before.length,
    to: to + behind.length,
    inlines: between(before, inlines, behind),
  };
}

/** What is left of a sign that was cut goes with its other half. */
function between(before: string, inlines: readonly Inline[], behind: string): Inline[] {
  const found = inlines.map((each) => ({ ...each }));
  const [first, last] = [found[0], found.at(-1)];
  if (first && 'text' in first) found[0] = { ...first, text: before + first.text };
  const end = found.at(-1);
  if (last && end && 'text' in end) found[found.length - 1] = { ...end, text: end.text + behind };
  return found.flatMap((each): Inline[] => {
    if (!('text' in each)) return [each];
    const text = each.text.replace(halves, '');
    return text === '' ? [] : [{ ...each, text }];
  });
}

const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
