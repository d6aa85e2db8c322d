import { sharedParts, type SharedPart } from '..';

/** Of which words a file is, and when they come. */
export interface WordsFile {
  readonly namespace: string;
  /** `public`: at once; `room`: with its code; otherwise with the same part of all other rooms. */
  readonly comes: 'public' | 'room' | SharedPart;
  readonly language: string;
}

const ofRooms = /(?:^|\/)(?:libs\/([a-z-]+)|apps)\/web\/messages\/(?:([a-z-]+)\/)?(\w+)\.json$/;
const ofGround = /(?:^|\/)libs\/ground\/web\/i18n\/(?:([a-z-]+)\/)?(\w\w)\/(\w+)\.json$/;

/**
 * By the path of a file of messages: a room's own are `<room>`, those in folders `<room>-<folder>`. Of rooms the folder
 * `public` comes at once; so do the shell's, which are of no room, and ground's, unless they stand in a folder. Null
 * for a file of something else.
 */
export function namespaceOf(path: string): WordsFile | null {
  const [, part, groundLanguage, name] = ofGround.exec(path) ?? [];
  if (name)
    return { namespace: named(name, part), comes: part ? 'room' : 'public', language: groundLanguage! };
  const [found, room, folder, language] = ofRooms.exec(path) ?? [];
  if (!found) return null;
  if (!room) return { namespace: 'shell', comes: 'public', language: language! };
  const comes = folder === 'public' ? 'public' : (sharedParts.find((each) => each === folder) ?? 'room');
  return { namespace: named(room, folder), comes, language: language! };
}

const named = (name: string, folder: string | undefined) => (folder ? `${name}-${folder}` : name);
