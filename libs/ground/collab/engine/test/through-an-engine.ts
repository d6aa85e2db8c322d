import { pictureOf, type TextRules } from '@plenary/ground/text';
import { systemClock, type Clock } from '@plenary/ground/kernel';
import { codeOf, document, House, soon, UnreliableStore, type Writer } from './house.js';

/** Ids of as many writers as are wanted: those that the store in memory gives first. */
export const clients = [1_000, 1_001, 1_002, 1_003, 1_004] as const;

/** Nobody here is kept waiting so that others' edits can gather. */
const hurried: Clock = {
  ...systemClock,
  after: (milliseconds, call) => systemClock.after(milliseconds < 100 ? 0 : milliseconds, call),
};

/** What several people wrote, in the order in which it went to a server, and what they see at the end. */
export interface Written {
  readonly start: Uint8Array;
  readonly sent: readonly { readonly who: number; readonly update: Uint8Array }[];
  readonly end: string;
}

/**
 * Sends it all through an engine, as different people, and says what comes out wrong: what is refused, and who sees
 * another text in the end, the next process included, which knows nothing but the journal.
 */
export async function throughAnEngine(
  { start, sent, end }: Written,
  rules: TextRules,
): Promise<readonly string[]> {
  const wrongs: string[] = [];
  const store = new UnreliableStore();
  store.takes = 0;
  store.create(document, [start]);
  const house = new House(60_000, { store, rules, clock: hurried });
  const writers: Writer[] = [];
  for (const [at, client] of clients.entries()) {
    const writer = await house.writer(`person ${at}`);
    if (writer.doc.clientID !== client) throw new Error(`the store gave ${writer.doc.clientID}`);
    // The words come from elsewhere; to this document they are another's.
    writer.doc.clientID = 1 + at;
    writers.push(writer);
  }
  for (const { who, update } of sent) {
    const code = await codeOf(writers[who]!.push(update));
    if (code !== 'taken') wrongs.push(`refused: ${code}`);
  }
  await soon(0);
  for (const writer of writers) if (writer.text !== end) wrongs.push(`different page of ${writer.id}`);
  await house.engine.stop();
  const later = new House(60_000, { store, rules, clock: hurried });
  const read = await later.engine.read(document, ({ text }) => pictureOf(text));
  if (read !== end) wrongs.push('different page in the next process');
  await later.engine.stop();
  return wrongs;
}
