import { directionOf } from '@plenary/ground/kernel';
import { escapeText, HtmlBody, htmlOfText, NotesWriter, type RichParagraph } from '@plenary/ground/text';
import type { Outgoing, OutParagraph } from '../outgoing/outgoing.js';

/** Of a page that asks nobody for anything: all that it needs stands in it. */
const looks = `
:root { color-scheme: light dark; }
body { max-inline-size: 42rem; margin: 2rem auto; padding-inline: 3.5rem 1.5rem; font: 1.0625rem/1.6 Georgia, "Noto Naskh Arabic", serif; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; }
[data-number] { position: relative; }
[data-number]::before { content: attr(data-number); position: absolute; inset-inline-end: calc(100% + 0.75rem); font: 0.8125rem/1.9 sans-serif; opacity: 0.75; white-space: nowrap; }
blockquote { margin-inline: 1.5rem; font-style: italic; }
sup { line-height: 0; }
sup a { text-decoration: none; }
.notes { margin-block-start: 2.5rem; border-block-start: 1px solid; padding-block-start: 0.75rem; font-size: 0.875rem; }
@media print { body { margin: 0; } }
`.trim();

/** Notes at the end, each with the way back to where it stands. */
class PageNotes extends NotesWriter {
  protected override reference(number: number): string {
    return `<sup><a id="fnref${number}" href="#fn${number}" role="doc-noteref">${number}</a></sup>`;
  }

  /** The list has no heading, so that no word is in the file that is not the statement's. */
  override html(): string {
    if (this.notes.length === 0) return '';
    const items = this.notes.map(
      (text, at) =>
        `<li id="fn${at + 1}" dir="auto">${htmlOfText(text, '')}<a href="#fnref${at + 1}" role="doc-backlink">↩</a></li>`,
    );
    return `<section class="notes" role="doc-endnotes"><ol>${items.join('')}</ol></section>`;
  }
}

/** EXC-7: a page by itself: no script, no address that is asked, its language and its directions. */
export function writePage(out: Outgoing): string {
  const { title, language, paragraphs, id, moment } = out;
  const lang = escapeText(language);
  const notes = new PageNotes();
  const [all, numbers] = [paragraphs.map(richOf), new Map<RichParagraph, string>()];
  all.forEach((each, at) => numbers.set(each, paragraphs[at]!.number.label ?? ''));
  const body = new HtmlBody(notes, (paragraph) => {
    const number = numbers.get(paragraph);
    return number ? ` data-number="${number}"` : '';
  }).write(all);
  const maker = out.by === null ? '' : `<meta name="author" content="${escapeText(out.by)}">\n`;
  return (
    `<!doctype html>\n<html lang="${lang}" dir="${directionOf(language)}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width">\n${maker}<title>${escapeText(title)}</title>\n` +
    `<style>\n${looks}\n</style>\n</head>\n<body>\n<h1 dir="auto">${escapeText(title)}</h1>\n` +
    `<main data-statement="${escapeText(id)}" data-moment="${moment}">${body}${notes.html()}</main>\n</body>\n</html>\n`
  );
}

/** The title is the page's first heading, so those of the text are one deeper; each says which way it runs. */
function richOf({ kind, style, level, indent, start, runs, content }: OutParagraph): RichParagraph {
  return {
    attributes: {
      ...(kind === 'plain' ? {} : { kind }),
      ...(style === 'text' ? {} : { style }),
      ...(style === 'heading' ? { level: level + 1 } : {}),
      ...(indent > 0 ? { indent } : {}),
      ...(start > 0 ? { start } : {}),
      direction: runs,
    },
    content,
  };
}
