import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { writeDocx } from '../../docx/write-docx.js';
import { outgoing, wordsOf } from '../../outgoing/outgoing.js';
import { debate } from '../../test/debate.js';
import { markedDebate } from '../../test/marked-debate.js';
import { readDocx } from '../docx/read-docx.js';
import { kindOfFile } from '../file-kind.js';
import { importLimits } from '../limits.js';
import { readOdt } from './read-odt.js';

const file = (name: string) => new Uint8Array(readFileSync(join('libs/exchange/domain/test/files', name)));
const facts = { id: 's', title: 'x', language: 'en', moment: 1, by: null };

const names = ['office', 'style', 'text', 'table', 'draw', 'xlink', 'fo', 'dc', 'meta', 'manifest'];
const root = (name: string, inner: string) =>
  `<${name} ${names.map((each) => `xmlns:${each}="urn:${each}"`).join(' ')}>${inner}</${name}>`;
const styles =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/></style:style>';
const odt = (text: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      root('office:document-content', `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`),
    ),
    ...Object.fromEntries(Object.entries(more).map(([name, part]) => [name, strToU8(part)])),
  }); // prettier-ignore
const p = (inner: string, style = '') => `<text:p${style && ` text:style-name="${style}"`}>${inner}</text:p>`;
const lines = async (bytes: Uint8Array, as: 'accepted' | 'rejected' = 'accepted') =>
  (await readOdt(bytes, as)).paragraphs.map(({ content }) => wordsOf(content));
const refused = (bytes: Uint8Array) => readOdt(bytes).then(() => 'read', (reason: Error) => reason.message); // prettier-ignore
const region = (id: string, kind: string, inner = '') =>
  `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>Noor</dc:creator></office:change-info>${inner}</text:${kind}></text:changed-region>`;

describe('an OpenDocument text', () => {
  it('EXC-34 as LibreOffice writes it: headings, nested lists with their numbers, notes, links, formats', async () => {
    const { language, notCarried, paragraphs } = await readOdt(file('call.odt'));
    expect([language, notCarried]).toEqual(['en', { tables: 1 }]);
    expect(paragraphs.map(({ attributes, content }) => [attributes, wordsOf(content)])).toEqual([
      [{ style: 'heading' }, 'Our call'],
      [{ style: 'heading', level: 2 }, 'Why we speak'],
      [{}, 'We, the people who move, are alarmed by 2,573 deaths at sea.'],
      [{}, 'See our page.'],
      [{ style: 'numbered' }, 'open safe routes'],
      [{ style: 'numbered', indent: 1 }, 'by sea'],
      [{ style: 'numbered', indent: 1 }, 'by land'],
      [{ style: 'numbered' }, 'end detention'],
      [{ style: 'numbered', start: 7 }, 'as before'],
      [{ style: 'bullet' }, 'one'],
      [{ style: 'bullet', indent: 1 }, 'deep'],
      ...['Country', 'Deaths', 'Libya', '12'].map((cell) => [{}, cell]),
      [{}, 'نطالب بحقوق المهاجرين في Geneva 2024 الآن.'],
    ]);
    expect(paragraphs[2]!.content).toContainEqual({ text: 'alarmed', formats: { italic: true } });
    expect(paragraphs[2]!.content).toContainEqual({ text: '2,573 deaths', formats: { bold: true } });
    expect(paragraphs[2]!.content).toContainEqual({ embed: 'footnote', values: { text: 'IOM, 2024.' } });
    expect(paragraphs[3]!.content[1]).toMatchObject({ formats: { link: { href: 'https://example.org/?a=1&b=2' } } });
  }); // prettier-ignore

  it('EXC-34 tells the same of a text as a Word file of the same program does', async () => {
    const [one, other] = [await readOdt(file('call.odt')), await readDocx(file('call.docx'))];
    const seen = ({ paragraphs }: typeof one) =>
      outgoing(facts, paragraphs).paragraphs.map(({ style, indent, number, content }) => [style, indent, number.listNumber, wordsOf(content)]);
    expect(seen(one)).toEqual(seen(other));
  }); // prettier-ignore

  it.each(['accepted', 'rejected'] as const)('EXC-34 tracked changes as LibreOffice keeps them, %s', async (as) => {
    const [odtFile, docx] = [await readOdt(file('revised.odt'), as), await readDocx(await writeDocx(markedDebate()), as)];
    const seen = ({ paragraphs }: typeof odtFile) => paragraphs.map(({ content }) => wordsOf(content));
    expect(seen(odtFile)).toEqual(seen(docx));
    expect(odtFile.insertions).toBeGreaterThan(3);
    expect(odtFile.deletions).toBeGreaterThan(1);
    const notes = odtFile.paragraphs.flatMap(({ content }) => content).filter((each) => 'embed' in each);
    expect(notes).toHaveLength(as === 'accepted' ? 3 : debate.flatMap(({ content }) => content).filter((each) => 'embed' in each).length);
  }); // prettier-ignore

  it('EXC-34 reads insertions and deletions with their ends of paragraphs, and counts comments', async () => {
    const tracked = `<text:tracked-changes>${region('i', 'insertion')}${region('d', 'deletion', p('old') + p('words '))}</text:tracked-changes>`;
    const text = `${tracked}${p('one<text:change-start text:change-id="i"/> and')}${p('more<text:change-end text:change-id="i"/> two')}${p('<text:change text:change-id="d"/>stay<office:annotation>' + p('Why?') + '</office:annotation>')}`;
    expect(await lines(odt(text))).toEqual(['one and', 'more two', 'stay']);
    expect(await lines(odt(text), 'rejected')).toEqual(['one two', 'old', 'words stay']);
    const { insertions, deletions, notCarried } = await readOdt(odt(text));
    expect([insertions, deletions, notCarried]).toEqual([1, 1, { comments: 1 }]);
  }); // prettier-ignore

  it('EXC-34 has directions, spaces and breaks', async () => {
    const { paragraphs } = await readOdt(odt(p('a\n  b<text:s text:c="2"/>c<text:line-break/>d', 'P1')));
    expect(paragraphs).toMatchObject([{ content: [{ text: 'a b  c\u2028d' }], runs: 'rtl' }]);
  });

  it('EXC-12 is told by its bytes', () => {
    expect(kindOfFile(file('call.odt'), 'call.docx').kind).toBe('odt');
    expect(kindOfFile(file('call.docx'), 'call.odt').kind).toBe('docx');
  });

  it('EXC-14 is refused where it means harm: programs, passwords, bombs, entities, nesting, damage', async () => {
    expect(await refused(odt(p('x'), { 'Basic/script-lc.xml': '<a/>' }))).toBe('exchange.macros');
    const locked = root('manifest:manifest', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>');
    expect(await refused(odt(p('x'), { 'META-INF/manifest.xml': locked }))).toBe('exchange.file-locked');
    expect(await refused(odt(' '.repeat(importLimits.partBytes)))).toBe('exchange.file-unfolds');
    const deep = '<text:span>'.repeat(importLimits.depth) + '</text:span>'.repeat(importLimits.depth);
    expect(await refused(odt(p(deep)))).toBe('exchange.file-unfolds');
    expect(await refused(odt(p(`x${'<text:s text:c="100000000"/>'.repeat(10)}`)))).toBe('read');
    expect(await refused(odt('', { 'content.xml': '<!DOCTYPE a [<!ENTITY l "ha">]><a>&l;</a>' }))).toBe('exchange.file-broken');
    expect(await refused(odt(''))).toBe('exchange.no-words');
    const whole = odt(p('We ask'));
    for (const length of [40, 120, whole.length - 30])
      expect(await refused(whole.slice(0, length))).toBe('exchange.file-broken');
  }); // prettier-ignore
});
