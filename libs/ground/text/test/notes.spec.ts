import * as Y from 'yjs';
import { FlatText, takeIn, TextEdit, TextUndo, valuesOf } from '../index.js';

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
