/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { ReadNotes } from './read-telling';

describe('STM-27 what was read', () => {
  it('is what stood on the screen twice in a row, with the last row that was shown', () => {
    const notes = new ReadNotes();
    notes.look(['a', 'b'], 4);
    notes.look(['b', 'c'], 5);
    notes.look(['c'], 7);
    expect(notes.take()).toEqual([
      { seq: 5, paragraphs: ['b'] },
      { seq: 7, paragraphs: ['c'] },
    ]);
  });

  it('is told once, and again only when the text went on', () => {
    const notes = new ReadNotes();
    for (let i = 0; i < 3; i++) notes.look(['a'], 4);
    expect(notes.take()).toEqual([{ seq: 4, paragraphs: ['a'] }]);
    notes.look(['a'], 4);
    expect(notes.take()).toEqual([]);
    notes.look(['a'], 5);
    expect(notes.take()).toEqual([{ seq: 5, paragraphs: ['a'] }]);
  });

  it('is nothing while nobody looks', () => {
    const notes = new ReadNotes();
    notes.look(['a'], 4);
    notes.lookAway();
    notes.look(['a'], 4);
    expect(notes.take()).toEqual([]);
  });
});
