import { lineBreak } from '@plenary/ground/text';
import { failExchange } from '../../exchange.errors.js';
import { wordsOf } from '../../outgoing/outgoing.js';
import { openZip } from '../docx/open-zip.js';
import { Tally, type TrackedAs } from '../docx/story-reader.js';
import { Effort, walkXml } from '../docx/walk-xml.js';
import { settled, type Draft, type Incoming } from '../incoming.js';
import { OdtStory } from './odt-story.js';
import { OdtStyles } from './odt-styles.js';

/** Parts that are read; programs stand in folders of their own. */
function wanted(name: string): boolean {
  if (/^(Basic|Scripts)\/./.test(name)) failExchange('exchange.macros');
  return /^(content\.xml|styles\.xml|META-INF\/manifest\.xml)$/.test(name);
}

/**
 * EXC-34: an OpenDocument text as paragraphs, with its tracked changes as if all were accepted, or all rejected. Throws
 * `exchange.…`. `pause` is awaited after each piece of work.
 */
export async function readOdt(
  bytes: Uint8Array,
  tracked: TrackedAs = 'accepted',
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Incoming> {
  const parts = openZip(bytes, wanted);
  const effort = new Effort(pause);
  const manifest = parts.get('META-INF/manifest.xml');
  const enter = (name: string) => void (name === 'encryption-data' && failExchange('exchange.file-locked'));
  if (manifest) await walkXml(manifest, { enter, leave: () => undefined }, effort);
  const content = parts.get('content.xml') ?? failExchange('exchange.file-broken');
  const [styles, tally] = [new OdtStyles(), new Tally()];
  await styles.read(parts.get('styles.xml') ?? '<none/>', effort);
  await styles.read(content, effort);
  const story = new OdtStory(styles, tracked, tally);
  await walkXml(content, story, effort);
  story.end();
  const { title, drafts } = withTitle(story.drafts);
  const { insertions, deletions, notCarried } = tally;
  return {
    ...{ title, paragraphs: settled(drafts), insertions, deletions, notCarried, of: null },
    language: languageOf(styles, drafts),
  };
}

/** The first words of a file are its title where their style says so. */
function withTitle(drafts: OdtStory['drafts']): { title: string | null; drafts: readonly Draft[] } {
  const first = drafts.findIndex(({ content }) => wordsOf(content).trim() !== '');
  if (first < 0 || !drafts[first]!.title) return { title: null, drafts };
  const title = wordsOf(drafts[first]!.content).replaceAll(lineBreak, ' ').trim();
  return { title, drafts: drafts.slice(first + 1) };
}

/** The language of texts from right to left counts where most paragraphs run so. */
function languageOf({ languages }: OdtStyles, drafts: readonly Draft[]): string | null {
  const right = drafts.filter(({ runs }) => runs === 'rtl').length;
  const said = right * 2 > drafts.length ? languages.complex : languages.usual;
  return said && /^[a-z]{2,3}$/i.test(said) && !/^(none|zxx)$/i.test(said) ? said.toLowerCase() : null;
}
