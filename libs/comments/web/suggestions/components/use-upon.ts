import type { Layer } from '@plenary/ground/text';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { useSuggestions, type Suggestion } from '../api/use-suggestions';
import { bytesOf } from '../drafts/base64';
import { whoseOf } from '../editor/choosing';
import type { Marked } from '../editor/suggestion-marks';
import { SuggestionsUpon, type Parts } from '../editor/upon-text';

/** One for each text, as long as somebody on the page asks for it. */
const known = new WeakMap<Y.Doc, { readonly upon: SuggestionsUpon; users: number }>();

function retain(text: Y.Doc): () => void {
  const found = known.get(text);
  if (found) found.users++;
  return () => {
    const now = known.get(text);
    if (!now) return;
    now.users--;
    // List and marks come and go one after the other.
    setTimeout(() => {
      if (now.users > 0 || known.get(text) !== now) return;
      known.delete(text);
      now.upon.close();
    }, 1_000);
  };
}

function uponText(text: Y.Doc): SuggestionsUpon {
  const found = known.get(text) ?? { upon: new SuggestionsUpon(text), users: 0 };
  known.set(text, found);
  return found.upon;
}

const none: readonly Suggestion[] = [];

/** The open suggestions of a statement, and what they would do to its text. */
export function useUpon(statementId: string, text: Y.Doc) {
  const query = useSuggestions(statementId);
  const items = query.data ?? none;
  const upon = useMemo(() => uponText(text), [text]);
  useEffect(() => retain(text), [text]);
  const all = useMemo(() => layersOf(items), [items]);
  // Of what was sent; drafts are their author's alone, also on their own page.
  const layers = useMemo(() => layersOf(items.filter(({ state }) => state === 'open')), [items]);
  useEffect(() => upon.set(all), [upon, all]);
  const parts = useSyncExternalStore(upon.subscribe, () => upon.parts);
  const marked = useMemo(() => markedOf(items, parts), [items, parts]);
  return { query, items, upon, layers, parts, marked };
}

const layersOf = (items: readonly Suggestion[]): readonly Layer[] =>
  items.flatMap(({ layer }) => (layer ? [{ client: layer.client, update: bytesOf(layer.update) }] : []));

const markedOf = (items: readonly Suggestion[], parts: Parts): readonly Marked[] =>
  items.flatMap((suggestion) => {
    const { id, author, layer, state } = suggestion;
    const found = state === 'open' && layer ? parts.get(layer.client) : null;
    const { name, organisation } = whoseOf(suggestion);
    const by = organisation ? `${name}, ${organisation.acronym ?? organisation.name}` : name;
    return found ? [{ id, by, colour: author.colour, parts: found }] : [];
  });
