import * as Y from 'yjs';
import { firstUpdate, FlatText, lineBreak, TextEdit, type RichParagraph } from '@plenary/ground/text';
import { oldDevice, oldPending, oldRecords } from './test/old-device.js';
import { wordsOfElements } from './words-of-elements.js';
import { textOf, wordsOf } from './words.js';

const rules = { version: 2, attributes: {}, usual: {}, embeds: { note: {} }, formats: {} };
const note = (text: string) => ({ embed: 'note', values: { text } });

function textWith(...words: string[]): Y.Doc {
  const doc = new Y.Doc();
  const first = words.map((text): RichParagraph => ({ attributes: {}, content: text ? [{ text }] : [] }));
  Y.applyUpdate(doc, firstUpdate(first, rules, 1));
  doc.clientID = 7;
  return doc;
}

/** What acts write, each as an update of its own. */
function written(doc: Y.Doc, ...acts: ((edit: TextEdit, text: FlatText) => void)[]): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array) => updates.push(update);
  doc.on('update', listen);
  for (const act of acts) {
    const text = new FlatText(doc);
    doc.transact((transaction) => act(new TextEdit(text, transaction, new Set()), text));
  }
  doc.off('update', listen);
  return updates;
}

describe('SYNC-15 the words of updates', () => {
  it('stand in the order of the page, a line for each paragraph, however they were typed', () => {
    const doc = textWith('first', 'second');
    const updates = written(
      doc,
      (edit, { page }) => edit.insert(page[1]!, 6, { text: ' then' }),
      (edit, { page }) => edit.insert(page[0]!, 0, { text: 'at ' }),
      (edit, { page }) => edit.insert(page[0]!, 5, { text: '-' }),
    );
    expect(wordsOf(updates, doc)).toBe('at -\n then');
    expect(textOf(doc)).toBe('at fi-rst\nsecond then');
    // Without the text: as they were typed.
    expect(wordsOf(updates)).toBe('thenat -');
  });

  it('stand where they were moved, joined and split to', () => {
    const doc = textWith('one', 'two', 'three');
    const updates = written(
      doc,
      (edit, { page }) => edit.insert(page[0]!, 3, { text: '+1' }),
      (edit, { page }) => edit.insert(page[2]!, 5, { text: '+3' }),
      (edit, { page }) => edit.move(page[2]!, null),
      (edit, { page }) => edit.join(page[2]!, page[1]!),
      (edit, { page }) => edit.split(page[1]!, 4, {}),
    );
    expect(textOf(doc)).toBe('three+3\none+\n1two');
    expect(wordsOf(updates, doc)).toBe('+3\n+\n1');
  });

  it('that somebody deleted are not among them', () => {
    const doc = textWith('one');
    const updates = written(
      doc,
      (edit, { page }) => edit.insert(page[0]!, 3, { text: ' kept gone' }),
      (edit, { page }) => edit.delete(page[0]!, 8, 13),
    );
    expect(wordsOf(updates, doc)).toBe(' kept');
  });

  it('are those of footnotes, too, new ones and ones that were changed', () => {
    const doc = textWith('one', 'two');
    const before = written(doc, (edit, { page }) => edit.insert(page[0]!, 3, note('first said')));
    const { id } = new FlatText(doc).page[0]!.runs.at(-1)!.embed!;
    const updates = written(
      doc,
      (edit) => edit.setAttribute(id, 'text', 'said otherwise'),
      (edit, { page }) => edit.insert(page[1]!, 3, { text: '!' }),
      (edit, { page }) => edit.insert(page[1]!, 4, note('A/RES/73/195')),
    );
    expect(wordsOf(updates, doc)).toBe('said otherwise\n!\nA/RES/73/195');
    expect(wordsOf(before, doc)).toBe('first said');
    expect(wordsOf(updates)).toBe('!\nsaid otherwise\nA/RES/73/195');
  });

  it('go on in a line of their own after a break, and begin one where a paragraph begins', () => {
    const doc = textWith('');
    const updates = written(
      doc,
      (edit, { page }) => edit.insert(page[0]!, 0, { text: `one${lineBreak}more` }),
      (edit, { page }) => edit.split(page[0]!, 8, {}),
      (edit, { page }) => edit.insert(page[1]!, 0, { text: 'two' }),
    );
    expect([wordsOf(updates, doc), wordsOf(updates), textOf(doc)]).toEqual(Array(3).fill('one\nmore\ntwo'));
  });

  it('in a paragraph that another deleted meanwhile are there', () => {
    const [mine, theirs] = [textWith('one', 'two'), textWith('one', 'two')];
    theirs.clientID = 8;
    const updates = written(mine, (edit, { page }) => edit.insert(page[1]!, 1, { text: 'ooo' }));
    written(theirs, (edit, { page }) => edit.remove(page[1]!));
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    expect(wordsOf(updates, mine)).toBe('ooo');
  });

  it('of bytes that cannot be read are none', () => {
    expect(wordsOf([new Uint8Array([9, 9, 9])], textWith('one'))).toBe('');
  });
});

describe('SYNC-24 the unsent words of a text of elements', () => {
  const copy = oldRecords.map(({ update }) => update);

  it('are those that the client of that time showed, in the order of the page', () => {
    expect(wordsOfElements(copy, oldPending)).toBe(oldDevice.unsentWords);
  });

  it('stand in the order of the page although they were written in another', () => {
    const [first, ...others] = oldPending;
    expect(wordsOfElements([...copy.slice(0, 2), ...others, first!], [...others, first!])).toBe(
      oldDevice.unsentWords,
    );
  });

  it('are read piece by piece where the text around them is missing', () => {
    const words = wordsOfElements(oldPending, oldPending);
    for (const line of oldDevice.unsentWords.split('\n')) expect(words).toContain(line.trim());
    expect(wordsOf(oldPending)).toBe(words);
  });

  it('are read as far as they can be from a copy with bytes that are no update', () => {
    const words = wordsOfElements([new Uint8Array([9, 9, 9]), ...copy], oldPending);
    for (const line of oldDevice.unsentWords.split('\n')) expect(words).toContain(line.trim());
  });
});
