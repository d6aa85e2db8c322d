import type * as Y from 'yjs';
import { openDocument, type DocumentProvider, type OpenOptions } from '@plenary/ground/collab/client';
import { PlenaryConnection, type ConnectionOptions } from '@plenary/ground/realtime/client';
import { closedFormats, FlatText, pictureOf, takeIn, TextEdit } from '@plenary/ground/text';
import { documentOf, statementRules, statementSchemaVersion } from '@plenary/statements/domain';

export { within } from '@plenary/ground/testing';

/** How the web client opens a statement. */
export const statementOptions: OpenOptions = { schema: statementSchemaVersion };

/** Someone with a statement open, on a connection of their own. */
export interface CoWriter {
  readonly connection: PlenaryConnection;
  readonly provider: DocumentProvider;
}

export async function openStatement(
  url: string,
  token: string,
  statement: string,
  options: Partial<OpenOptions> & Pick<ConnectionOptions, 'transports' | 'watch'> = {},
): Promise<CoWriter> {
  const { transports, watch, ...rest } = options;
  const connection = new PlenaryConnection({
    url,
    token,
    ...(transports ? { transports } : {}),
    ...(watch ? { watch } : {}),
  });
  const provider = await openDocument(connection, documentOf(statement), { ...statementOptions, ...rest });
  return { connection, provider };
}

const texts = new WeakMap<Y.Doc, FlatText>();

/** A text as people see it, kept in step with its document, so that a word costs no more in a long text. */
export function flatTextOf(doc: Y.Doc): FlatText {
  const known = texts.get(doc);
  if (known) return known;
  const text = new FlatText(doc);
  texts.set(doc, text);
  doc.on('afterTransaction', (transaction) => void takeIn(text, transaction));
  return text;
}

/** Acts on a text as an editor does. */
export function edit(doc: Y.Doc, act: (edit: TextEdit, text: FlatText) => void): void {
  const text = flatTextOf(doc);
  doc.transact((transaction) => act(new TextEdit(text, transaction, closedFormats(statementRules)), text));
}

/** Writes at the end of the first paragraph. */
export function write({ provider }: Pick<CoWriter, 'provider'>, words: string): void {
  edit(provider.doc, (editing, { page }) => editing.insert(page[0]!, page[0]!.length, { text: words }));
}

/** All that a reader sees, ids and formats included: equal texts are equal to the last sign. */
export const textOf = ({ provider }: Pick<CoWriter, 'provider'>): string => pictureOf(provider.doc);

/** How often a word stands in a text. */
export const countOf = (text: string, word: string): number => text.split(word).length - 1;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
