import * as Y from 'yjs';
import { findViolation, FlatText, rootsOf, takeIn, TextEdit, TextUndo, valuesOf } from '../index.js';
import { insertRaw } from './hostile-hand.js';
import { rules } from './rules.js';

describe('a note that is deleted and brought back', () => {
  it('TXT-4 says what it said, also what was changed since it was written', () => {
    const doc = new Y.Doc();
    const text = new FlatText(doc);
    doc.on('afterTransaction', (transaction: Y.Transaction) => void takeIn(text, transaction));
    const me = {};
    const act = (what: (edit: TextEdit) => void) =>
      doc.transact((transaction) => what(new TextEdit(text, transaction, new Set())), me);
    act((edit) => {
      const paragraph = edit.insertParagraph(null, {});
      edit.insert(paragraph, 0, { text: 'Words' });
      edit.insert(paragraph, 5, { embed: 'footnote', values: { text: 'as written' } });
    });
    const undo = new TextUndo(doc, me, 0);
    const note = () => text.page[0]!.runs.find((run) => run.embed)?.embed;
    act((edit) => edit.setAttribute(note()!.id, 'text', 'as changed'));
    act((edit) => edit.delete(text.page[0]!, 5, 6));
    expect(note()).toBeUndefined();
    undo.undo();
    expect(valuesOf(text, note()!)).toEqual({ text: 'as changed' });
    undo.redo();
    undo.undo();
    expect(valuesOf(text, note()!)).toEqual({ text: 'as changed' });
    undo.destroy();
  });
});

describe('a note that was carried over from an older text', () => {
  /** As the server writes it: with ids that were there before. */
  function carriedOver(): Uint8Array {
    const doc = new Y.Doc();
    doc.clientID = 1;
    const { text } = rootsOf(doc);
    const note = { n: 'footnote', v: { text: 'A/RES/73/195' }, id: 'note1' };
    [{ p: {}, own: 1, id: 'p1' }, 'Words', note, 0].forEach((each, at) =>
      insertRaw(doc, text, [0, 1, 6, 7][at]!, each),
    );
    return Y.encodeStateAsUpdate(doc);
  }

  /** What the server says of a change of this note, or of something else. */
  function judged(key: string, value: string): string | null {
    const [server, bruno] = [new Y.Doc(), new Y.Doc()];
    for (const each of [server, bruno]) Y.applyUpdate(each, carriedOver());
    let wrong: string | null = null;
    server.on(
      'afterTransaction',
      (transaction: Y.Transaction) => (wrong = findViolation(transaction, rules)),
    );
    // Amara deletes it; Bruno does not know yet.
    server.transact(() => rootsOf(server).text.delete(6, 1));
    expect(wrong).toBeNull();
    bruno.on('update', (update: Uint8Array) => Y.applyUpdate(server, update));
    rootsOf(bruno).blocks.set(key, value);
    return wrong;
  }

  it('TXT-1 may be changed by who does not know yet that somebody deleted it', () => {
    expect(judged('note1/text', 'as changed')).toBeNull();
    expect(judged('p1/kind', 'heading')).toBeNull();
  });

  it('SYNC-13 is no way to say anything else', () => {
    expect(judged('nobody/kind', 'heading')).toBe('embed kind');
    expect(judged('y7.7/text', 'of a note that is not there')).toBe('id');
  });
});
