/**
 * A text with a long history: 259,778 single edits. Read from the folder that the variable TRACES names when the
 * recorded history (automerge-paper) is there, else generated, always the same.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { beginParagraph, charactersIn, textIn } from './load/flat-text.mjs';

const edits = 259_778;

function recorded() {
  const file = join(process.env.TRACES ?? '', 'automerge-paper.json.gz');
  if (!process.env.TRACES || !existsSync(file)) return null;
  return JSON.parse(gunzipSync(readFileSync(file))).txns.flatMap(({ patches }) => patches);
}

/** Somebody who types, goes back, deletes and goes on, from a fixed seed. */
function generated() {
  let seed = 42;
  const random = (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  let length = 0;
  let place = 0;
  return Array.from({ length: edits }, () => {
    if (random(40) === 0) place = random(length + 1);
    if (random(10) < 3 && place > 0) {
      length--;
      return [--place, 1, ''];
    }
    length++;
    return [place++, 0, 'etaoin shrdlu '[random(14)]];
  });
}

/** Characters of a text never end a line: U+2028 breaks it within its paragraph. */
const asCharacters = (words) => words.replaceAll('\n', '\u2028');

/** Updates of `perUpdate` edits each, as one client makes them, and the whole as the smallest encoding. */
export function longHistory(clientId, perUpdate = 500) {
  const fromRecord = recorded();
  const patches = fromRecord ?? generated();
  const doc = new Y.Doc();
  if (clientId) doc.clientID = clientId;
  const updates = [];
  doc.on('update', (update) => updates.push(update));
  // The characters stand behind the mark with which their paragraph begins.
  const begin = beginParagraph(doc, '');
  const text = textIn(doc);
  for (let at = 0; at < patches.length; at += perUpdate) {
    doc.transact(() => {
      for (const [place, deleted, inserted] of patches.slice(at, at + perUpdate)) {
        if (deleted) text.delete(begin + place, deleted);
        if (inserted) text.insert(begin + place, asCharacters(inserted));
      }
    });
  }
  return {
    source: fromRecord ? 'the recorded history automerge-paper' : 'a generated history',
    edits: patches.length,
    updates,
    smallest: Y.encodeStateAsUpdate(doc).byteLength,
    length: charactersIn(doc).length,
  };
}
