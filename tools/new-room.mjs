/** `npm run new:room NAME [SHELF]`: a room that compiles, with its first rule and spec, on the map and in the app. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shelves } from '../rooms.mjs';
import { runChild } from './build/child.mjs';
import { house } from './build/house.mjs';
import { settle } from './generated.mjs';
import { roomFiles, withModule, withRoom } from './new-room/templates.mjs';

const [room, asked] = process.argv.slice(2);
const top = Math.max(...shelves.map(({ shelf }) => shelf));
const shelf = asked === undefined ? top + 1 : Number(asked);

function complaint() {
  if (!/^[a-z]+(-[a-z]+)*$/.test(room ?? '')) {
    return 'Name the room by its noun, in small letters: npm run new:room decisions [shelf]';
  }
  if (existsSync(join(house, 'libs', room))) return `There is a room "${room}" already.`;
  if (!Number.isInteger(shelf) || shelf < 1 || shelf > top + 1) {
    return `Shelves go from 1 to ${top + 1}: the lowest one above every room that "${room}" calls.`;
  }
  return undefined;
}

async function build() {
  const files = roomFiles(room);
  for (const path of files.keys()) mkdirSync(dirname(join(house, path)), { recursive: true });
  const read = (path) => readFileSync(join(house, path), 'utf8');
  files.set('rooms.mjs', withRoom(read('rooms.mjs'), shelves, room, shelf));
  files.set('apps/api/app.module.ts', withModule(read('apps/api/app.module.ts'), room));
  await settle(files, 'npm run new:room');
  await runChild(process.execPath, ['tools/map.mjs']);
  console.log(
    `\nThe room "${room}" stands on shelf ${shelf}. Next: its nouns in docs/GLOSSARY.md, its rules in ` +
      'domain/, its sentences in web/messages; then npm test ' +
      room,
  );
}

const wrong = complaint();
if (wrong) {
  console.error(wrong);
  process.exitCode = 1;
} else {
  await build();
}
