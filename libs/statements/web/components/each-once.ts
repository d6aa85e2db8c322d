import type { Presence } from '@plenary/ground/collab/protocol';

/** People, not tabs: of several that somebody has open, the one in which they write. */
export function eachOnce(sockets: readonly Presence[]): readonly Presence[] {
  const people = new Map<string, Presence>();
  for (const each of sockets) if (!people.get(each.personId)?.cursor) people.set(each.personId, each);
  return [...people.values()];
}
