import { lineBreak, type Formats, type Inline } from '@plenary/ground/text';
import { begin } from './begin.js';
import { cleanCharacters, withoutEnd } from './characters.js';
import { type Draft } from './drafts.js';
import { noFormats } from './formats.js';
import { addText, isText } from './runs.js';
import { type Surroundings } from './surroundings.js';

const spaces = /([ \t\r\n\f\u00a0]+)/;

/** Puts words together to paragraphs: spaces run together, breaks wait for a word behind them, cells get bars. */
export class ParagraphBuilder {
  readonly done: Draft[] = [];
  private open: Draft | null = null;
  private space = '';
  private spaceFormats: Formats = noFormats;
  private breaks = 0;
  private breakFormats: Formats = noFormats;
  /** The last character that was written in the open paragraph. */
  private last = '';

  constructor(
    private readonly deepestIndent: number,
    private readonly splitAtEmptyLines: boolean,
  ) {}

  get lastCharacter(): string {
    return this.space === '' && this.breaks === 0 ? this.last : '';
  }

  text(text: string, place: Surroundings): void {
    if (place.space === 'lines') return this.raw(text, place);
    const clean = cleanCharacters(text).replaceAll('\u2029', '\n\n');
    if (place.space === 'kept') return this.kept(clean, place);
    clean.split(lineBreak).forEach((line, i) => {
      if (i > 0) this.lineEnd(place);
      line.split(spaces).forEach((piece, at) => {
        if (piece === '') return;
        if (at % 2 === 0) this.word(piece, place);
        else this.wait(piece, place.formats);
      });
    });
  }

  /** A single hard space is the author's (`« mot »`); in a row they are layout. */
  private wait(spaces: string, formats: Formats): void {
    if (this.space === '') this.spaceFormats = formats;
    this.space = this.space === '' && spaces === '\u00a0' ? spaces : ' ';
  }

  private kept(text: string, place: Surroundings): void {
    text.split(/\r\n?|\n|\u2028/).forEach((line, i) => {
      if (i > 0) this.lineEnd(place);
      if (line === '') return;
      if (line.trim() === '' && this.last === '') this.wait(' ', place.formats);
      else this.word(line, place);
    });
  }

  private raw(text: string, place: Surroundings): void {
    const paragraph = this.paragraph(place);
    addText(paragraph.content, text, place.formats);
  }

  private word(word: string, place: Surroundings): void {
    const paragraph = this.ready(place);
    addText(paragraph.content, word, place.formats);
    this.last = word[word.length - 1]!;
  }

  /** A note or another thing that stands among the characters. */
  embed(inline: Inline, place: Surroundings): void {
    this.ready(place).content.push(inline);
    this.last = '\ufffc';
  }

  lineEnd(place: Surroundings): void {
    if (place.space === 'lines') return this.raw('\n', place);
    this.space = '';
    if (place.row) place.row.part = place.row.filled;
    else {
      this.breaks++;
      this.breakFormats = place.formats;
    }
  }

  /** The end of a block; within a row only of a part of a cell. */
  close(place: Surroundings): void {
    this.space = '';
    if (place.row) place.row.part = place.row.filled;
    else this.end();
  }

  end(): void {
    if (this.open) this.done.push(this.open);
    this.open = null;
    this.space = this.last = '';
    this.breaks = 0;
  }

  /** The open paragraph, with the spaces, breaks and bars that waited for a word. */
  private ready(place: Surroundings): Draft {
    const splits = this.splitAtEmptyLines && this.breaks > 1 && place.style !== 'heading';
    if (splits && this.open) this.end();
    const paragraph = this.paragraph(place);
    if (place.row) this.bars(paragraph, place);
    if (this.last !== '' && this.breaks > 0) {
      if (/\s/.test(this.last)) dropEndingSpace(paragraph.content);
      addText(paragraph.content, lineBreak.repeat(this.breaks), this.breakFormats);
    } else if (this.last !== '' && this.space !== '') {
      addText(paragraph.content, this.space, this.spaceFormats);
    }
    this.breaks = 0;
    this.space = '';
    return paragraph;
  }

  private bars({ content }: Draft, { row }: Surroundings): void {
    const before = this.last === '' || this.last === ' ' ? '' : ' ';
    if (row!.bars > 0) {
      addText(content, before + Array.from({ length: row!.bars }, () => '| ').join(''), noFormats);
      this.space = '';
      this.last = ' ';
    } else if (row!.part) {
      addText(content, /[.,;:!?…،؛]$/.test(this.last) ? ' ' : '; ', noFormats);
      this.last = ' ';
    }
    row!.bars = 0;
    row!.part = false;
    row!.filled = true;
  }

  private paragraph(place: Surroundings): Draft {
    if (this.open) return this.open;
    this.open = { ...begin(place, this.deepestIndent), content: [], piece: !place.block, lined: place.space === 'lines' };
    return this.open;
  } // prettier-ignore
}

function dropEndingSpace(content: Inline[]): void {
  const last = content[content.length - 1];
  if (last && isText(last)) content[content.length - 1] = { ...last, text: withoutEnd(last.text) };
}
