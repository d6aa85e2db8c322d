import { parse, type CsvError } from 'csv-parse/sync';
import { withoutUnseen } from '@plenary/ground/kernel';
import {
  importLimits,
  isTooLarge,
  recognisedIn,
  type ImportLine,
  failArrival,
} from '@plenary/arrivals/domain';
import { encodingOf, type Encoding } from './list-encoding.js';

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export interface ListFile {
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** The line of the heads, as a spreadsheet counts. */
  readonly headLine: number;
  readonly heads: readonly string[];
  readonly lines: readonly ImportLine[];
}

/** Reads a list as spreadsheets save it; what is not said is found out. Throws refusals that say what to do. */
export function readListFile(
  bytes: Uint8Array,
  said: { encoding?: Encoding | undefined; separator?: Separator | undefined },
): ListFile {
  if (bytes.length > importLimits.bytes) failArrival('import.too-large', { most: importLimits.bytes });
  // A file of another kind: a spreadsheet in its own format begins with PK, pictures hold zeros.
  if (Buffer.from(bytes.subarray(0, 3)).equals(Buffer.from('PK\u0003'))) failArrival('import.not-a-list');
  const encoding = said.encoding ?? encodingOf(bytes);
  const read = new TextDecoder(encoding).decode(bytes);
  if (read.includes('\0')) failArrival('import.not-a-list');
  const { named, text } = withoutSeparatorLine(withoutUnseen(read));
  const separator = said.separator ?? named ?? separatorOf(text);
  const rows = parsed(text, separator);
  const place = placeOfHeads(rows.map(({ cells }) => cells));
  const [head, ...below] = rows.slice(place);
  const lines = below.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!head || lines.length === 0) return failArrival('import.empty');
  if (lines.length > importLimits.rows) failArrival('import.too-large', { most: importLimits.rows });
  const large = [head, ...lines].find(({ cells }) => isTooLarge(cells));
  if (large) failArrival('import.cell-too-large', { line: large.line });
  return { encoding, separator, headLine: head.line, heads: head.cells.map((cell) => cell.trim()), lines };
}

/** `sep=;` says how the cells are parted; a spreadsheet neither shows nor counts that line. */
function withoutSeparatorLine(text: string): { named: Separator | null; text: string } {
  const [line, sign] = /^"?sep=(.)"?[^\S\r\n]*(\r\n|\n|\r|$)/i.exec(text) ?? [];
  if (line === undefined) return { named: null, text };
  return { named: separators.find((each) => each === sign) ?? null, text: text.slice(line.length) };
}

/** The one that parts most of the first lines alike, outside quotation marks. */
function separatorOf(text: string): Separator {
  const lines = text
    .slice(0, 50_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .slice(0, 30);
  const score = (separator: Separator): number => {
    const times = new Map<number, number>();
    for (const line of lines) {
      const found = line.split(separator).length - 1;
      if (found > 0) times.set(found, (times.get(found) ?? 0) + 1);
    }
    return Math.max(0, ...[...times].map(([found, often]) => often ** 2 * Math.min(found, 8)));
  };
  return [...separators].sort((one, other) => score(other) - score(one))[0]!;
}

/**
 * Titles, dates and notes may stand above the heads: they are the first line that names most columns, and where no
 * line names any, the first with more than one cell.
 */
function placeOfHeads(rows: readonly (readonly string[])[]): number {
  const first = rows.slice(0, importLimits.linesAbove);
  const named = first.map(recognisedIn);
  const most = Math.max(0, ...named);
  if (most > 0) return named.indexOf(most);
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;
  const wide = first.findIndex((cells) => filled(cells) > 1);
  return wide < 0
    ? Math.max(
        0,
        first.findIndex((cells) => filled(cells) > 0),
      )
    : wide;
}

/** Every line with its number, empty ones too: that is how a spreadsheet counts. */
function parsed(text: string, separator: Separator): ImportLine[] {
  try {
    const rows = parse(text, {
      delimiter: separator,
      // Pasted together from several systems, one list may end its lines in several ways.
      record_delimiter: ['\r\n', '\n', '\r'],
      // `Red "Abierta" del Sur`: a mark within a cell is a mark.
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      to: importLimits.rows * 3,
    }) as string[][];
    return rows.map((cells, place) => ({ line: place + 1, cells }));
  } catch (reason) {
    const { lines } = reason as CsvError & { lines?: number };
    return failArrival('import.malformed', { line: lines ?? 1 });
  }
}
