import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  permissionsByChapter,
  eventsOnRecord,
  interfaceLanguages,
  type InterfaceLanguage,
} from '@plenary/ground/kernel';
import { capacities } from '@plenary/groups/domain';

type Words = Record<string, string>;

const rooms = readdirSync('libs').filter((room) => existsSync(`libs/${room}/domain/index.ts`));
const sourcesOf = (room: string) =>
  readdirSync(`libs/${room}`, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.ts$/.test(file) && !/\.spec\.ts$|(^|\/)(test|testing|web)\//.test(file),
  );

/**
 * The codes of every error table, by room: found where they stand, so that no new one is forgotten. What ground refuses,
 * too, has its sentence there.
 */
const codes = [
  ...new Map(
    [...rooms, 'ground'].flatMap((room) =>
      sourcesOf(room).flatMap((file) => {
        const code = readFileSync(join('libs', room, file), 'utf8').replace(/^\s*\/?\*.*$/gm, '');
        return [...code.matchAll(/'([a-z-]+\.[a-z-]+)': \{ status/g)].map(
          (found) => [found[1]!, room] as const,
        );
      }),
    ),
  ),
].map(([code, room]) => ({ room, code }));

/** A room's own words, wherever they are loaded; `part`: those of one folder. */
function wordsOf(room: string, language: InterfaceLanguage, part?: 'record' | 'permissions'): Words {
  const folder = room === 'ground' ? 'libs/ground/web/i18n' : `libs/${room}/web/messages`;
  const here = new RegExp(room === 'ground' ? `(^|/)${language}/\\w+\\.json$` : `(^|/)${language}\\.json$`);
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const own = files.filter((file) => here.test(file) && (!part || file.startsWith(`${part}/`)));
  return Object.assign(
    {},
    ...own.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  ) as Words;
}

const inAll = (language: InterfaceLanguage, part: 'record' | 'permissions'): Words =>
  Object.assign({}, ...rooms.map((room) => wordsOf(room, language, part))) as Words;

beforeAll(async () => {
  for (const room of rooms) await import(`@plenary/${room}/domain`);
});

describe.each(interfaceLanguages)('refusals in %s', (language) => {
  it('every code has a sentence of its own language, among the words of its room', () => {
    expect(codes.length).toBeGreaterThan(100);
    const silent = codes.filter(({ room, code }) => !wordsOf(room, language)[`error.${code}`]?.trim());
    expect(silent).toEqual([]);
    const borrowed = codes.filter(
      ({ room, code }) =>
        language !== 'en' &&
        wordsOf(room, language)[`error.${code}`] === wordsOf(room, 'en')[`error.${code}`],
    );
    expect(borrowed).toEqual([]);
  });
});

describe.each(interfaceLanguages)('the record in %s', (language) => {
  it('every event on it has a name and a sentence, and every word that it names exists', () => {
    const words = inAll(language, 'record');
    const onRecord = [...eventsOnRecord()];
    expect(onRecord.length).toBeGreaterThan(30);
    expect(onRecord.filter(([name]) => !words[`event.${name}`] || !words[`say.${name}`])).toEqual([]);
    const missing = onRecord.flatMap(([name, { told = [] }]) =>
      told.flatMap((each) => {
        if (each.as === 'reason') return [];
        const [namespace, key] = each.words.split(':') as [string, string];
        const [, room, part] = /^([a-z]+(?:-[a-z]+)*?)(?:-(record|permissions))?$/.exec(namespace) ?? [];
        const own = wordsOf(room ?? '', language, part as 'record' | undefined);
        const is = Object.keys(own).some((one) => one === key || new RegExp(`^${key}[._]`).test(one));
        return is ? [] : [`${name}: ${each.words}`];
      }),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(interfaceLanguages)('permissions in %s', (language) => {
  it('every permission, heading and capacity has words of its own on the page of rights', () => {
    const page = wordsOf('rights', language);
    const words = { ...page, ...inAll(language, 'permissions') };
    const shown = permissionsByChapter();
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.filter(({ name }) => !words[`permission.${name}`])).toEqual([]);
    const headings = new Set(shown.map(({ chapter }) => chapter));
    expect([...headings].filter((each) => !words[`chapter.${each}`] || !words[`may.${each}`])).toEqual([]);
    const held = shown.flatMap(({ by }) => Object.keys(by));
    expect(held.filter((each) => !(capacities as readonly string[]).includes(each))).toEqual([]);
    expect(capacities.filter((each) => !page[`capacity.${each}`] || !page[`capacities.${each}`])).toEqual([]);
  });
});
