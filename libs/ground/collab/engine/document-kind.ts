import type { TextRules } from '@plenary/ground/text';

/** A kind of document: what its texts may consist of. */
export interface DocumentKind {
  readonly rules: TextRules;
}
