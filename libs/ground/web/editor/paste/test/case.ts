/** What stands in a file of the fixtures, and how it is read: see `notation` for the lines. */
export interface Case {
  readonly rule: string;
  readonly promise: string;
  readonly file: string;
  readonly reads: readonly string[];
  readonly leftOut?: readonly string[];
  /** Which ends are pieces of a paragraph; both are whole when nothing is said. */
  readonly open?: 'start' | 'end' | 'start end';
}
