import { FlatText, identifiedRuns, type IdentifiedRun } from '@plenary/ground/text';
import type * as Y from 'yjs';
import { attributeNames, attributesFrom, type ParagraphAttributes } from '../paragraph-attributes.js';

/** A paragraph at one moment, character by character. */
export interface MomentParagraph {
  readonly id: string;
  readonly attributes: ParagraphAttributes;
  readonly runs: readonly IdentifiedRun[];
  /** Segments of the text that stand in it. */
  readonly segments: readonly string[];
}

/** A statement's text at one moment; plain data. */
export type Moment = readonly MomentParagraph[];

/** Reading never writes. */
export function readMoment(doc: Y.Doc): Moment {
  const text = new FlatText(doc);
  return text.page.map((paragraph) => {
    const said = attributeNames.map((name) => [name, paragraph.attribute(name)]);
    return {
      id: paragraph.id,
      attributes: attributesFrom(Object.fromEntries(said) as Record<string, unknown>),
      runs: identifiedRuns(text, paragraph),
      segments: paragraph.segments.map(({ id }) => id),
    };
  });
}

/** Nothing is written in it. */
export const isBlank = ({ runs }: Pick<MomentParagraph, 'runs'>): boolean =>
  runs.every(({ text, embed }) => embed === null && text.trim() === '');
