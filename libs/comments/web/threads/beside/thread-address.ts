import { isId } from '@plenary/ground/kernel';

const prefix = 'thread-';

/** The part of an address that names one thread, beside the text that it is about: `/statements/<id>#thread-<id>`. */
export const threadAnchor = (id: string): string => prefix + id;

export function threadIn(hash: string): string | null {
  const id = hash.startsWith(`#${prefix}`) ? hash.slice(1 + prefix.length) : null;
  return isId(id) ? id : null;
}
