import * as Y from 'yjs';
import fc from 'fast-check';
import { anchorOf, FlatText, passagesOf, takeIn, TextEdit, TextUndo, type Anchor } from '../index.js';

/** A text of its own, with acts by place. */
function begin(client = 1) {
  const doc = new Y.Doc();
  doc.clientID = client;
  const text = new FlatText(doc);
  doc.on('afterTransaction', (transaction: Y.Transaction) => void takeIn(text, transaction));
  const me = {};
  const act = (what: (edit: TextEdit) => void) =>
    doc.transact((transaction) => what(new TextEdit(text, transaction, new Set())), me);
  act((edit) => {
    let last = edit.insertParagraph(null, {});
    edit.insert(last, 0, { text: 'abcdef' });
    for (const words of ['ghijkl', 'mnopqr', 'stuvwx']) {
      last = edit.insertParagraph(last, {});
      edit.insert(last, 0, { text: words });
    }
  });
  return { doc, text, act, undo: new TextUndo(doc, me, 0) };
}

const wordsOf = (text: FlatText, anchor: Anchor): string =>
  passagesOf(text, anchor)
    .map(({ paragraph, from, to }) => paragraph.text.slice(from, to))
    .join('');

describe('an anchor', () => {
  it('TXT-2 covers its characters over paragraphs, whatever is split, joined, moved and typed', () => {
    const { text, act } = begin();
    const [, second, third] = text.page;
    const anchor = anchorOf(text, { paragraph: second!, offset: 2 }, { paragraph: third!, offset: 3 });
    expect(wordsOf(text, anchor)).toBe('ijklmno');
    act((edit) => edit.split(second!, 4, {}));
    act((edit) => edit.move(text.page[3]!, null));
    expect(wordsOf(text, anchor)).toBe('mnoijkl');
    act((edit) => edit.join(text.page[2]!, text.page[1]!));
    act((edit) =>
      edit.insert(
        text.page.find(({ text: words }) => words.includes('ij'))!,
        0,
        { text: 'ZZ' },
      ),
    );
    expect([...wordsOf(text, anchor)].sort().join('')).toBe('ijklmno');
  });

  it('TXT-2 is whole again when a deletion of its first characters is undone', () => {
    const { text, act, undo } = begin();
    const paragraph = text.page[0]!;
    const anchor = anchorOf(text, { paragraph, offset: 0 }, { paragraph, offset: 3 });
    act((edit) => edit.delete(paragraph, 0, 4));
    expect(passagesOf(text, anchor)).toEqual([]);
    undo.undo();
    expect(wordsOf(text, anchor)).toBe('abc');
  });

  it('TXT-2 covers those of its characters that live, and what was typed between them, as somebody would who follows each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.nat(), fc.nat(), fc.nat()), { maxLength: 30 }),
        fc.tuple(fc.nat(), fc.nat(), fc.nat()),
        (acts, [which, one, other]) => {
          const { text, act } = begin();
          const paragraph = text.page[which % text.page.length]!;
          const [from, to] = [one % 7, other % 7].sort((a, b) => a - b) as [number, number];
          const anchor = anchorOf(text, { paragraph, offset: from }, { paragraph, offset: to });
          // The oracle follows characters: all are different, and those typed meanwhile are capitals.
          const covered = new Set(paragraph.text.slice(from, to));
          const dead = new Set<string>();
          let next = 0x4e00;
          for (const [kind, at, place, length] of acts) {
            const target = text.page[at % text.page.length]!;
            const offset = place % (target.length + 1);
            if (kind === 0) act((edit) => edit.insert(target, offset, { text: String.fromCharCode(next++) }));
            if (kind === 1 && target.length > 0) {
              const end = Math.min(target.length, offset + (length % 3));
              for (const character of target.text.slice(offset, end)) dead.add(character);
              act((edit) => edit.delete(target, offset, end));
            }
            if (kind === 2) act((edit) => edit.split(target, offset, {}));
            if (kind === 3 && at % text.page.length > 0)
              act((edit) => edit.join(target, text.page[(at % text.page.length) - 1]!));
            if (kind === 4) {
              const behind = text.page[place % text.page.length]!;
              if (behind !== target) act((edit) => edit.move(target, behind));
            }
          }
          const words = wordsOf(text, anchor);
          const kept = [...words].filter((character) => character < '\u4e00');
          expect(kept.sort()).toEqual([...covered].filter((character) => !dead.has(character)).sort());
        },
      ),
      { numRuns: 300 },
    );
  });
});
