import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groundDoors, shelves } from '../../rooms.mjs';
import { house } from '../build/house.mjs';
import { camel, pascal } from './names.mjs';

const written = '// Written by `npm run map` from rooms.mjs.\n';

/** From the lowest shelf up, without ground. */
const rooms = () => shelves.filter(({ shelf }) => shelf > 0).flatMap((line) => line.rooms);
const withDoor = (door) => rooms().filter((room) => existsSync(join(house, 'libs', room, door, 'index.ts')));

/** The lists of rooms that the apps stand on: each room's door says what it brings. */
export const listsOfRooms = () =>
  new Map([
    ['apps/api/rooms.ts', ofServer(withDoor('server'))],
    ['apps/web/rooms.ts', ofWeb(withDoor('web'))],
    ['docs/ARCHITECTURE.md', architecture()],
  ]);

function ofServer(names) {
  const imports = names.map((room) => {
    const own = camel(room);
    return `import { ${own}Entities, ${own}Migrations, ${pascal(room)}Module } from '@plenary/${room}/server';`;
  });
  const all = (what) => names.map((room) => `...${camel(room)}${what},`).join('\n');
  return `${written}import type { EntityList, MigrationList } from '@plenary/ground/server';
${imports.join('\n')}

/** From the lowest shelf up. */
export const rooms = [
${names.map((room) => `${pascal(room)}Module,`).join('\n')}
];

export const roomEntities: EntityList = [
${all('Entities')}
];

export const roomMigrations: MigrationList = [
${all('Migrations')}
];
`;
}

function ofWeb(names) {
  const all = (part, those = names) => those.map((room) => `...${camel(room)}Room.${part},`).join('\n');
  return `${written}${names.map((room) => `import { ${camel(room)}Room } from '@plenary/${room}/web';`).join('\n')}

/** Pages for who is signed in. */
export const pagesInside = [
${all('inside')}
] as const;

/** Pages that ask nobody to sign in first. */
export const pagesOutside = [
${all('outside')}
] as const;

/** Ways from a person's own page to pages of rooms, from the highest shelf down. */
export const ways = [
${all('ways', [...names].reverse())}
] as const;
`;
}

const [begin, end] = ['<!-- rooms: written by `npm run map` -->\n', '<!-- end of rooms -->'];

/** The page on architecture with its table of shelves. */
function architecture() {
  const text = readFileSync(join(house, 'docs/ARCHITECTURE.md'), 'utf8');
  const [before] = text.split(begin);
  const [, after] = text.split(end);
  const lines = [...shelves]
    .reverse()
    .flatMap(({ shelf, rooms: those }) =>
      those.map((room) => `| ${shelf} | \`${room}\` | ${shelf === 0 ? holdsOfGround() : holdsOf(room)} |`),
    );
  return `${before}${begin}\n| shelf | room | holds |\n| --- | --- | --- |\n${lines.join('\n')}\n\n${end}${after}`;
}

const holdsOfGround = () =>
  `no word of the domain: ${Object.keys(groundDoors)
    .map((door) => `\`${door}\``)
    .join(', ')}`;

/** The first sentence of its README. */
function holdsOf(room) {
  const readme = readFileSync(join(house, 'libs', room, 'README.md'), 'utf8');
  const [, paragraph] = readme.split(/\n\s*\n/);
  return paragraph
    .replaceAll('\n', ' ')
    .split(/\.(?:\s|$)/)[0]
    .trim();
}
