import { readPlain } from '@plenary/ground/web/editor/paste';
import {
  comesWith,
  draftsOf,
  kindOfFile,
  readDocx,
  readMarkdown,
  readOdt,
  readReturned,
  settled,
  textTakenAs,
  withKinds,
  type Incoming,
  type ReturnedFile,
  type ReturnedName,
  type TrackedIn,
} from '@plenary/exchange/domain';
import { bytesOf, pause } from './on-this-device';
import { pasteRules, readPage } from './read-page';

/** What was read of a file: a text, and what stands beside it. */
export interface FileRead {
  readonly incoming: Incoming;
  /** EXC-24: null where there is nothing that a statement could keep beside its text. */
  readonly beside: Beside | null;
}

/** What a Word file has beside its text. */
export interface Beside {
  readonly file: ReturnedFile;
  /** What will come of it, name by name. */
  readonly names: readonly ReturnedName[];
}

/**
 * EXC-10: what is understood of a file. It is read on this device and goes nowhere. Throws `exchange.…`.
 * `language` is that of whoever brings it: by it text is spelled that is no UTF-8.
 */
export async function readFile(file: File, tracked: TrackedIn, language: string): Promise<FileRead> {
  const bytes = await bytesOf(file);
  const found = kindOfFile(bytes, file.name, language === 'ar' ? 'windows-1256' : 'windows-1252');
  if (found.kind === 'docx') return readWord(bytes, tracked);
  if (found.kind === 'odt') return alone(await readOdt(bytes, textTakenAs(tracked), pause));
  // The page says first that it reads: what comes now is done in one go.
  await pause();
  if (found.kind === 'md') return alone(readMarkdown(found.text));
  return alone(found.kind === 'html' ? readPage(found.text) : readText(found.text));
}

const alone = (incoming: Incoming): FileRead => ({ incoming, beside: null });

async function readWord(bytes: Uint8Array, tracked: TrackedIn): Promise<FileRead> {
  const incoming = await readDocx(bytes, textTakenAs(tracked), pause);
  const { insertions, deletions, settings = 0, notCarried } = incoming;
  if (insertions + deletions + settings + (notCarried.comments ?? 0) === 0) return alone(incoming);
  const { file } = await readReturned(bytes, pause, tracked);
  return { incoming, beside: { file, names: await comesWith(incoming.paragraphs, file, pause) } };
}

/** EXC-13 */
function readText(text: string): Incoming {
  const { paragraphs } = readPlain(text, pasteRules);
  return {
    ...{ title: null, language: null, paragraphs: settled(withKinds(draftsOf(paragraphs))) },
    ...{ insertions: 0, deletions: 0, notCarried: {}, of: null },
  };
}
