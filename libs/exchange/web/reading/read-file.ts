import { readPlain } from '@plenary/ground/web/editor/paste';
import {
  draftsOf,
  kindOfFile,
  readDocx,
  readMarkdown,
  readOdt,
  settled,
  withKinds,
  type Incoming,
  type TrackedAs,
} from '@plenary/exchange/domain';
import { bytesOf, pause } from './on-this-device';
import { pasteRules, readPage } from './read-page';

/**
 * EXC-10: what is understood of a file. It is read on this device and goes nowhere. Throws `exchange.…`.
 * `language` is that of whoever brings it: by it text is spelled that is no UTF-8.
 */
export async function readFile(file: File, tracked: TrackedAs, language: string): Promise<Incoming> {
  const bytes = await bytesOf(file);
  const found = kindOfFile(bytes, file.name, language === 'ar' ? 'windows-1256' : 'windows-1252');
  if (found.kind === 'docx') return readDocx(bytes, tracked, pause);
  if (found.kind === 'odt') return readOdt(bytes, tracked, pause);
  // The page says first that it reads: what comes now is done in one go.
  await pause();
  if (found.kind === 'md') return readMarkdown(found.text);
  return found.kind === 'html' ? readPage(found.text) : readText(found.text);
}

/** EXC-13 */
function readText(text: string): Incoming {
  const { paragraphs } = readPlain(text, pasteRules);
  return {
    ...{ title: null, language: null, paragraphs: settled(withKinds(draftsOf(paragraphs))) },
    ...{ insertions: 0, deletions: 0, notCarried: {}, of: null },
  };
}
