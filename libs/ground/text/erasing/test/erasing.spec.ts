import * as fc from 'fast-check';
import * as Y from 'yjs';
import { FlatText } from '../../flat-text.js';
import { pictureOf } from '../../rich-text.js';
import { rootsOf } from '../../roots.js';
import { play } from '../../test/play.js';
import { mixes, scripts, type MixName } from '../../test/scripts.js';
import { enter, erase, join, Table, type } from '../../test/table.js';
import { charactersOfPassage, charactersToErase, wordsWrittenIn } from '../characters-to-erase.js';
import { CharacterRanges } from '../../character-ranges.js';
import { deletionOf, withoutCharacters } from '../without-characters.js';
import { withoutWordsIn, wordsPattern } from '../words-pattern.js';

const docOf = (updates: readonly Uint8Array[], gc = false): Y.Doc => {
  const doc = new Y.Doc({ gc });
  rootsOf(doc);
  for (const update of updates) Y.applyUpdate(doc, update);
  expect(doc.store.pendingStructs ?? doc.store.pendingDs).toBeNull();
  return doc;
};
const says = (bytes: Uint8Array, words: string) => Buffer.from(bytes).toString('utf8').includes(words);
const nothing = /(?!)/giu;

describe('erasing characters', () => {
  let erasedInAll = 0;
  it.each(Object.keys(mixes) as MixName[])(
    'leaves all else as a deletion would, in every update and state (%s)',
    (mix) => {
      fc.assert(
        fc.property(scripts(mix, 60), fc.nat(999), fc.nat(999), (steps, where, length) => {
          const { start, sent } = play(steps, { order: 'server' });
          const updates = [start, ...sent.map(({ update }) => update)];
          const whole = new FlatText(docOf(updates));
          const paragraph = whole.page[where % whole.page.length]!;
          const from = where % (paragraph.length + 1);
          const passage = { paragraphId: paragraph.id, from, to: from + 1 + (length % 9) };
          const { words, characters: chosen } = charactersOfPassage(whole, passage)!;
          const { characters, standing } = charactersToErase(whole, chosen, wordsPattern(words) ?? nothing);
          erasedInAll += standing.size;
          const rewritten = updates.map((update) => withoutCharacters(update, characters));
          const expected = pictureOf(docOf([...updates, deletionOf(standing)]));
          expect(pictureOf(docOf(rewritten))).toBe(expected);
          const state = Y.encodeStateAsUpdate(docOf(updates, true));
          const kept = withoutCharacters(state, characters);
          expect(pictureOf(docOf([kept]))).toBe(expected);
          for (const letter of words.replace(/\ufffc/g, ''))
            for (const bytes of [...rewritten, kept]) expect(says(bytes, letter)).toBe(false);
          // Updates that have none of them are the very same.
          updates.forEach((update, at) => {
            if (
              !Y.decodeUpdate(update).structs.some(
                ({ id, length: some }) => characters.within(id.client, id.clock, id.clock + some).length > 0,
              )
            )
              expect(rewritten[at]).toBe(update);
          });
        }),
        { numRuns: 6, endOnFailure: true },
      );
    },
  );

  it('was tried with characters that stood there', () => {
    expect(erasedInAll).toBeGreaterThan(20);
  });

  /** All that was ever said at a table, and what goes with words that stand there or stood there. */
  const erasedAt = (
    table: Table,
    words: string,
    at: readonly Uint8Array[],
    updates: readonly Uint8Array[],
  ) => {
    const then = new FlatText(docOf(at));
    const paragraph = then.page.find(({ text }) => text.includes(words))!;
    const from = paragraph.text.indexOf(words);
    const passage = { paragraphId: paragraph.id, from, to: from + words.length };
    const { characters } = charactersOfPassage(then, passage)!;
    const found = charactersToErase(new FlatText(docOf(updates)), characters, wordsPattern(words)!);
    const left = updates.map((update) => withoutCharacters(update, found.characters));
    return { found, left, page: new FlatText(docOf(left)).page.map(({ text }) => text) };
  };
  const heard = (table: Table) => {
    const updates: Uint8Array[] = [Y.encodeStateAsUpdate(table.server.doc)];
    table.server.doc.on('update', (update: Uint8Array) => updates.push(update));
    return updates;
  };

  it('takes what an undo wrote anew, earlier wordings in between, and the same words elsewhere', () => {
    const table = new Table('She lives in Rome.', 'Nobody says it.');
    const updates = heard(table);
    table.atOnce(type(0, 17, ', quietly'));
    table.atOnce(type(0, 13, 'old '));
    table.atOnce(erase(0, 13, 17));
    table.atOnce(erase(0, 4, 12));
    table.anna.undo.undo();
    table.meet();
    table.atOnce((edit, page) => void edit.insert(page[1]!, 0, { text: 'She  LIVES in Rome. ' }));
    expect(table.page).toEqual(['She lives in Rome, quietly.', 'She  LIVES in Rome. Nobody says it.']);
    const { found, left, page } = erasedAt(table, 'lives in Rome', updates.slice(0, 1), updates);
    expect(page).toEqual(['She , quietly.', 'She  . Nobody says it.']);
    expect(found.places).toBe(2);
    for (const words of ['lives', 'LIVES', 'Rome', 'old']) {
      expect(updates.some((update) => says(update, words))).toBe(true);
      expect(left.some((update) => says(update, words))).toBe(false);
    }
    expect(found.paragraphs).toEqual(table.ids);
  });

  it('reaches a paragraph that was joined, and one that is gone', () => {
    const table = new Table('One. ', 'Her name is Amal.', 'Amal Haddad came.');
    const updates = heard(table);
    table.atOnce(join(1)).atOnce(enter(0, 9));
    table.atOnce((edit, page) => edit.remove(page[2]!));
    const { left, page } = erasedAt(table, 'Amal', updates.slice(0, 1), updates);
    expect(page.join('|')).not.toContain('Amal');
    expect(left.some((update) => says(update, 'Amal'))).toBe(false);
    expect(left.some((update) => says(update, 'Haddad'))).toBe(true);
  });

  it('takes notes and links by their words, and what somebody wrote upon a text', () => {
    const table = new Table('Text.');
    const note = { embed: 'footnote', values: { text: 'Told by Amal Haddad' } };
    table.atOnce((edit, page) => void edit.insert(page[0]!, 4, note));
    table.atOnce((edit, page) =>
      edit.format(page[0]!, 0, 4, 'link', { href: 'https://amal-haddad.example' }),
    );
    const update = Y.encodeStateAsUpdate(table.server.doc);
    for (const words of ['Amal Haddad', 'amal-haddad', 'Text']) {
      const found = wordsWrittenIn(update, wordsPattern(words)!);
      expect([says(update, words), says(withoutCharacters(update, found), words)]).toEqual([true, false]);
    }
  });

  it('is not done for words that stand everywhere', () => {
    expect(wordsPattern(' a. ')).toBeNull();
    expect(withoutWordsIn({ quote: ['of AMAL\nHaddad', 1] }, wordsPattern('Amal Haddad')!)).toEqual({
      quote: ['of █████', 1],
    });
    const erased = new CharacterRanges();
    for (const at of [9, 3, 5, 4]) erased.add([1, at], 1);
    expect([...erased]).toEqual([
      { client: 1, from: 3, to: 6 },
      { client: 1, from: 9, to: 10 },
    ]);
  });

  it('knows which characters they are, in whatever order they were named', () => {
    const named = fc.array(fc.tuple(fc.nat(60), fc.nat(6)), { maxLength: 40 });
    fc.assert(
      fc.property(named, fc.nat(60), fc.nat(20), (ranges, from, length) => {
        const erased = new CharacterRanges();
        const all = new Set<number>();
        for (const [at, some] of ranges) {
          erased.add([1, at], some);
          for (let each = at; each < at + some; each++) all.add(each);
        }
        const listed = (parts: Iterable<{ from: number; to: number }>) =>
          [...parts].flatMap(({ from: first, to }) =>
            Array.from({ length: to - first }, (_, at) => first + at),
          );
        const inOrder = [...all].sort((one, other) => one - other);
        expect([erased.size, listed(erased)]).toEqual([all.size, inOrder]);
        expect(listed(erased.within(1, from, from + length))).toEqual(
          inOrder.filter((each) => each >= from && each < from + length),
        );
        // What touches is one: nothing of it is said twice.
        const parts = [...erased];
        parts.slice(1).forEach((part, at) => expect(part.from).toBeGreaterThan(parts[at]!.to));
      }),
      { numRuns: 300 },
    );
  });

  it('is done with in time where the words stand forty thousand times', () => {
    const times = 40_000;
    const table = new Table('port sea '.repeat(times));
    const update = Y.encodeStateAsUpdate(table.server.doc);
    const { found, left } = erasedAt(table, 'port', [update], [update]);
    expect([found.places, found.characters.size, found.standing.size]).toEqual([times, 4 * times, 4 * times]);
    expect(says(left[0]!, 'port')).toBe(false);
    expect(Y.decodeUpdate(deletionOf(found.standing)).ds.clients.size).toBe(1);
  });
});
