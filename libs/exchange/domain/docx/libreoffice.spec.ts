import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { lineBreak } from '@plenary/ground/text';
import { outgoing, wordsOf } from '../outgoing/outgoing.js';
import { debate } from '../test/debate.js';
import { unzipped } from '../test/unzipped.js';
import { readDocx } from '../incoming/docx/read-docx.js';
import type { Marks } from '../marked/marked.js';
import { markedDebate } from '../test/marked-debate.js';
import { writeDocx } from './write-docx.js';

const run = promisify(execFile);
const out = outgoing({ id: 's', title: 'On rescue', language: 'en', moment: 42, by: null }, debate);

/**
 * A second opinion on the Word file: LibreOffice opens it, and what it then says of text, numbers, notes and directions is
 * what the statement says. It is needed for this spec alone; `.ci/run` installs it.
 */
describe('a Word file, as LibreOffice sees it', () => {
  let folder: string;
  const lines: string[] = [];
  let odt: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plenary-office-'));
    await writeFile(join(folder, 'call.docx'), await writeDocx(out));
    // A profile of its own: another office that runs here does not answer for it.
    const own = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const convert = (to: string) =>
      run('soffice', [own, '--headless', '--convert-to', to, '--outdir', folder, join(folder, 'call.docx')]);
    await convert('txt:Text (encoded):UTF8');
    await convert('fodt');
    const text = await readFile(join(folder, 'call.txt'), 'utf8');
    lines.push(...text.replace(/^\ufeff/, '').split(/\r?\n/).map((line) => line.trim()).filter(Boolean)); // prettier-ignore
    odt = await readFile(join(folder, 'call.fodt'), 'utf8');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('EXC-2, EXC-3 all words are there in their order, behind the numbers that the screen shows', () => {
    const wanted = out.paragraphs.flatMap(({ style, number, content }) => {
      const sign = number.label ?? (number.listNumber === null ? '' : `${number.listNumber}.`);
      const words = content.map((each) => ('text' in each ? each.text : '§')).join('');
      return words.split(lineBreak).map((line, at) => {
        if (at > 0) return line;
        return style === 'bullet' ? `• ${line}` : `${sign} ${line}`.trim();
      });
    });
    // Which bullets an office draws in plain text is its own affair; notes are numbers there.
    let notes = 0;
    const numbered = wanted.map((line) => line.replace(/§/g, () => String(++notes)));
    const seen = lines.map((line) => line.replace(/^[•◦▪–]\s*/, '• ').replace(/^(\S+)\t/, '$1 '));
    expect(seen.slice(0, numbered.length + 1)).toEqual(['On rescue', ...numbered]);
  });

  it('EXC-2 notes are footnotes with their words', () => {
    const notes = [...odt.matchAll(/<text:note [^>]*text:note-class="footnote".*?<\/text:note>/gs)];
    const texts = notes.map(([note]) => note.replace(/^.*<text:note-body>/s, '').replace(/<[^>]*>/g, '').trim()); // prettier-ignore
    const wanted = out.paragraphs
      .flatMap(({ content }) => content)
      .flatMap((each) => ('embed' in each ? [each.values['text']!.replace(/</g, '&lt;').replace(/>/g, '&gt;')] : [])); // prettier-ignore
    expect(texts).toEqual(wanted);
  });

  it('EXC-2 headings have their levels, links their addresses, and what runs from right to left does', () => {
    const headings = [...odt.matchAll(/<text:h [^>]*text:outline-level="(\d)"[^>]*>(.*?)<\/text:h>/gs)];
    expect(headings.map(([, level, words]) => [Number(level), words!.replace(/<[^>]*>/g, '')])).toEqual(
      out.paragraphs.filter(({ style }) => style === 'heading').map(({ level, content }) => [level, wordsOf(content)]),
    ); // prettier-ignore
    expect(odt).toContain('xlink:href="https://example.org/?a=1&amp;b=&quot;2&quot;"');
    for (const { runs, content } of out.paragraphs) {
      const words = wordsOf(content).slice(0, 8).split(/[<&"“]/)[0]!;
      const found = new RegExp(`<text:(?:p|h) [^>]*text:style-name="([^"]+)"[^>]*>(?:<[^>]*>)*${words}`).exec(odt);
      const style = new RegExp(`<style:style style:name="${found?.[1]}"[^>]*(?:/>|[^/]>.*?</style:style>)`, 's').exec(odt)?.[0];
      expect([words, /writing-mode="rl-tb"/.test(style ?? '')]).toEqual([words, runs === 'rtl']);
    } // prettier-ignore
  });

  it('EXC-4 what it saves as Word again still names the statement and its paragraphs', async () => {
    const again = join(folder, 'again');
    const own = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    await run('soffice', [own, '--headless', '--convert-to', 'docx', '--outdir', again, join(folder, 'call.fodt')]); // prettier-ignore
    const file = unzipped(await readFile(join(again, 'call.docx')));
    const names = (xml: string) => [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="(_p\w+)"/g)].map(([, name]) => name); // prettier-ignore
    const before = unzipped(await writeDocx(out))['word/document.xml']!;
    expect(names(file['word/document.xml']!)).toEqual(names(before));
    expect(file['docProps/custom.xml']).toContain('name="StatementMoment"');
  });

  describe('with suggestions and comments, saved again', () => {
    const files = new Map<string, readonly [before: Uint8Array, after: Uint8Array]>();
    const file = (name: string) => files.get(name)!.map(unzipped) as [Parts, Parts];

    beforeAll(async () => {
      const { marks, ...out } = markedDebate();
      const own = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const again = join(folder, 'marked-again');
      const all = { suggested: { ...out, marks: withoutRemarks(marks!) }, marked: { ...out, marks: marks! } };
      for (const [name, each] of Object.entries(all))
        await writeFile(join(folder, `${name}.docx`), await writeDocx(each));
      const sources = Object.keys(all).map((name) => join(folder, `${name}.docx`));
      await run('soffice', [own, '--headless', '--convert-to', 'docx', '--outdir', again, ...sources]);
      for (const name of Object.keys(all))
        files.set(name, [
          await readFile(join(folder, `${name}.docx`)),
          await readFile(join(again, `${name}.docx`)),
        ]);
    });

    // LibreOffice 7.4 gives a note the words of another, or none, in any file that has comments between its notes.
    it.each([
      ['suggested', true],
      ['marked', false],
    ])(
      'EXC-30 words, numbers and directions of %s are the same, accepted and rejected',
      async (name, notes) => {
        const [before, after] = files.get(name)!;
        for (const as of ['accepted', 'rejected'] as const) {
          const [one, other] = [await readDocx(before, as), await readDocx(after, as)];
          expect(other.paragraphs.map(seen(notes))).toEqual(one.paragraphs.map(seen(notes)));
        }
      },
    );

    it('EXC-30 each revision is there, with its author', () => {
      const [before, after] = file('marked');
      const revised = revisions(before['word/document.xml']!);
      expect(revised).toHaveLength(5);
      expect(revisions(after['word/document.xml']!)).toEqual(revised);
    });

    it('EXC-31 each comment is there, with its author, and done with or not', () => {
      const [before, after] = file('marked').map(commentsOf);
      expect(before).toHaveLength(4);
      expect(after).toEqual(before);
      expect(file('marked').map((each) => /w15:done="1"/.test(each['word/commentsExtended.xml']!))).toEqual([
        ...[true, true],
      ]);
    });
  });
});

type Parts = Record<string, string>;
const withoutRemarks = ({ lines }: Marks): Marks => ({
  ...{ remarks: [], onTitle: [] },
  lines: lines.map(({ pieces, ...line }) => ({
    ...line,
    pieces: pieces.map((piece) => ({ ...piece, opens: [], closes: [] })),
  })),
});

/** Who says what, in whichever order. */
const commentsOf = (file: Parts): string[] =>
  [...file['word/comments.xml']!.matchAll(/<w:comment [^>]*?w:author="([^"]*)".*?<\/w:comment>/gs)]
    .map(([whole, author]) => `${author}: ${whole.replace(/<[^>]*>/g, '')}`)
    .sort();

/** Words, numbers, directions, and notes with their words. */
const seen =
  (notes: boolean) =>
  ({ attributes, content, runs }: Awaited<ReturnType<typeof readDocx>>['paragraphs'][number]) => ({
    ...{ attributes, runs: runs ?? 'ltr' },
    content: content
      .map((each) => ('text' in each ? each.text : notes ? `[${each.values['text']}]` : ''))
      .join(''),
  });

/** Who brought what, and who took what away, word by word however it was cut in pieces. */
function revisions(xml: string): string[] {
  const said: { kind: string; author: string; words: string }[] = [];
  for (const [, kind, author, inner] of xml.matchAll(/<w:(ins|del) [^>]*w:author="([^"]*)"[^>]*[^/]>(.*?)<\/w:\1>/gs)) {
    const words = inner!.replace(/<w:footnoteReference[^>]*>/g, '§').replace(/<[^>]*>/g, '');
    const last = said.at(-1);
    if (last && last.kind === kind && last.author === author) last.words += words;
    else said.push({ kind: kind!, author: author!, words });
  }
  return said.map(({ kind, author, words }) => `${kind} ${author}: ${words}`);
} // prettier-ignore
