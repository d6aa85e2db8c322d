import {
  CharacterRanges,
  closedFormats,
  FlatText,
  TextEdit,
  type Layer,
  type PageParagraph,
} from '@plenary/ground/text';
import { statementRules, type Moment } from '@plenary/statements/domain';
import * as Y from 'yjs';
import type { ReturnedChange, Step } from './changes.js';

const closed = closedFormats(statementRules);

/**
 * EXC-18: a change as a layer, written upon the text as it was at the moment of which the file was made: as by somebody
 * who wrote there without a network since then. So its words stand beside the same characters wherever these are now, and
 * it deletes those alone that its author saw. `state` is that moment as a Yjs update; null where nothing comes of it.
 */
export function layerOf(change: ReturnedChange, state: Uint8Array, client: number): Layer | null {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, state);
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = new FlatText(doc);
  doc.transact((transaction) => carryOut(change, text, new TextEdit(text, transaction, closed)));
  doc.destroy();
  return updates.length === 0 ? null : { client, update: Y.mergeUpdates(updates) };
}

function carryOut({ paragraphId, does }: ReturnedChange, text: FlatText, edit: TextEdit): void {
  const paragraph = paragraphId === null ? null : (text.paragraph(paragraphId) ?? null);
  switch (does.kind) {
    case 'paragraphs': {
      let behind = paragraph;
      for (const { attributes, content } of does.made) {
        const { id } = edit.insertParagraph(behind, attributes);
        for (const inline of content) edit.insert(text.paragraph(id)!, text.paragraph(id)!.length, inline);
        behind = text.paragraph(id)!;
      }
      return;
    }
    case 'removed':
      return paragraph ? edit.remove(paragraph) : undefined;
    case 'joined': {
      const next = text.paragraph(does.next);
      return paragraph && next ? edit.join(next, paragraph) : undefined;
    }
    case 'set':
      for (const [name, value] of Object.entries(does.attributes))
        if (paragraph) edit.setAttribute(paragraph.id, name, value);
      return;
    case 'words':
      // From the end to the beginning, so that places in front stay what they are.
      for (const step of does.steps.toReversed()) take(step, text.paragraph(paragraphId!)!, edit);
  }
}

function take(step: Step, paragraph: PageParagraph, edit: TextEdit): void {
  if (step.do === 'insert') edit.insert(paragraph, step.at, step.content);
  else if (step.do === 'delete') edit.delete(paragraph, step.at, step.to);
  else edit.split(paragraph, step.at, step.attributes);
}

/** Which characters a text has, by the ids under which they were first written. */
export function charactersOf(moment: Moment): CharacterRanges {
  const characters = new CharacterRanges();
  for (const { runs } of moment) for (const { id, text } of runs) characters.add(id, text.length);
  return characters;
}

/** How many characters on each side tell where words would stand. */
const nearby = 20;

/**
 * EXC-19: whether words that come without any that go have one character beside them still, as the author saw it. Without
 * one they would come to stand among other words.
 */
export function hasItsPlace(change: ReturnedChange, moment: Moment, now: CharacterRanges): boolean {
  if (change.does.kind === 'paragraphs')
    return change.paragraphId === null || isAnyLeft(change.paragraphId, moment, now);
  if (change.does.kind !== 'words') return true;
  const { steps } = change.does;
  if (steps.some((step) => step.do === 'delete')) return true;
  const [from, to] = [Math.min(...steps.map(({ at }) => at)), Math.max(...steps.map(({ at }) => at))];
  return isAnyLeft(change.paragraphId, moment, now, from - nearby, to + nearby);
}

/** Something is left of a paragraph, or of what stood between two places in it. */
function isAnyLeft(
  paragraphId: string | null,
  moment: Moment,
  now: CharacterRanges,
  from = 0,
  to = Infinity,
): boolean {
  let at = 0;
  const paragraph = moment.find(({ id }) => id === paragraphId);
  return (paragraph?.runs ?? []).some(({ id: [client, clock], text: { length } }) => {
    const [begin, end] = [Math.max(0, from - at), Math.min(length, to - at)];
    at += length;
    return begin < end && now.hasAny([client, clock + begin], end - begin);
  });
}
