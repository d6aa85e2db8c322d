import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('room', import.meta.url));

/** The files of a new room, path → text, out of those in `room/`, where `__room__` stands for its name. */
export function roomFiles(names) {
  const token = new RegExp(`__(${Object.keys(names).join('|')})__`, 'g');
  const named = (text) => text.replace(token, (_, key) => names[key]);
  return new Map(
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(source, path)).isFile())
      .map((path) => [
        `libs/${names.room}/${named(path.replaceAll('\\', '/')).replace(/\.txt$/, '')}`,
        named(readFileSync(join(source, path), 'utf8')),
      ]),
  );
}
