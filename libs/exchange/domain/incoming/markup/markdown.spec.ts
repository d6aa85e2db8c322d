import fc from 'fast-check';
import { lineBreak } from '@plenary/ground/text';
import { writeMarkdown } from '../../markup/write-markdown.js';
import { outgoing } from '../../outgoing/outgoing.js';
import { debate } from '../../test/debate.js';
import { asSeen, picture, randomStatement } from '../../test/random-statements.js';
import { directed } from '../incoming.js';
import { readMarkdown } from './read-markdown.js';

const facts = { id: '0198f0a2', title: 'On *rescue*', language: 'en', moment: 42, by: null };
const there = (text: string) => readMarkdown(text).paragraphs;

describe('Markdown', () => {
  it('EXC-6 a statement comes back as it was', () => {
    const out = outgoing(facts, debate.slice(0, -1));
    const back = readMarkdown(writeMarkdown(out));
    expect(back.title).toBe('On *rescue*');
    expect(picture(directed(back.paragraphs, 'en'))).toEqual(asSeen(out));
  });

  it('EXC-6 a long heading of two lines comes back, which Markdown underlines', () => {
    const content = [{ text: `At every border${lineBreak}${'the rights of all '.repeat(6)}migrants` }];
    const out = outgoing(facts, [{ attributes: { style: 'heading', level: 1 }, content }]);
    const written = writeMarkdown(out);
    expect(written).toMatch(/^-{100,}$/m);
    expect(picture(directed(readMarkdown(written).paragraphs, 'en'))).toEqual(asSeen(out));
  });

  it('EXC-6 a statement comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(randomStatement, (rich) => {
        const out = outgoing(facts, rich);
        // A plain paragraph whose words begin as a number does is taken for what it says.
        fc.pre(!rich.some(({ content: [first] }) => first && 'text' in first && /^PP1/.test(first.text)));
        const back = readMarkdown(writeMarkdown(out));
        expect(picture(directed(back.paragraphs, 'en'))).toEqual(asSeen(out));
      }),
      { numRuns: 60 },
    );
  });

  it('EXC-13 reads what people write: setext, loose lists, tables, boxes, code, addresses said elsewhere', () => {
    const read = readMarkdown(
      [
        '---', 'layout: page', '---', 'Our call', '========', '', 'We **ask**', 'you[^a], ~~now~~ ![x](y.png) and [here].', '',
        '1) one', '', '   more', '2) two', '   - [ ] deep', '', '| a | b |', '|---|---|', '| c | d |', '', '```', 'x', ' y', '```', '',
        '<div>words <script>alert(1)</script></div>', '', '[here]: https://example.org', '[^a]: IOM', '', '    2024',
      ].join('\n'),
    ); // prettier-ignore
    expect(read.title).toBe('Our call');
    expect(read.notCarried).toEqual({ struck: 1, pictures: 1, tables: 1 });
    expect(read.paragraphs).toEqual([
      {
        attributes: {},
        content: [
          { text: 'We ' },
          { text: 'ask', formats: { bold: true } },
          { text: ' you' },
          { embed: 'footnote', values: { text: `IOM${lineBreak}2024` } },
          { text: ',   and ' },
          { text: 'here', formats: { link: { href: 'https://example.org' } } },
          { text: '.' },
        ],
      },
      { attributes: { style: 'numbered' }, content: [{ text: 'one' }] },
      { attributes: { indent: 1 }, content: [{ text: 'more' }] },
      { attributes: { style: 'numbered' }, content: [{ text: 'two' }] },
      { attributes: { style: 'bullet', indent: 1 }, content: [{ text: '☐ deep' }] },
      { attributes: {}, content: [{ text: 'a | b' }] },
      { attributes: {}, content: [{ text: 'c | d' }] },
      { attributes: {}, content: [{ text: `x${lineBreak} y` }] },
      { attributes: {}, content: [{ text: 'words' }] },
    ]);
  });

  it('a link that is none is words', () => {
    expect(there('[run](javascript:alert(1)) <img src=x onerror=1>')).toEqual([
      { attributes: {}, content: [{ text: 'run' }] },
    ]);
  });

  it('EXC-14 is bounded, and so is how deep it is read', () => {
    expect(() => readMarkdown('x '.repeat(300_001))).toThrow('exchange.text-too-long');
    for (const tangle of ['**a*', '[a](', '[^a]', '`a', '| c | d |\n'])
      expect(() => readMarkdown(tangle.repeat(5_000))).toThrow('exchange.file-unfolds');
    for (const opened of ['> ', '- ', '1. ', '>'])
      expect(() => readMarkdown(`${opened.repeat(3_000)}deep`)).toThrow('exchange.file-unfolds');
    expect(there(`${'> '.repeat(50)}deep`)).toHaveLength(1);
    expect(() => there(' ')).toThrow('exchange.no-words');
  });
});
