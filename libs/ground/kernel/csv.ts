/**
 * Where a spreadsheet may see a cell begin: at the beginning, and after whatever parts cells or lines where the list is
 * opened, be it by a semicolon, a tab or a bar. Quotation marks before a sign are dropped by some of them.
 */
const cellBegins = '(?<=^|[;,|\\t\\r\\n])';
/** Signs with which a formula begins, wide ones of East Asian keyboards, too. */
const formulaBegins = `(?=['"]*[=+\\-@＝＋－＠\\t\\r])`;

const formula = /* @__PURE__ */ new RegExp(cellBegins + formulaBegins, 'g');
const madeText = /* @__PURE__ */ new RegExp(`${cellBegins}'${formulaBegins}`, 'g');

/** What a spreadsheet would run as a formula is made text by an apostrophe before it. */
export const withoutFormulas = (value: string): string => value.replace(formula, "'");

/** Takes those apostrophes back, so that what was exported says again what it said. */
export const asItWasSaid = (cell: string): string => cell.replace(madeText, '');

/** A cell as CSV has it, without formulas. */
export function csvCell(value: string): string {
  const safe = withoutFormulas(value);
  return /["\r\n\t,;|]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of a list that spreadsheets open by a double click: marked as UTF-8, parted by commas. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
