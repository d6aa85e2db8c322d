import type { ReactNode } from 'react';
import classes from './DataTable.module.css';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, with figures of one width. */
  align?: 'start' | 'end';
  /** Stays on one line, as dates do. */
  whole?: boolean;
  /** Left out on narrow screens; what it says stands under the name there. */
  wideOnly?: boolean;
}

interface Props<Row> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** For those who can do something with several rows at once: a box before each. */
  boxes?: RowBoxes<Row>;
}

/** Made by `useRowBoxes` of `@plenary/ground/web/selection`. */
export interface RowBoxes<Row> {
  /** The box in the head. */
  readonly all: ReactNode;
  readonly of: (row: Row) => ReactNode;
  /** Chosen rows are marked. */
  readonly has: (row: Row) => boolean;
}

/** Compact rows under a head that stays. The first column names the row. */
export function DataTable<Row>({ caption, columns, rows, rowKey, boxes }: Props<Row>) {
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{caption}</caption>
      <thead>
        <tr>
          {boxes && (
            <td className={classes.head} data-select>
              {boxes.all}
            </td>
          )}
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classes.head} {...look(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={classes.row} data-chosen={boxes?.has(row) || undefined}>
            {boxes && <td className={classes.select}>{boxes.of(row)}</td>}
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" className={classes.name}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={classes.cell} {...look(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The second line of a row's name on narrow screens. */
export function NarrowLine({ children }: { children: ReactNode }) {
  return <span className={classes.narrow}>{children}</span>;
}

function look<Row>({ align, whole, wideOnly }: Column<Row>) {
  return {
    'data-align': align ?? 'start',
    'data-whole': whole || undefined,
    'data-wide': wideOnly || undefined,
  };
}
