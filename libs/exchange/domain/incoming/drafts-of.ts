import type { RichParagraph } from '@plenary/ground/text';
import { attributesFrom } from '@plenary/statements/domain';
import type { Draft } from './incoming.js';

/** Paragraphs of another reader, to be settled as all are. */
export function draftsOf(paragraphs: readonly RichParagraph[]): Draft[] {
  return paragraphs.map(({ attributes, content }) => {
    const { style, kind, level, indent, start, direction } = attributesFrom(attributes);
    return {
      ...{ style, kind, level, indent, number: start || null, content },
      ...(direction === 'auto' ? {} : { runs: direction }),
    };
  });
}
