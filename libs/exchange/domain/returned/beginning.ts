import type { RichParagraph } from '@plenary/ground/text';
import { readMoment, statementFromParagraphs, type Moment } from '@plenary/statements/domain';
import * as Y from 'yjs';
import { paragraphsFrom } from '../incoming/paragraphs-from.js';
import { compareReturned } from './changes.js';
import type { ReturnedFile, ReturnedName } from './returned-file.js';

/**
 * EXC-25: what stands beside a text that begins with a Word file, name by name, as many suggestions and comments as will
 * come of it. `paragraphs` are the text that begins; `pause` is awaited after each piece of work.
 */
export async function comesWith(
  paragraphs: readonly RichParagraph[],
  file: ReturnedFile,
  pause?: () => Promise<void>,
): Promise<ReturnedName[]> {
  const { changes } = await compareReturned(file, momentOf(paragraphs), { isBeginning: true, pause });
  const found = new Map<string, { changes: number; comments: number }>();
  const of = (name: string) => found.get(name) ?? found.set(name, { changes: 0, comments: 0 }).get(name)!;
  for (const { by } of changes) of(by).changes++;
  for (const { by } of file.comments) of(by).comments++;
  return [...found].map(([name, counts]) => ({ name, ...counts }));
}

function momentOf(paragraphs: readonly RichParagraph[]): Moment {
  const doc = new Y.Doc();
  const plain = paragraphs.map(({ attributes, content }) => ({ attributes, content }));
  Y.applyUpdate(doc, statementFromParagraphs(paragraphsFrom(plain), 1));
  const moment = readMoment(doc);
  doc.destroy();
  return moment;
}
