import type { RichParagraph } from '@plenary/ground/text';
import { writeMarkdown } from '../markup/write-markdown.js';
import { writePage } from '../markup/write-page.js';
import { exportFileName } from './export-file-name.js';
import { outgoing } from './outgoing.js';

const facts = { id: 's', title: 'On rescue', language: 'en', moment: 42, by: null };
const of = (attributes: RichParagraph['attributes'], text: string): RichParagraph => ({
  attributes,
  content: text === '' ? [] : [{ text }],
});

describe('what goes out of a statement', () => {
  it('EXC-1 is what is written, with the numbers that the screen shows; what is empty changes none', () => {
    const rich = [
      of({ kind: 'operative' }, 'We ask:'),
      of({ kind: 'operative' }, ''),
      of({ kind: 'operative' }, ' \u2028 '),
      of({ kind: 'operative' }, 'They report.'),
      of({ style: 'numbered' }, 'one'),
      of({ style: 'numbered' }, ''),
      of({ style: 'numbered' }, 'three'),
    ];
    expect(outgoing(facts, rich).paragraphs.map(({ number, start, content }) => [
      number.label ?? number.listNumber, start, content,
    ])).toEqual([
      ['OP1', 0, [{ text: 'We ask:' }]],
      ['OP2', 0, [{ text: 'They report.' }]],
      [1, 0, [{ text: 'one' }]],
      // The empty item was the second on the screen.
      [3, 3, [{ text: 'three' }]],
    ]);
  }); // prettier-ignore

  it('EXC-6 says the numbers of preambular and operative paragraphs in Markdown as words', () => {
    const out = outgoing(facts, [
      of({ kind: 'preambular' }, 'Alarmed,'),
      of({ kind: 'operative' }, 'We ask'),
    ]);
    expect(writeMarkdown(out)).toBe('# On rescue\n\nPP1 Alarmed,\n\nOP1 We ask\n');
  });

  it('EXC-7 stands by itself as a page: nothing runs, nothing is asked for, language and direction are said', () => {
    const words = '</p><script src="https://evil.example/x.js"></script><img src=x onerror=alert(1)>';
    const page = writePage(outgoing({ ...facts, title: words, language: 'ar' }, [of({}, words)]));
    expect(page).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/);
    expect(page).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|<meta http-equiv/i);
  });

  it.each([
    ['../On <rescue>: "now"', 'On rescue now.docx'],
    ['نطالب بحقوقنا', 'نطالب بحقوقنا.docx'],
    ['CON', 'statement.docx'],
    ['...', 'statement.docx'],
    ['a\u0000b\nc', 'a b c.docx'],
    ['🙂'.repeat(80), `${'🙂'.repeat(60)}.docx`],
  ])('EXC-8 the file of %j is called as every disk takes it', (title, name) => {
    expect(exportFileName(title, 'docx')).toBe(name);
  });
});
