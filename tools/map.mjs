/**
 * `npm run map`: writes from rooms.mjs a project.json per door and app, for Nx and its lint rule; the lists of rooms that
 * the apps stand on; and the table of shelves in the docs. `--check` compares.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { apps, doors, groundDoors, shelves } from '../rooms.mjs';
import { house } from './build/house.mjs';
import { settle } from './generated.mjs';
import { listsOfRooms } from './map/lists-of-rooms.mjs';

/** Every door and app there is: its folder, name and what the lint needs to know of it. */
export function projects() {
  const ofGround = Object.entries(groundDoors).map(([door, type]) => ({
    room: 'ground',
    shelf: 0,
    door,
    type,
  }));
  const ofRooms = shelves
    .filter(({ shelf }) => shelf > 0)
    .flatMap(({ shelf, rooms }) =>
      rooms.flatMap((room) => Object.keys(doors).map((type) => ({ room, shelf, door: type, type }))),
    );
  const inLibs = [...ofGround, ...ofRooms].map(({ room, shelf, door, type }) => ({
    folder: `libs/${room}/${door}`,
    name: `${room}-${door.replaceAll('/', '-')}`,
    tags: [`room:${room}`, `shelf:${shelf}`, `type:${type}`],
  }));
  const inApps = apps.map((app) => ({ folder: `apps/${app}`, name: `app-${app}`, tags: ['type:app'] }));
  return [...inLibs, ...inApps].filter(({ folder }) =>
    existsSync(join(house, folder, folder.startsWith('libs/') ? 'index.ts' : '.')),
  );
}

export const projectFiles = () =>
  new Map(
    projects().map(({ folder, name, tags }) => [
      `${folder}/project.json`,
      JSON.stringify({ name, projectType: folder.startsWith('apps/') ? 'application' : 'library', tags }),
    ]),
  );

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await settle(new Map([...projectFiles(), ...listsOfRooms()]), 'npm run map');
}
