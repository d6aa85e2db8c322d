import * as Y from 'yjs';
import {
  closedFormats,
  FlatText,
  firstUpdate,
  forkOf,
  readText,
  rootsOf,
  takeIn,
  TextEdit,
} from '@plenary/ground/text';
import { attributeNames, statementRules } from '@plenary/statements/domain';
import { marksOf } from '../marked/lines-of.js';
import type { Remark } from '../marked/marked.js';
import { wholeOf } from '../marked/range-of.js';
import { trackedText } from '../marked/tracked-text.js';
import { outgoing, type Outgoing } from '../outgoing/outgoing.js';
import { debate } from './debate.js';

type Change = (edit: TextEdit, text: FlatText) => void;
const at = '2026-03-01T10:00:00Z';
export const noor = { author: 'Noor (Ours)', at };
export const sami = { author: 'سامي', at };

/** The text of a debate. */
export function textOfDebate(): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  rootsOf(doc);
  Y.applyUpdate(doc, firstUpdate(debate, statementRules, 1));
  return doc;
}

/** What somebody suggests, as a layer upon it. */
export function layerOn(doc: Y.Doc, client: number, change: Change) {
  const fork = forkOf(doc, []);
  fork.clientID = client;
  const text = new FlatText(fork);
  const updates: Uint8Array[] = [];
  fork.on('afterTransaction', (transaction) => void takeIn(text, transaction));
  fork.on('update', (update) => void updates.push(update));
  fork.transact((transaction) =>
    change(new TextEdit(text, transaction, closedFormats(statementRules)), text),
  );
  return { client, update: Y.mergeUpdates(updates) };
}

const paragraphWith = ({ page }: FlatText, words: string) => page.find(({ text }) => text.includes(words))!;

/** Everything that tracked changes can say, and comments in both directions. */
export function markedDebate(language = 'en'): Outgoing {
  const doc = textOfDebate();
  const layers = [
    layerOn(doc, 11, (edit, text) => {
      const heading = paragraphWith(text, 'Why we speak');
      edit.delete(heading, 4, 6);
      edit.insert(heading, 4, { text: 'all' });
      const added = edit.insertParagraph(paragraphWith(text, 'open safe routes'), { style: 'numbered' });
      edit.insert(added, 0, { text: 'and keep them', formats: { bold: true } });
      edit.remove(paragraphWith(text, 'They report'));
    }),
    layerOn(doc, 12, (edit, text) => {
      const arabic = paragraphWith(text, 'نطالب');
      edit.insert(arabic, 5, { text: ' معًا' });
      edit.format(paragraphWith(text, 'end detention'), 4, 13, 'bold', true);
      edit.setAttribute(paragraphWith(text, 'Recalling').id, 'kind', 'operative');
      edit.split(paragraphWith(text, 'Turned by hand'), 6, { direction: 'rtl' });
      edit.insert(paragraphWith(text, 'and after'), 9, { embed: 'footnote', values: { text: 'A new note' } });
    }),
  ];
  const facts = { id: 's', title: 'On rescue', language, moment: 42, by: null };
  const text = new FlatText(doc);
  const { row, accepted } = trackedText(doc, layers);
  const out = outgoing(facts, readText(doc, attributeNames));
  const remarks: Remark[] = [
    {
      ...{ range: wholeOf(paragraphWith(text, 'end detention')), isDone: true },
      said: [
        { by: noor, lines: ['Of whom?', 'And when?'] },
        { by: sami, lines: ['من الجميع'] },
      ],
    },
    { range: wholeOf(paragraphWith(text, 'نطالب')), isDone: false, said: [{ by: sami, lines: ['حسنًا'] }] },
    { range: null, isDone: false, said: [{ by: noor, lines: ['As a whole'] }] },
  ];
  const voices = new Map([
    [11, noor],
    [12, sami],
  ]);
  return { ...out, marks: marksOf(row, out, outgoing(facts, accepted), voices, remarks) };
}
