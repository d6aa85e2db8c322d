/**
 * `npm run new:room NAME [SHELF]`: a room with a page that works through to the database, its rules, words and specs. It
 * is found by what stands in it; outside of it only rooms.mjs and what is written from it and from the API change.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shelves } from '../rooms.mjs';
import { runChild } from './build/child.mjs';
import { house } from './build/house.mjs';
import { settle } from './generated.mjs';
import { freePrefix, namesOf, nextStamp } from './new-room/names.mjs';
import { onItsShelf } from './new-room/on-its-shelf.mjs';
import { roomFiles } from './new-room/room-files.mjs';

const [room, asked] = process.argv.slice(2);
const top = Math.max(...shelves.map(({ shelf }) => shelf));
/** It asks that room who coordinates. */
const below = shelves.find(({ rooms }) => rooms.includes('organisations')).shelf;
const shelf = asked === undefined ? top + 1 : Number(asked);
/** Names of words that are no room's. */
const taken = ['shell', 'common', 'errors', 'work', 'record', 'permissions', 'public'];

function complaint() {
  if (!/^[a-z]+(-[a-z]+)*$/.test(room ?? '')) {
    return 'Name the room by its noun, in small letters: npm run new:room decisions [shelf]';
  }
  if (existsSync(join(house, 'libs', room)) || taken.includes(room)) return `There is a "${room}" already.`;
  if (!Number.isInteger(shelf) || shelf <= below || shelf > top + 1) {
    return `Shelves go from ${below + 1} to ${top + 1}: the lowest one above every room that "${room}" calls.`;
  }
  return undefined;
}

async function build() {
  const libs = join(house, 'libs');
  const names = namesOf(room, { prefix: freePrefix(room, libs), stamp: nextStamp(libs, Date.now()) });
  const files = roomFiles(names);
  for (const path of files.keys()) mkdirSync(dirname(join(house, path)), { recursive: true });
  files.set('rooms.mjs', onItsShelf(readFileSync(join(house, 'rooms.mjs'), 'utf8'), shelves, room, shelf));
  await settle(files, 'npm run new:room');
  // A process of its own reads rooms.mjs anew.
  for (const tool of ['map', 'openapi']) {
    const { code } = await runChild(process.execPath, [`tools/${tool}.mjs`]);
    if (code !== 0) return code;
  }
  console.log(
    `\nThe room "${room}" stands on shelf ${shelf}, its page at /${room}. Next: what ${names.aWord} is, in its README; ` +
      `its rules in domain/, its words in web/messages. Then: npm test ${room}`,
  );
  return 0;
}

const wrong = complaint();
if (wrong) console.error(wrong);
process.exitCode = wrong ? 1 : await build();
