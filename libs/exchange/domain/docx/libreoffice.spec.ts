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
});
