import { type Formats, type Inline } from '@plenary/ground/text';
import { noFormats, sameFormats } from './formats.js';

export const isText = (inline: Inline): inline is Extract<Inline, { text: string }> => 'text' in inline;

/** Adds text at the end, to the last run when it has the same formats. */
export function addText(content: Inline[], text: string, formats: Formats): void {
  if (text === '') return;
  const last = content[content.length - 1];
  if (last && isText(last) && sameFormats(last.formats ?? noFormats, formats)) {
    content[content.length - 1] = { ...last, text: last.text + text };
  } else content.push(Object.keys(formats).length === 0 ? { text } : { text, formats });
}

/** Stands for what is no text, so that places in the text are places in the content. */
export const embedSign = '\ufffc';

export const textOf = (content: readonly Inline[]): string =>
  content.map((inline) => (isText(inline) ? inline.text : embedSign)).join('');

/** Cuts pieces out of content, always forwards, so that all of them together cost one way through it. */
export class Cutter {
  private index = 0;
  private before = 0;

  constructor(private readonly content: readonly Inline[]) {}

  /** Adds what stands between two places to the end of `target`. */
  copy(from: number, to: number, target: Inline[]): void {
    for (; this.index < this.content.length && this.before < to; this.index++) {
      const inline = this.content[this.index]!;
      const length = isText(inline) ? inline.text.length : 1;
      const [start, end] = [Math.max(0, from - this.before), Math.min(length, to - this.before)];
      if (start < end && isText(inline))
        addText(target, inline.text.slice(start, end), inline.formats ?? noFormats);
      else if (start < end) target.push(inline);
      if (end < length) return;
      this.before += length;
    }
  }

  /** Formats at the place that was reached. */
  get formats(): Formats {
    const inline = this.content[this.index];
    return inline && isText(inline) ? (inline.formats ?? noFormats) : noFormats;
  }
}
