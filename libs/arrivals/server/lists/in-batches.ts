/** Rows written or asked for by one statement. */
const batch = 500;

/** One statement for some hundred rows at a time. */
export async function inBatches<Row, Found>(
  rows: readonly Row[],
  work: (some: readonly Row[]) => Promise<readonly Found[]>,
  after: (done: number) => void = () => undefined,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let from = 0; from < rows.length; from += batch) {
    found.push(...(await work(rows.slice(from, from + batch))));
    after(Math.min(from + batch, rows.length));
  }
  return found;
}
