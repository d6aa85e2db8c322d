import { DataTable, NarrowLine, type Column } from './DataTable';
import { lengthAt, places, Waiting, WaitingLine } from './Waiting';

type ColumnHead = Omit<Column<never>, 'cell'>;

/** The table that a list is going to be: its heads, and rows of grey lines under them. */
export function WaitingList({
  columns,
  rows = 8,
  boxes,
}: {
  columns: readonly ColumnHead[];
  rows?: number;
  /** A box will stand before each row. */
  boxes?: boolean;
}) {
  const grey = columns.map(({ key, title, align, whole, wideOnly }, at): Column<number> => ({
    ...{ key, title, align, whole, wideOnly },
    cell: (place) => (
      <>
        <WaitingLine length={align === 'end' ? '100%' : lengthAt(place + at)} />
        {at === 0 && (
          <NarrowLine>
            <WaitingLine length={lengthAt(place + 1, 60)} />
          </NarrowLine>
        )}
      </>
    ),
  }));
  return (
    <Waiting>
      <DataTable
        caption=""
        columns={grey}
        rows={places(rows)}
        rowKey={String}
        boxes={boxes ? { all: null, of: () => null, has: () => false } : undefined}
      />
    </Waiting>
  );
}
