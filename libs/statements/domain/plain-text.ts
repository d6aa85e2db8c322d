import { numberParagraphs } from './numbering.js';
import type { Paragraph } from './paragraph.js';

/**
 * A statement as plain text with paragraph numbers, for a file or a small page. Footnotes are numbered
 * through and stand at the end.
 */
export function plainTextOf(title: string, paragraphs: readonly Paragraph[]): string {
  const numbers = numberParagraphs(paragraphs.map((each) => ({ ...each, empty: isEmpty(each) })));
  const notes: string[] = [];
  const lines: string[] = [];
  let inList = false;
  paragraphs.forEach((paragraph, index) => {
    if (isEmpty(paragraph)) return;
    const listed = paragraph.style === 'bullet' || paragraph.style === 'numbered';
    if (!(listed && inList)) lines.push('');
    inList = listed;
    const marks = paragraph.footnotes.map((note) => `[${notes.push(note)}]`).join('');
    lines.push(lead(paragraph, numbers[index]!) + paragraph.text + marks);
  });
  if (notes.length > 0) lines.push('', ...notes.map((note, index) => `[${index + 1}] ${note}`));
  return [title, ...lines].join('\n') + '\n';
}

/** True when nothing is written in a paragraph, so that it gets no number. */
export function isEmpty(paragraph: Paragraph): boolean {
  return paragraph.text.trim() === '' && paragraph.footnotes.length === 0;
}

function lead(paragraph: Paragraph, number: ReturnType<typeof numberParagraphs>[number]): string {
  const margin = '  '.repeat(paragraph.indent);
  switch (paragraph.style) {
    case 'heading':
      return '#'.repeat(paragraph.level) + ' ';
    case 'quote':
      return '> ';
    case 'bullet':
      return `${margin}- `;
    case 'numbered':
      return `${margin}${number.listNumber}. `;
    case 'text':
      return number.label === null ? '' : `${number.label}  `;
  }
}
