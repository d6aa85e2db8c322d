/** Whether a change leaves all of a row as it is; of plain data what it says counts. */
export const isAsItWas = <Change extends object>(row: Change, change: Change): boolean =>
  (Object.keys(change) as (keyof Change)[]).every(
    (name) => row[name] === change[name] || JSON.stringify(row[name]) === JSON.stringify(change[name]),
  );
