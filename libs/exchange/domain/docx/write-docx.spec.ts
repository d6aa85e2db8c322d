import { SaxesParser } from 'saxes';
import type { RichParagraph } from '@plenary/ground/text';
import { outgoing, type Outgoing } from '../outgoing/outgoing.js';
import { debate } from '../test/debate.js';
import { unzipped } from '../test/unzipped.js';
import { bookmarkOf, paragraphOf } from './paragraph-names.js';
import { writeDocx } from './write-docx.js';

const facts = { id: 'statement-1', title: 'On rescue', language: 'en', moment: 42, by: null };
const fileOf = async (rich: readonly RichParagraph[], more: Partial<Outgoing> = {}) =>
  unzipped(await writeDocx(outgoing({ ...facts, ...more }, rich)));
const paragraphs = (xml: string) => xml.match(/<w:p>.*?<\/w:p>/g) ?? [];
const one = async (rich: Omit<RichParagraph, 'attributes'> & Partial<RichParagraph>, language = 'en') =>
  paragraphs((await fileOf([{ attributes: {}, ...rich }], { language }))['word/document.xml']!)[1]!;

describe('a statement as a Word file', () => {
  it('EXC-2 is well-formed in all its parts, and says what each part is', async () => {
    const file = await fileOf(debate);
    for (const [name, part] of Object.entries(file)) {
      expect(() => new SaxesParser({ xmlns: true }).write(part).close()).not.toThrow();
      if (/^(word|docProps)\/[^_]*$/.test(name))
        expect(file['[Content_Types].xml']).toContain(`PartName="/${name}"`);
    }
  });

  it('EXC-2 has headings, quotes and what goes on in items by the names of Word’s styles', async () => {
    const { 'word/document.xml': xml } = await fileOf(debate);
    const styles = paragraphs(xml!).map((each) => /<w:pStyle w:val="(\w+)"/.exec(each)?.[1] ?? '');
    expect(styles.filter((each) => !['', 'ListParagraph'].includes(each))).toEqual([
      ...['Title', 'Heading1', 'Heading2', 'ListContinue2', 'Quote'],
    ]);
  });

  it('EXC-3 a list is one of Word’s own lists as long as it counts on, and each kind of paragraph is one', async () => {
    const { 'word/document.xml': xml, 'word/numbering.xml': numbering } = await fileOf(debate);
    const of = (words: string) => {
      const found = paragraphs(xml!).find((each) => each.includes(`>${words}<`))!;
      return /<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"/.exec(found)?.slice(1).join(':');
    };
    expect([of('by sea'), of('by land')]).toEqual([of('by land'), of('by sea')]);
    expect(of('open safe routes')).toBe(of('end detention'));
    expect(of('report')).toBe(of('open safe routes'));
    expect(of('as before')).not.toBe(of('report'));
    expect(of('and after')).toBe(of('as before'));
    const list = of('as before')!.split(':')[1];
    expect(numbering).toMatch(new RegExp(`w:numId="${list}">.*?<w:startOverride w:val="7"`));
    expect(of('Recalling the Global Compact,')).toBe('0:2');
    expect(numbering).toContain('<w:lvlText w:val="PP%1"/>');
  });

  it('EXC-2 a footnote is one of Word’s, where it stands', async () => {
    const file = await fileOf(debate);
    const [, preambular] = paragraphs(file['word/document.xml']!).filter((each) => /footnoteRef|Alarmed/.test(each));
    expect(preambular).toContain('<w:footnoteReference w:id="2"/>');
    expect(file['word/footnotes.xml']).toMatch(/w:footnote w:id="1">.*IOM, Missing Migrants/);
    expect(file['word/settings.xml']).toContain('<w:footnote w:id="-1"/>');
  }); // prettier-ignore

  it('EXC-2 what runs from right to left is marked so, paragraph and words, and the file has its language', async () => {
    const arabic = await one({ content: [{ text: 'حق Geneva 2024 الآن' }] }, 'ar');
    expect(arabic).toContain('<w:bidi/>');
    expect(arabic.match(/<w:r>.*?<\/w:r>/g)).toEqual([
      '<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">حق </w:t></w:r>',
      '<w:r><w:t xml:space="preserve">Geneva</w:t></w:r>',
      '<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve"> 2024 الآن</w:t></w:r>',
    ]);
    expect(await one({ content: [{ text: 'Nobody drowns' }] })).not.toMatch(/bidi|rtl/);
    expect((await fileOf(debate, { language: 'ar' }))['word/styles.xml']).toContain('<w:lang w:bidi="ar"/>');
  });

  it('EXC-4 bears the statement’s id and moment, and each paragraph’s id as a bookmark', async () => {
    const file = await fileOf(debate);
    expect(file['docProps/custom.xml']).toMatch(/name="StatementId"><vt:lpwstr>statement-1</);
    expect(file['docProps/custom.xml']).toMatch(/name="StatementMoment"><vt:lpwstr>42</);
    const marks = [...file['word/document.xml']!.matchAll(/bookmarkStart w:id="\d+" w:name="(\w+)"/g)];
    expect(marks.map(([, name]) => paragraphOf(name!))).toEqual(
      debate.filter(({ content }) => content.length > 0).map(({ id }) => id),
    );
    for (const id of ['y4294967295.4294967295', '0198f0a2-7b7b-7c4c-8a8b-2f1f1b1a1c1d']) {
      expect(bookmarkOf(id)!.length).toBeLessThanOrEqual(40);
      expect(paragraphOf(bookmarkOf(id)!)).toBe(id);
    }
    expect(bookmarkOf('no "name"')).toBeNull();
  });

  it('EXC-5 names nobody, no program, no path and no time, unless the coalition was chosen', async () => {
    const file = await fileOf(debate);
    const all = Object.values(file).join('\n');
    expect(file['docProps/core.xml']).toContain('<dc:creator></dc:creator>');
    const said = all.match(
      /Plenary|docx\b|Un-named|lastModifiedBy|<Application|Company|rsid|\/work\/|dcterms/i,
    );
    expect(said).toBeNull();
    expect(Object.keys(file)).not.toContain('docProps/app.xml');
    const named = await fileOf(debate, { by: 'Resist & Realise' });
    expect(named['docProps/core.xml']).toContain('<dc:creator>Resist &amp; Realise</dc:creator>');
  });

  it('EXC-5 is the same to the last byte whenever it is made', async () => {
    const out = outgoing(facts, debate);
    const [first, second] = [await writeDocx(out), await writeDocx(out)];
    expect(Buffer.from(first).equals(second)).toBe(true);
    expect(Buffer.from(first).readUInt32LE(10)).toBe(((1980 - 1980) << 25) | (1 << 21) | (2 << 16));
  });

  it('runs nothing and asks for nothing: markup in words is words, and addresses are links alone', async () => {
    const hostile = '</w:t></w:r><w:r><w:instrText>INCLUDEPICTURE "http://evil.example"</w:instrText>';
    const file = await fileOf([
      { attributes: {}, content: [{ text: hostile }, { text: 'x', formats: { link: { href: 'javascript:1' } } }, { embed: 'footnote', values: { text: hostile } }] },
    ]); // prettier-ignore
    expect(file['word/document.xml']).not.toContain('<w:instrText');
    expect(file['word/footnotes.xml']).not.toContain('<w:instrText');
    expect(file['word/_rels/document.xml.rels']).not.toMatch(/javascript|External/);
  });

  it('EXC-9 lets others have their turn amid a long text', async () => {
    let turns = 0;
    const long = Array.from({ length: 1_000 }, () => ({ attributes: {}, content: [{ text: 'We ask.' }] }));
    await writeDocx(outgoing(facts, long), async () => void turns++);
    expect(turns).toBeGreaterThan(10);
  });
});
