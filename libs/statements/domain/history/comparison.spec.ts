import * as fc from 'fast-check';
import * as Y from 'yjs';
import { closedFormats, FlatText, takeIn, TextEdit } from '@plenary/ground/text';
import { statementFromParagraphs } from '../statement-from-paragraphs.js';
import { statementRules } from '../statement.schema.js';
import { compareMoments, type ComparedParagraph } from './comparison.js';
import { readMoment, type Moment } from './moment.js';
import { sharesOf } from './shares.js';
import { wordsOf } from './words.js';

/** A text that several people write, one after the other. */
class Sheet {
  readonly doc = new Y.Doc();
  private readonly text: FlatText;

  constructor(...paragraphs: string[]) {
    Y.applyUpdate(
      this.doc,
      statementFromParagraphs(
        paragraphs.map((text) => ({ text })),
        1,
      ),
    );
    this.text = new FlatText(this.doc);
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => void takeIn(this.text, transaction));
  }

  by(client: number, work: (edit: TextEdit, text: FlatText) => void): this {
    this.doc.clientID = client;
    this.doc.transact((transaction) =>
      work(new TextEdit(this.text, transaction, closedFormats(statementRules)), this.text),
    );
    return this;
  }

  get moment(): Moment {
    return readMoment(this.doc);
  }
}

const marked = (compared: readonly ComparedParagraph[]) =>
  compared.map(({ state, moved, pieces }) => [
    `${state}${moved ? ' moved' : ''}`,
    pieces.map(({ kind, text }) => (kind === 'same' ? text : `[${kind}:${text}]`)).join(''),
  ]);
const textOf = (moment: Moment) => moment.map(({ runs }) => runs.map(({ text }) => text).join(''));
const sideOf = (compared: readonly ComparedParagraph[], hidden: readonly string[], but: string) =>
  compared
    .filter(({ state }) => state !== but)
    .map(({ id, pieces }) => [
      id,
      pieces
        .filter(({ kind }) => !hidden.includes(kind))
        .map(({ text, note }) => (note === null ? text : '\ufffc'))
        .join(''),
    ]);

describe('STM-25 words', () => {
  const words = (text: string) =>
    wordsOf([{ id: [1, 0], text, formats: {}, embed: null }]).map(({ key }) => key);

  it.each([
    ['Migrants’ rights, now.', ['Migrants', '’', ' ', 'rights', ',', ' ', 'now', '.']],
    ['l’été 2025', ['l’été', ' ', '2025']],
    ['حقوق المهاجرين', ['حقوق', ' ', 'المهاجرين']],
    ['権利は人権', ['権', '利', 'は', '人', '権']],
    ['', []],
  ])('of %s', (text, expected) => expect(words(text)).toEqual(expected));

  it('leave nothing out, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(words(text).join('')).toBe(text)),
    );
  });
});

describe('STM-25 two moments compared', () => {
  it('a word that was replaced is told as one change, with the space between two', () => {
    const sheet = new Sheet('We demand safe legal routes now.');
    const before = sheet.moment;
    sheet.by(2, (edit, { page }) => {
      edit.delete(page[0]!, 10, 20);
      edit.insert(page[0]!, 10, { text: 'open regular' });
    });
    expect(marked(compareMoments(before, sheet.moment))).toEqual([
      ['changed', 'We demand [removed:safe legal][added:open regular] routes now.'],
    ]);
  });

  it('a space between two words that only came stays what it is', () => {
    const sheet = new Sheet('One two');
    const before = sheet.moment;
    sheet.by(2, (edit, { page }) => {
      edit.insert(page[0]!, 4, { text: '!' });
      edit.insert(page[0]!, 3, { text: '!' });
    });
    expect(marked(compareMoments(before, sheet.moment))).toEqual([['changed', 'One[added:!] [added:!]two']]);
  });

  it('what is moved is told as moved, and one of those that changed places alone', () => {
    const sheet = new Sheet('One.', 'Two.', 'Three.', 'Four.');
    const before = sheet.moment;
    sheet.by(2, (edit, text) => edit.move(text.page[0]!, text.page[3]!));
    expect(marked(compareMoments(before, sheet.moment))).toEqual([
      ['same', 'Two.'],
      ['same', 'Three.'],
      ['same', 'Four.'],
      ['same moved', 'One.'],
    ]);
  });

  it('of some paragraphs alone, where that is asked', () => {
    const sheet = new Sheet('One.', 'Two.', 'Three.');
    const before = sheet.moment;
    sheet.by(2, (edit, { page }) => {
      for (const paragraph of page) edit.insert(paragraph, 0, { text: 'New ' });
    });
    const compared = compareMoments(before, sheet.moment, new Set([before[1]!.id]));
    expect(marked(compared)).toEqual([['changed', '[added:New ]Two.']]);
  });

  it('a note that changed is another, and a passage that grew beyond measure is told as new', () => {
    const sheet = new Sheet('Word. '.repeat(3_000));
    const before = sheet.moment;
    sheet.by(2, (edit, { page }) => {
      edit.delete(page[0]!, 0, page[0]!.length);
      edit.insert(page[0]!, 0, { text: Array.from({ length: 4_000 }, (_, at) => `w${at}`).join(' ') });
    });
    const [{ pieces }] = compareMoments(before, sheet.moment) as [ComparedParagraph];
    expect(pieces.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  const arbitraryActs = fc.array(
    fc.record({
      what: fc.constantFrom(
        'insert',
        'insert',
        'insert',
        'delete',
        'split',
        'join',
        'move',
        'remove',
        'bold',
      ),
      by: fc.integer({ min: 2, max: 4 }),
      paragraph: fc.nat(9),
      other: fc.nat(9),
      place: fc.nat(40),
      words: fc.constantFrom('routes ', 'safe, ', ' and', 'x', ' now.'),
    }),
    { maxLength: 14 },
  );

  function play(sheet: Sheet, acts: ReturnType<typeof arbitraryActs.generate>['value']): void {
    for (const { what, by, paragraph, other, place, words } of acts) {
      sheet.by(by, (edit, text) => {
        const page = text.page;
        const [one, two] = [page[paragraph % page.length]!, page[other % page.length]!];
        const at = place % (one.length + 1);
        if (what === 'insert') edit.insert(one, at, { text: words });
        else if (what === 'delete') edit.delete(one, at, Math.min(one.length, at + 6));
        else if (what === 'split') edit.split(one, at, {});
        else if (what === 'join' && one !== two) edit.join(one, two);
        else if (what === 'move' && one !== two) edit.move(one, two);
        else if (what === 'remove') edit.remove(one);
        else if (what === 'bold' && at < one.length) edit.format(one, at, one.length, 'bold', true);
      });
    }
  }

  it('holds both texts to the last sign, and new words are theirs who wrote them, whatever happened', () => {
    fc.assert(
      fc.property(arbitraryActs, arbitraryActs, (first, then) => {
        const sheet = new Sheet('We ask for routes.', 'Nobody is illegal.', 'The end.');
        play(sheet, first);
        const before = sheet.moment;
        const known = new Map(
          before.flatMap(({ runs }) =>
            runs.flatMap(({ id, text }) => [...text].map((_, at) => [`${id[0]}.${id[1] + at}`, true])),
          ),
        );
        play(sheet, then);
        const after = sheet.moment;
        const compared = compareMoments(before, after);
        const page = (moment: Moment) => moment.map(({ id }, at) => [id, textOf(moment)[at]]);
        expect(sideOf(compared, ['removed', 'went'], 'removed')).toEqual(page(after));
        const earlier = sideOf(compared, ['added', 'came'], 'added') as [string, string][];
        expect(earlier.toSorted()).toEqual((page(before) as [string, string][]).toSorted());
        for (const { pieces } of compared) {
          for (const { kind, id } of pieces)
            if (kind === 'came' || kind === 'went') expect(known.has(`${id[0]}.${id[1]}`)).toBe(true);
        }
        // What did not move keeps its order.
        const stayed = compared.filter(
          ({ moved, state }) => !moved && (state === 'same' || state === 'changed'),
        );
        const ids = stayed.map(({ id }) => id);
        expect(ids).toEqual(before.flatMap(({ id }) => (ids.includes(id) ? [id] : [])));
        expect(compareMoments(after, after).every(({ state, moved }) => state === 'same' && !moved)).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('STM-26 shares', () => {
  it('are all that stands there, the most first', () => {
    const of = (organisationId: string | null, characters: number) => ({ organisationId, characters });
    expect(sharesOf([of('sea', 3), of(null, 4), of('quay', 2), of('sea', 3), of('none', 0)])).toEqual([
      { ...of('sea', 6), share: 0.5 },
      { ...of(null, 4), share: 4 / 12 },
      { ...of('quay', 2), share: 2 / 12 },
    ]);
    expect(sharesOf([])).toEqual([]);
  });
});
