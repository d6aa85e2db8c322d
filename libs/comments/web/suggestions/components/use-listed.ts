import type * as Y from 'yjs';
import { useMemo } from 'react';
import { sectionsOf, whoseOf, type Listed } from '../editor/choosing';
import { byStanding, competing, standingOf } from '../editor/reading';
import { useUpon } from './use-upon';

/** The open suggestions of a statement in the order of its text, and who suggests something else for the same words. */
export function useListed(statementId: string, text: Y.Doc) {
  const { query, items, upon, parts } = useUpon(statementId, text);
  const ordered = useMemo((): readonly Listed[] => {
    const sections = sectionsOf(upon.base);
    return items
      .filter(({ state, layer }) => state === 'open' || layer !== null)
      .map((suggestion) => {
        const found = parts.get(suggestion.layer?.client ?? -1) ?? null;
        const standing = standingOf(upon.base, found ?? []);
        return { suggestion, parts: found, standing, section: standing && (sections[standing[0]] ?? null) };
      })
      .toSorted((one, other) => byStanding(one.standing, other.standing));
  }, [items, parts, upon]);
  const rivals = useMemo(
    () =>
      competing(
        ordered.flatMap(({ suggestion: { id }, parts: found }) => (found ? [{ id, parts: found }] : [])),
      ),
    [ordered],
  );
  const rivalsOf = (id: string): readonly string[] =>
    [...(rivals.get(id) ?? [])].flatMap((rival) => {
      const found = items.find((each) => each.id === rival);
      return found ? [whoseOf(found).name] : [];
    });
  return { query, items, upon, ordered, rivalsOf };
}
