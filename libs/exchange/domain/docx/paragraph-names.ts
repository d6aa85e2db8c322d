/** Word takes 40 characters in the name of a bookmark, and hides one that begins with a low line. */
const longest = 40;
const begin = '_p';

/**
 * EXC-4: the name of the bookmark that stands around a paragraph, so that it is known again when the file comes back.
 * Null for an id that no bookmark can bear.
 */
export function bookmarkOf(paragraphId: string): string | null {
  if (!/^[A-Za-z0-9.-]+$/.test(paragraphId)) return null;
  const name = begin + paragraphId.replaceAll('.', '__').replaceAll('-', '_');
  return name.length <= longest ? name : null;
}

/** The paragraph that a bookmark of ours stands around; null for all others. */
export function paragraphOf(bookmark: string): string | null {
  if (!bookmark.startsWith(begin)) return null;
  const id = bookmark.slice(begin.length).replaceAll('__', '.').replaceAll('_', '-');
  return id === '' ? null : id;
}
