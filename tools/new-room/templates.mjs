const pascal = (name) => name.replace(/(^|-)([a-z])/g, (_, _dash, letter) => letter.toUpperCase());
const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

/** The first refusal of a room, in the languages of the house. */
const nameEmpty = {
  en: 'The name is empty. Write at least one word.',
  es: 'El nombre está vacío. Escriba al menos una palabra.',
  fr: 'Le nom est vide. Écrivez au moins un mot.',
  ar: 'الاسم فارغ. اكتب كلمة واحدة على الأقل.',
};

/** The first files of a room, path → text: enough to compile, to be served and to be tested. */
export function roomFiles(room) {
  const Room = pascal(room);
  const own = camel(room);
  const prefix = room.replace(/-/g, '').slice(0, 3).toUpperCase();
  const folder = `libs/${room}`;
  return new Map([
    [
      `${folder}/README.md`,
      `# ${room}

What this room is about, in two sentences a delegate would understand. Stands on the rooms below it (rooms.mjs).

**Nouns**: write each into docs/GLOSSARY.md first.

## Rules

- ${prefix}-1 A name says something: it is not empty when the spaces around it are gone.

## Who may do what

## Events

## Doors

\`domain\`: words, rules, refusals · \`server\`: \`${Room}Module\`.
`,
    ],
    [
      `${folder}/domain/index.ts`,
      `export * from './${room}.errors.js';
export * from './name.js';
`,
    ],
    [
      `${folder}/domain/${room}.errors.ts`,
      `import { errorThrower } from '@plenary/ground/kernel';

/** Each code has a sentence in every language: web/messages. */
export const ${own}Errors = { '${room}.name-empty': { status: 400 } } as const;

/** The one way in which this room refuses. */
export const fail${Room} = errorThrower(${own}Errors);
`,
    ],
    [
      `${folder}/domain/name.ts`,
      `import { fail${Room} } from './${room}.errors.js';

/** ${prefix}-1: the name as it is kept. */
export function checkedName(typed: string): string {
  const name = typed.trim();
  return name === '' ? fail${Room}('${room}.name-empty') : name;
}
`,
    ],
    [
      `${folder}/domain/name.spec.ts`,
      `import { checkedName } from './name.js';

describe('names in ${room}', () => {
  it('${prefix}-1 say something', () => {
    expect(checkedName('  Geneva ')).toBe('Geneva');
    expect(() => checkedName(' ')).toThrow('${room}.name-empty');
  });
});
`,
    ],
    [
      `${folder}/server/index.ts`,
      `import type { EntityList, MigrationList } from '@plenary/ground/server';

export * from './${room}.module.js';

export const ${own}Entities: EntityList = [];
export const ${own}Migrations: MigrationList = [];
`,
    ],
    [
      `${folder}/server/${room}.module.ts`,
      `import { Module } from '@nestjs/common';

@Module({ imports: [], controllers: [], providers: [], exports: [] })
export class ${Room}Module {}
`,
    ],
    ...Object.entries(nameEmpty).map(([language, sentence]) => [
      `${folder}/web/messages/${language}.json`,
      `${JSON.stringify({ [`error.${room}.name-empty`]: sentence }, null, 2)}\n`,
    ]),
  ]);
}

/** rooms.mjs with the room on its shelf. */
export function withRoom(source, shelves, room, shelf) {
  const line = shelves.find((each) => each.shelf === shelf);
  if (line) {
    const names = (rooms) => `{ shelf: ${shelf}, rooms: [${rooms.map((each) => `'${each}'`).join(', ')}] }`;
    return source.replace(names(line.rooms), names([...line.rooms, room]));
  }
  return source.replace(/\n\];/, `\n  { shelf: ${shelf}, rooms: ['${room}'] },\n];`);
}

/** app.module.ts with the room at the end of its lists. */
export function withModule(source, room) {
  const [Room, own] = [pascal(room), camel(room)];
  return source
    .replace(
      '\n/** The list of rooms',
      `import { ${own}Entities, ${own}Migrations, ${Room}Module } from '@plenary/${room}/server';\n\n/** The list of rooms`,
    )
    .replace(/(export const rooms = \[[^\]]*?),?\s*\]/, `$1, ${Room}Module]`)
    .replace(/(export const roomEntities[^=]*= \[[^\]]*?),?\s*\]/, `$1, ...${own}Entities]`)
    .replace(/(export const roomMigrations[^=]*= \[[^\]]*?),?\s*\]/, `$1, ...${own}Migrations]`);
}
