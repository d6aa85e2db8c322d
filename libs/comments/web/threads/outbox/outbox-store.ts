import { openDB, type IDBPDatabase } from 'idb';
import { forgetUnsent, rememberUnsent } from './has-unsent';
import type { UnsentComment } from './unsent-comment';

const databaseName = 'plenary-unsent-comments';

let opened: Promise<IDBPDatabase> | null = null;

function database(): Promise<IDBPDatabase> {
  opened ??= openDB(databaseName, 1, {
    upgrade: (made) => {
      made.createObjectStore('comments', { keyPath: 'id' }).createIndex('person', 'personId');
    },
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    terminated: () => (opened = null),
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** The first that was written comes first. */
export async function keptComments(personId: string): Promise<readonly UnsentComment[]> {
  const kept = (await (await database()).getAllFromIndex('comments', 'person', personId)) as UnsentComment[];
  return kept.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

export async function keepComment(comment: UnsentComment): Promise<void> {
  await (await database()).put('comments', comment);
  rememberUnsent(comment.personId);
}

export async function dropComment(id: string): Promise<void> {
  await (await database()).delete('comments', id);
}

/** Forgets those of one person; everybody's when null. */
export async function clearComments(personId: string | null): Promise<void> {
  const comments = await database();
  if (personId === null) await comments.clear('comments');
  else for (const { id } of await keptComments(personId)) await comments.delete('comments', id);
  forgetUnsent(personId);
}
