import { newId } from '@plenary/ground/kernel';
import { mentionAs, mentionsIn, withNames } from './mentions.js';
import { commentLimits } from './vocabulary.js';
import { beginningOf, checkedNote, checkedText } from './words.js';

describe('words of comments', () => {
  it('COM-6 a comment says something, and not too much', () => {
    expect(checkedText('  Two\r\nlines \n')).toBe('Two\nlines');
    expect(() => checkedText(' \u200b\n')).toThrow('comment.text-empty');
    const longest = 'x'.repeat(commentLimits.textLength);
    expect(checkedText(longest)).toBe(longest);
    expect(() => checkedText(`${longest}x`)).toThrow('comment.text-too-long');
  });

  it('COM-7 a note may be left out', () => {
    expect(checkedNote(' ')).toBe('');
    expect(() => checkedNote('x'.repeat(commentLimits.noteLength + 1))).toThrow('comment.text-too-long');
  });

  it('COM-6 mentions are read from the text, each once, at most twenty', () => {
    const [lin, women] = [
      { kind: 'person', id: newId() },
      { kind: 'group', id: newId() },
    ] as const;
    const text = `${mentionAs(lin)}, ${mentionAs(women)} and ${mentionAs(lin)}; not @[robot:${newId()}] or @[person:me]`;
    expect(mentionsIn(text)).toEqual([lin, women]);
    const many = (count: number) =>
      Array.from({ length: count }, () => mentionAs({ kind: 'person', id: newId() })).join(' ');
    expect(mentionsIn(many(20))).toHaveLength(20);
    expect(() => mentionsIn(many(21))).toThrow('comment.too-many-mentions');
  });

  it('the beginning of a comment is one line, with names', () => {
    const id = newId();
    const named = withNames(`@[person:${id}]\nsays: @[group:${newId()}]`, (one) =>
      one.id === id ? 'Lin' : null,
    );
    expect(beginningOf(named)).toBe('@Lin says: @…');
    const long = beginningOf('word '.repeat(100));
    expect([long.length <= commentLimits.beginningLength + 1, long.endsWith('word…')]).toEqual([true, true]);
    expect(beginningOf(`${'x'.repeat(119)}👩🏽‍🌾 and more`)).not.toMatch(/\p{Surrogate}/u);
  });
});
