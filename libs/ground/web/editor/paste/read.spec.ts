import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHtml, readPlain } from './index.js';
import { casesOfLines } from './test/cases-of-lines.js';
import { casesOfStructure } from './test/cases-of-structure.js';
import { casesOfWords } from './test/cases-of-words.js';
import { notation, rules } from './test/notation.js';

/** `.clip` is what a program puts on the clipboard as HTML, byte for byte; `.txt` what it puts there as text. */
const fixture = (file: string): string => readFileSync(join(__dirname, 'fixtures', file), 'utf8');

describe('what is read of a clipboard', () => {
  it.each([...casesOfStructure, ...casesOfWords, ...casesOfLines])(
    '$rule $promise ($file)',
    ({ file, reads, leftOut = [], open = '' }) => {
      const read = (file.endsWith('.txt') ? readPlain : readHtml)(fixture(file), rules);
      expect(read.paragraphs.map(notation)).toEqual(reads);
      expect(read.leftOut).toEqual(leftOut);
      expect([read.openStart, read.openEnd]).toEqual([open.includes('start'), open.includes('end')]);
    },
  );

  it('CLIP-5 a note that is too long goes on in another one, and no word of it is lost', () => {
    const words = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');
    const html = `<p>Text<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> ${words}</p></div>`;
    const { paragraphs } = readHtml(html, { ...rules, footnoteLength: 100 });
    const notes = paragraphs[0]!.content.flatMap((inline) =>
      'embed' in inline ? [inline.values['text']!] : [],
    );
    expect(notes.every((note) => note.length <= 100)).toBe(true);
    expect(notes.join(' ')).toBe(words);
    expect(paragraphs).toHaveLength(1);
  });

  it('CLIP-5 notes to which nothing refers, and references to notes that did not come along, stay as words', () => {
    const html = `<p>Text<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> Alone.</p></div></div>`;
    expect(readHtml(html, rules).paragraphs.map(notation)).toEqual(['text | Text[1].', 'text | [2] Alone.']);
  });

  it('CLIP-3 depths and levels stay within what the text allows', () => {
    const html = `<h6>deep</h6>${'<ul><li>'.repeat(9)}deepest${'</li></ul>'.repeat(9)}`;
    expect(readHtml(html, rules).paragraphs.map(notation)).toEqual([
      'heading 3 | deep',
      'bullet 4 | deepest',
    ]);
  });

  it('CLIP-1 nothing gives nothing', () => {
    for (const nothing of ['', ' ', '<p>&nbsp;</p><br>', '<style>p{color:red}</style>'])
      expect(readHtml(nothing, rules).paragraphs).toEqual([]);
    expect(readPlain('\r\n \r\n', rules).paragraphs).toEqual([]);
  });
});
