import type * as Y from 'yjs';
import { FlatText, valuesOf, type Run } from '@plenary/ground/text';
import { asLines, broughtBy, broughtOf, isBrought, typedWords, type Brought } from './typed-words.js';

/**
 * The words that these updates bring, as a person can copy them: in the order of the page, a line for each paragraph
 * and each footnote. Without a text to place them in, in the order of typing.
 */
export function wordsOf(updates: readonly Uint8Array[], doc: Y.Doc | null = null): string {
  const placed = doc ? placedLines(doc, broughtBy(updates)).join('\n') : '';
  return placed.trim() === '' ? typedWords(updates) : asLines(placed);
}

/** What people read, paragraph by paragraph. */
export function textOf(doc: Y.Doc): string {
  const lines = new FlatText(doc).page.map(({ runs }) =>
    runs.map(({ embed, text }) => (embed ? '' : text)).join(''),
  );
  return asLines(lines.join('\n'));
}

function placedLines(doc: Y.Doc, brought: Brought): string[] {
  const text = new FlatText(doc);
  return text.page.flatMap(({ runs }) => {
    const characters = runs.map(({ id, embed, text: all }) => (embed ? '' : broughtOf(brought, id, all)));
    const notes = runs.flatMap((run) => notesOf(text, run, brought));
    return [characters.join(''), ...notes].filter((line) => line !== '');
  });
}

/** What something among the characters says, where these updates brought it or changed what it says. */
function notesOf(text: FlatText, { id, embed }: Run, brought: Brought): string[] {
  if (!embed) return [];
  return Object.entries(valuesOf(text, embed)).flatMap(([name, words]) => {
    const said = text.roots.blocks._map.get(`${embed.id}/${name}`);
    const source = said && !said.deleted ? ([said.id.client, said.id.clock] as const) : id;
    return isBrought(brought, source) ? [words] : [];
  });
}
