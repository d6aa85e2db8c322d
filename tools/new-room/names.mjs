import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { camel, pascal } from '../map/names.mjs';

/** One of what the room is named after: decisions → decision, sign-ons → sign-on, policies → policy. */
export const oneOf = (room) => room.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');

const spoken = (name) => name.replaceAll('-', ' ');
const capital = (words) => words[0].toUpperCase() + words.slice(1);
const withArticle = (word) => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;

/** How the room is called in each place: what stands for `__room__`, `__Room__` and so on in the files of `room/`. */
export function namesOf(room, { prefix, stamp }) {
  const one = oneOf(room);
  return {
    room,
    Room: pascal(room),
    own: camel(room),
    one,
    One: pascal(one),
    ofOne: camel(one),
    table: one.replaceAll('-', '_'),
    words: spoken(room),
    Words: capital(spoken(room)),
    aWord: withArticle(spoken(one)),
    PRE: prefix,
    stamp,
  };
}

/** Three letters for the numbers of its rules, or more where another room has those. */
export function freePrefix(room, libs) {
  const letters = room.replaceAll('-', '').toUpperCase();
  const readmes = readdirSync(libs)
    .map((each) => join(libs, each, 'README.md'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'));
  const isFree = (prefix) => !readmes.some((text) => text.includes(`${prefix}-1`));
  for (let length = 3; length < letters.length; length++) {
    if (isFree(letters.slice(0, length))) return letters.slice(0, length);
  }
  return letters;
}

/** When its first table came: after all migrations that there are, since they stand in one order across the rooms. */
export function nextStamp(libs, now) {
  const stamps = readdirSync(libs, { recursive: true, encoding: 'utf8' }).flatMap((path) =>
    Number(/[\\/]migrations[\\/](\d{13})-[^\\/]*\.ts$/.exec(path)?.[1] ?? []),
  );
  return String(Math.max(now, ...stamps.map((stamp) => stamp + 10_000)));
}
