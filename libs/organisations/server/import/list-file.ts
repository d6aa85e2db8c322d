import { parse, type CsvError } from 'csv-parse/sync';
import { withoutUnseen } from '@plenary/ground/kernel';
import { failOrganisation, importLimits, isTooLarge, type ImportLine } from '@plenary/organisations/domain';

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1256',
  'macintosh',
] as const;
export type Encoding = (typeof encodings)[number];

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export interface ListFile {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly heads: readonly string[];
  readonly lines: readonly ImportLine[];
}

/** Reads a list as spreadsheets save it; what is not said is found out. Throws refusals that say what to do. */
export function readListFile(
  bytes: Uint8Array,
  said: { encoding?: Encoding | undefined; separator?: Separator | undefined },
): ListFile {
  if (bytes.length > importLimits.bytes) failOrganisation('import.too-large', { most: importLimits.bytes });
  // A file of another kind: a spreadsheet in its own format begins with PK, pictures hold zeros.
  if (Buffer.from(bytes.subarray(0, 3)).equals(Buffer.from('PK\u0003')))
    failOrganisation('import.not-a-list');
  const encoding = said.encoding ?? encodingOf(bytes);
  const read = new TextDecoder(encoding).decode(bytes);
  if (read.includes('\0')) failOrganisation('import.not-a-list');
  const text = withoutUnseen(read);
  const separator = said.separator ?? separatorOf(text);
  const [head, ...lines] = parsed(text, separator);
  if (!head || lines.length === 0) return failOrganisation('import.empty');
  if (lines.length > importLimits.rows) failOrganisation('import.too-large', { most: importLimits.rows });
  const large = [head, ...lines].find(({ cells }) => isTooLarge(cells));
  if (large) failOrganisation('import.cell-too-large', { line: large.line });
  return { encoding, separator, heads: head.cells.map((cell) => cell.trim()), lines };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return unmarked;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    // What spreadsheets of western systems save; whoever sees wrong letters in the preview chooses another.
    return 'windows-1252';
  }
}

/**
 * UTF-16 without a mark: separators, figures and the ends of lines have a zero for their second half in every script.
 * As many zeros on both sides are no text.
 */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const start = bytes.subarray(0, 8_192);
  const zeros = (half: 0 | 1) => start.filter((byte, place) => place % 2 === half && byte === 0).length;
  const [first, second] = [zeros(0), zeros(1)];
  if (second > 10 * first) return 'utf-16le';
  return first > 10 * second ? 'utf-16be' : null;
}

/** The one that stands most often in the first line, outside quotation marks. */
function separatorOf(text: string): Separator {
  const first = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 1)[0] ?? '';
  const count = (separator: Separator) => first.split(separator).length;
  return [...separators].sort((one, other) => count(other) - count(one))[0]!;
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parsed(text: string, separator: Separator): ImportLine[] {
  try {
    const rows = parse(text, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: false,
      skip_empty_lines: true,
      to: importLimits.rows + 2,
    }) as unknown as Parsed[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (reason) {
    const { lines } = reason as CsvError & { lines?: number };
    return failOrganisation('import.malformed', { line: lines ?? 1 });
  }
}
