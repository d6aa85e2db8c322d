import type { Inline } from '../rich-paragraph.js';
import { escapeText, htmlOfText } from './escape.js';

/** Collects the notes of a text in their order; numbers are those of what is copied, and nothing else is told of them. */
export class NotesWriter {
  protected readonly notes: string[] = [];

  /** The number of a note that was met in the text. */
  take(text: string): number {
    return this.notes.push(text);
  }

  /** The words of a paragraph with its formats, and references where the notes stand. */
  inline(content: readonly Inline[]): string {
    let before = '';
    return content
      .map((inline) => {
        if ('text' in inline) {
          const html = withFormats(htmlOfText(inline.text, before), inline.formats);
          before = inline.text[inline.text.length - 1] ?? before;
          return html;
        }
        before = '';
        return inline.embed === 'footnote' ? this.reference(this.take(inline.values['text'] ?? '')) : '';
      })
      .join('');
  }

  /** What stands in the text for a note. */
  protected reference(number: number): string {
    return reference(number);
  }

  /** The list of the notes. Word makes footnotes of it, since it is written as Word writes it. */
  html(heading: string | undefined): string {
    if (this.notes.length === 0) return '';
    const title = heading ? `<p dir="auto" data-notes=""><strong>${escapeText(heading)}</strong></p>` : '';
    const notes = this.notes.map((text, i) => note(i + 1, htmlOfText(text, '')));
    return `<div style="mso-element:footnote-list"><hr align="left" size="1" width="33%">${title}${notes.join('')}</div>`;
  }

  plain(): string[] {
    return this.notes.map((text, i) => `[${i + 1}] ${text.replaceAll('\u2028', '\n    ')}`);
  }
}

const reference = (number: number): string =>
  `<a style="mso-footnote-id:ftn${number}" href="#_ftn${number}" name="_ftnref${number}" title=""><sup>[${number}]</sup></a>`;

const note = (number: number, words: string): string =>
  `<div style="mso-element:footnote" id="ftn${number}"><p dir="auto">` +
  `<a style="mso-footnote-id:ftn${number}" href="#_ftnref${number}" name="_ftn${number}" title=""><sup>[${number}]</sup></a> ${words}</p></div>`;

type Formats = Extract<Inline, { text: string }>['formats'];

/** Only what every program knows is written; names that are the text's own business stay within. */
function withFormats(html: string, formats: Formats): string {
  let all = html;
  if (formats?.['italic']) all = `<em>${all}</em>`;
  if (formats?.['bold']) all = `<strong>${all}</strong>`;
  const link = formats?.['link'];
  return link && link !== true && link['href'] ? `<a href="${escapeText(link['href'])}">${all}</a>` : all;
}
