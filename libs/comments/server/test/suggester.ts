import { newId } from '@plenary/ground/kernel';
import { CollabService } from '@plenary/ground/server/collab';
import { closedFormats, FlatText, forkOf, LayerRecorder, takeIn, TextEdit } from '@plenary/ground/text';
import type { Visitor } from '@plenary/organisations/testing';
import { documentOf, statementRules } from '@plenary/statements/domain';
import type { CommentsUnderTest } from '@plenary/comments/testing';

export type Change = (editing: TextEdit, text: FlatText) => unknown;

/** As the page does it: begun, and written upon a copy of the text. */
export async function begunBy(rooms: CommentsUnderTest, by: Visitor, on: string) {
  const id = newId();
  const { status, body } = await by.post(`statements/${on}/suggestions`, { id, language: 'en' });
  if (status !== 201) throw new Error(JSON.stringify(body));
  const fork = await rooms.app.get(CollabService).read(documentOf(on), (doc) => forkOf(doc, []));
  fork.clientID = body.client;
  const text = new FlatText(fork);
  fork.on('afterTransaction', (transaction) => void takeIn(text, transaction));
  const recorder = new LayerRecorder(fork, null);
  const base64 = () => Buffer.from(recorder.layer!.update).toString('base64');
  return {
    id,
    fork,
    base64,
    write: (change: Change) =>
      fork.transact((transaction) =>
        change(new TextEdit(text, transaction, closedFormats(statementRules)), text),
      ),
    keep: () => by.put(`suggestions/${id}/layer`, { update: base64() }),
    send: (reason = '') => by.post(`suggestions/${id}/send`, { reason }),
  };
}

export async function sentBy(rooms: CommentsUnderTest, by: Visitor, change: Change, on: string) {
  const draft = await begunBy(rooms, by, on);
  draft.write(change);
  expect((await draft.keep()).status).toBe(200);
  expect((await draft.send('It is clearer')).body.state).toBe('open');
  return draft;
}

/** Into the first paragraph. */
export const insert =
  (words: string, at = 3): Change =>
  (editing, { page }) =>
    editing.insert(page[0]!, at, { text: words });
