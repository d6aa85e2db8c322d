import { useEffect, useRef, type ChangeEvent } from 'react';
import type { RowBoxes } from '../kit/DataTable';
import type { Selection } from './use-selection';
import classes from './SelectionBox.module.css';

/** The box in a table's head that chooses every row shown, or none of them. */
function SelectAll<Row>({
  selection,
  rows,
  label,
}: {
  selection: Selection<Row>;
  rows: readonly Row[];
  label: string;
}) {
  const count = rows.filter(selection.has).length;
  const { head } = selection;
  const some = count > 0 && count < rows.length;
  useEffect(() => {
    if (head.current) head.current.indeterminate = some;
  }, [head, some]);
  return (
    <label className={classes.box}>
      <input
        ref={head}
        type="checkbox"
        aria-label={label}
        checked={rows.length > 0 && count === rows.length}
        onChange={() => selection.choose(rows, count < rows.length)}
      />
    </label>
  );
}

interface Words<Row> {
  /** “Select all shown” */
  all: string;
  /** “Select Cedar Centre” */
  row: (row: Row) => string;
}

/** The boxes before the rows of a `DataTable`. With Shift, one chooses all from the last one clicked to this one. */
export function useRowBoxes<Row>(
  selection: Selection<Row>,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  words: Words<Row>,
): RowBoxes<Row> {
  const last = useRef<string | null>(null);
  const choose = (row: Row, event: ChangeEvent<HTMLInputElement>) => {
    const { checked } = event.currentTarget;
    const [from, to] = [last.current, keyOf(row)].map((key) => rows.findIndex((each) => keyOf(each) === key));
    const isRange = (event.nativeEvent as MouseEvent).shiftKey && from! >= 0;
    last.current = keyOf(row);
    selection.choose(isRange ? rows.slice(Math.min(from!, to!), Math.max(from!, to!) + 1) : [row], checked);
  };
  return {
    all: <SelectAll selection={selection} rows={rows} label={words.all} />,
    of: (row) => (
      <SelectRow
        label={words.row(row)}
        checked={selection.has(row)}
        onChange={(event) => choose(row, event)}
      />
    ),
    has: selection.has,
  };
}

function SelectRow({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}) {
  return (
    <label className={classes.box}>
      <input type="checkbox" aria-label={label} checked={checked} onChange={onChange} />
    </label>
  );
}
