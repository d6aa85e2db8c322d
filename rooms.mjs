/**
 * The ordered shelves: the one source for the lint, the generator and the map in the docs.
 * A room may import from its own doors and from rooms on LOWER shelves only; news goes up as events.
 */
export const shelves = [
  { shelf: 0, rooms: ['ground'] },
  { shelf: 1, rooms: ['identity'] },
  { shelf: 2, rooms: ['organisations'] },
  { shelf: 3, rooms: ['arrivals', 'groups', 'impersonation', 'operation'] },
  { shelf: 4, rooms: ['statements'] },
  { shelf: 5, rooms: ['comments'] },
  { shelf: 6, rooms: ['exchange', 'tasks'] },
  { shelf: 7, rooms: ['audit', 'rights'] },
];

/** Doors of a room and what each door may import (type → allowed types). */
export const doors = {
  domain: ['domain'],
  client: ['client', 'domain'],
  server: ['server', 'domain'],
  web: ['web', 'client', 'domain'],
  testing: ['testing', 'server', 'web', 'client', 'domain'],
};

/**
 * Doors of ground, which holds the building blocks instead of a noun: folder → type. `server/postgres` has a name of
 * its own, so that starting a database does not load the framework, but it is a part of `server`. `testing/time` has
 * one, so that a spec which needs a clock alone does not load the whole server either.
 */
export const groundDoors = {
  kernel: 'domain',
  text: 'domain',
  'collab/protocol': 'domain',
  'collab/engine': 'domain',
  'collab/client': 'client',
  'realtime/protocol': 'domain',
  'realtime/client': 'client',
  server: 'server',
  'server/collab': 'server',
  realtime: 'server',
  web: 'web',
  'web/editor': 'web',
  testing: 'testing',
  'testing/time': 'testing',
};

/** Apps are bootstrap only; they may open every door. */
export const apps = ['api', 'web', 'e2e', 'bench'];
