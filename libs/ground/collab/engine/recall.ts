import * as Y from 'yjs';
import type { PersonId } from '@plenary/ground/kernel';
import { oldCharacters, readCharacters, structsIn } from './claims.js';
import type { Deletions } from './deletions.js';
import type { Author, DocStore, RowsBy } from './ports.js';
import { Ranges, type CharacterRange } from './ranges.js';
import type { UpdateOutline } from './update-reader.js';

/** Pages of the journal that are read for one update. */
const mostPages = 40;

/**
 * TXT-5: what is not remembered (any more) of deletions that are undone now is looked up in the journal: the row by
 * which this person deleted the characters, and the one that brought them.
 */
export async function recallDeletions(
  store: DocStore,
  document: string,
  by: PersonId,
  outline: UpdateOutline,
  text: { readonly committed: Y.Doc; readonly deletions: Deletions },
): Promise<void> {
  const { deletions } = text;
  const old = outline.claims.map(oldCharacters);
  const deletes = new Ranges(outline.deletes);
  const unproven = new Ranges(old.filter((range) => !deletions.areBy(by, range) && !deletes.cover(range)));
  const isUnproven = remaining(unproven, (range) => deletions.areBy(by, range));
  await readRows(store, document, { personId: by }, isUnproven, ({ ds }) => {
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) {
        for (const both of unproven.within({ client, from: clock, to: clock + len }))
          deletions.note(by, both, null);
      }
    }
  });
  const unread = new Ranges(
    old.flatMap((range) => deadIn(text.committed, range)).filter((range) => deletions.textOf(range) === null),
  );
  const isUnread = remaining(unread, (range) => deletions.textOf(range) !== null);
  const read = ({ structs }: Decoded) => {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      const { client, clock } = struct.id;
      for (const both of unread.within({ client, from: clock, to: clock + struct.length })) {
        const characters = readCharacters(struct, both.from, both.to);
        if (characters !== null) deletions.remember(both, characters);
      }
    }
  };
  const clientIds = [...new Set([...unread].map(({ client }) => client))];
  await readRows(store, document, { clientIds }, isUnread, read);
  // A row tells the first of its client ids: characters under another one are found among those of the same person.
  const owners = isUnread() ? await store.ownersOf(document, clientIds) : new Map<number, Author | null>();
  for (const personId of new Set([...owners.values()].map((owner) => owner?.personId ?? null))) {
    await readRows(store, document, { personId }, isUnread, read);
  }
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** Reads rows, newest first, as long as there is need. */
async function readRows(
  store: DocStore,
  document: string,
  by: RowsBy,
  isNeeded: () => boolean,
  read: (row: Decoded) => void,
): Promise<void> {
  let below = Infinity;
  for (let page = 0; page < mostPages && isNeeded(); page++) {
    const rows = await store.rowsBy(document, by, below);
    if (rows.length === 0) return;
    for (const { update } of rows) if (isNeeded()) read(Y.decodeUpdate(update));
    below = rows.at(-1)!.seq;
  }
}

/** What of it was deleted before this update: its characters cannot be read in the text. */
const deadIn = (doc: Y.Doc, range: CharacterRange): CharacterRange[] =>
  structsIn(doc, range).flatMap(({ struct, from, to }) =>
    struct.deleted ? [{ client: range.client, from, to }] : [],
  );

/** Asks whether any is left for which nothing was found, without asking for one again that was. */
function remaining(ranges: Ranges, isFound: (range: CharacterRange) => boolean): () => boolean {
  const left = [...ranges];
  return () => {
    while (left.length > 0 && isFound(left.at(-1)!)) left.pop();
    return left.length > 0;
  };
}
