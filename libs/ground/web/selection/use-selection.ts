import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';

/** Rows that somebody has chosen out of a list, over its pages and filters. */
export interface Selection<Row> {
  /** Those chosen, in the order of choosing, as the list shows them now. */
  readonly rows: readonly Row[];
  /** How many of them the list does not show at present. */
  readonly hidden: number;
  readonly has: (row: Row) => boolean;
  readonly choose: (rows: readonly Row[], chosen: boolean) => void;
  /** Chooses nothing any more; the focus goes to the head of the table, since the bar goes away. */
  readonly clear: () => void;
  /** The box that chooses all. */
  readonly head: RefObject<HTMLInputElement | null>;
}

export function useSelection<Row>(shown: readonly Row[], keyOf: (row: Row) => string): Selection<Row> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const head = useRef<HTMLInputElement>(null);

  const choose = useCallback(
    (rows: readonly Row[], isChosen: boolean) =>
      setChosen((before) => {
        const next = new Map(before);
        for (const row of rows) {
          if (isChosen) next.set(keyOf(row), row);
          else next.delete(keyOf(row));
        }
        return next;
      }),
    [keyOf],
  );
  const clear = useCallback(() => {
    setChosen(new Map());
    // Later: as long as a dialog is open, nothing outside it takes the focus.
    setTimeout(() => head.current?.focus({ preventScroll: true }));
  }, []);

  return useMemo(() => {
    const fresh = new Map(shown.map((row) => [keyOf(row), row]));
    return {
      rows: [...chosen].map(([key, row]) => fresh.get(key) ?? row),
      hidden: [...chosen.keys()].filter((key) => !fresh.has(key)).length,
      has: (row: Row) => chosen.has(keyOf(row)),
      choose,
      clear,
      head,
    };
  }, [chosen, shown, keyOf, choose, clear]);
}
