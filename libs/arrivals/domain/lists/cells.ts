import { oneLine } from '@plenary/ground/kernel';

/**
 * Addresses as cells hold them: several with semicolons, commas, bars or line ends between them, with a name before each
 * (`Ana <ana@example.org>`), as links (`mailto:ana@example.org`). Nothing where none is complete.
 */
export function addressesIn(cell: string): string[] {
  const found = cell.match(/[^\s<>()[\]{},;:|/"“”«»]+@[^\s<>()[\]{},;:|/"“”«»]+/g) ?? [];
  return [...new Set(found.map((each) => each.replace(/^mailto:/i, '').replace(/\.+$/, '')))];
}

/** Names as cells hold them: several with semicolons, bars or line ends between them. */
export const namesIn = (cell: string): string[] =>
  cell
    .split(/[;|\n]+|\s\/\s/)
    .map(oneLine)
    .filter((each) => each !== '');
