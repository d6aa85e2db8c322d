import * as Y from 'yjs';
import {
  PlenaryConnection,
  type ConnectionOptions,
  type DocumentProvider,
  type OpenOptions,
} from '@plenary/ground/collab/client';
import { bodyOf, bodyRoot, documentOf, statementSchemaVersion } from '@plenary/statements/domain';

/** How the web client opens a statement. */
export const statementOptions: OpenOptions = { schema: statementSchemaVersion, root: bodyRoot };

/** Someone with a statement open, on a connection of their own. */
export interface CoWriter {
  readonly connection: PlenaryConnection;
  readonly provider: DocumentProvider;
}

export async function openStatement(
  url: string,
  token: string,
  statement: string,
  options: Partial<OpenOptions> & Pick<ConnectionOptions, 'transports' | 'clock'> = {},
): Promise<CoWriter> {
  const { transports, clock, ...rest } = options;
  const connection = new PlenaryConnection({
    url,
    token,
    ...(transports ? { transports } : {}),
    ...(clock ? { clock } : {}),
  });
  const provider = await connection.open(documentOf(statement), { ...statementOptions, ...rest });
  return { connection, provider };
}

/** Writes at the end of the first paragraph. */
export function write({ provider }: Pick<CoWriter, 'provider'>, words: string): void {
  const paragraph = bodyOf(provider.doc).get(0) as Y.XmlElement;
  const last = paragraph.length > 0 ? paragraph.get(paragraph.length - 1) : undefined;
  if (last instanceof Y.XmlText) last.insert(last.length, words);
  else paragraph.insert(paragraph.length, [new Y.XmlText(words)]);
}

export const textOf = ({ provider }: Pick<CoWriter, 'provider'>): string => bodyOf(provider.doc).toString();

/** How often a word stands in a text. */
export const countOf = (text: string, word: string): number => text.split(word).length - 1;

/** Waits until `holds`, at most so many milliseconds, and says whether it came to hold. */
export async function within(
  milliseconds: number,
  holds: () => boolean | Promise<boolean>,
): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
