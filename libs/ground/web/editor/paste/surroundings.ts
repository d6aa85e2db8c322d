import { type Formats } from '@plenary/ground/text';
import { noFormats } from './formats.js';

/** A list of HTML, which counts its own items. */
export interface List {
  readonly numbered: boolean;
  readonly depth: number;
  next: number;
}

/** An item; its first paragraph is the item itself, and what follows in it continues it. */
export interface Item {
  readonly style: 'bullet' | 'numbered';
  readonly indent: number;
  readonly number: number | null;
  /** What its first paragraph became; a heading in an item is a numbered heading, and nothing continues it. */
  used: 'not yet' | 'item' | 'heading';
}

/** A row of a table, which is read as one paragraph. */
export interface Row {
  /** Ends of columns since the last word. */
  bars: number;
  /** Columns of the cell before; none before the first. */
  wide: number;
  /** The column that is next, and in how many rows more each column is taken by a cell from above. */
  column: number;
  readonly taken: number[];
  /** True after a paragraph within a cell ended. */
  part: boolean;
  /** True once the present cell has words. */
  filled: boolean;
}

/** What holds for everything that stands in an element. */
export interface Surroundings {
  /** True within a block; what stands in none is a piece of a paragraph. */
  readonly block: boolean;
  readonly style: 'text' | 'heading' | 'quote';
  readonly level: number;
  readonly kind: string | null;
  /** Which way it runs, where Plenary's own HTML says so. */
  readonly direction: string | null;
  readonly formats: Formats;
  /** How spaces and line ends are taken: as HTML does, as they are, or as the lines of `<pre>`. */
  readonly space: 'run together' | 'kept' | 'lines';
  readonly list: List | null;
  readonly item: Item | null;
  readonly row: Row | null;
  /** True within what is raised or lowered, once it is decided how that is written. */
  readonly script: boolean;
  /** True where only notes are read. */
  readonly mute: boolean;
  /** Whether the table around only places things, or has rows to be read; null outside of tables. */
  readonly table: 'layout' | 'data' | null;
  /** Columns that cells from above take in the rows of the table around. */
  readonly taken: number[];
  /** True in a list of notes. */
  readonly notes: boolean;
  /** The depth that Plenary's own HTML names for a paragraph outside any item. */
  readonly indent: number;
}

export const outside: Surroundings = {
  block: false,
  style: 'text',
  level: 1,
  kind: null,
  direction: null,
  formats: noFormats,
  space: 'run together',
  list: null,
  item: null,
  row: null,
  script: false,
  mute: false,
  table: null,
  taken: [],
  notes: false,
  indent: 0,
};
