import { lineBreak } from '@plenary/ground/text';
import { attributesFrom } from '@plenary/statements/domain';
import {
  deleted,
  inserted,
  item,
  manyLevels,
  markDeleted,
  markInserted,
  p,
  r,
  wordFile,
  type WordParts,
} from '../../test/word-file.js';
import { readDocx } from './read-docx.js';
import type { TrackedAs } from './story-reader.js';

const read = (parts: WordParts, tracked?: TrackedAs) => readDocx(wordFile(parts), tracked);
/** Each paragraph in a line: its style and number, and its words with their formats. */
const lines = async (parts: WordParts, tracked?: TrackedAs) =>
  (await read(parts, tracked)).paragraphs.map(({ attributes, content }) => {
    const { style, level, indent, start } = attributesFrom(attributes);
    const words = content.map((each) => {
      if ('embed' in each) return `[${each.values['text']}]`;
      const { bold, italic, link } = each.formats ?? {};
      const marks = `${bold ? '*' : ''}${italic ? '/' : ''}`;
      return typeof link === 'object' ? `<${link['href']} ${each.text}>` : `${marks}${each.text}${marks}`;
    });
    const place = style === 'heading' ? `h${level} ` : style === 'text' ? '' : `${style} `;
    return `${place}${indent > 0 ? `>${indent} ` : ''}${start > 0 ? `${start}. ` : ''}${words.join('')}`;
  });
const style = (id: string) => `<w:pStyle w:val="${id}"/>`;

describe('a Word file as Word writes it', () => {
  it('EXC-11 headings are known by the names of styles, whatever the language of the Word that wrote it', async () => {
    const body =
      p(style('Titel'), r('Our call')) + p(style('berschrift1'), r('Why', '<w:b/>')) + p(style('berschrift2'), r('Now')) +
      p('<w:outlineLvl w:val="4"/>', r('Deep')) + p(style('Zitat'), r('We stay.')) + p(style('Verzeichnis1'), r('Why 3')) + p('', r('We ask.')); // prettier-ignore
    expect(await lines({ body })).toEqual(['h1 Why', 'h2 Now', 'h3 Deep', 'quote We stay.', 'We ask.']);
    expect(await read({ body })).toMatchObject({
      ...{ title: 'Our call', language: 'en', notCarried: { contents: 1 }, of: null },
    });
  });

  it('EXC-11 nested lists count as Word counts them, and go on after what stands between', async () => {
    const at = (list: number, depth: number, text: string) => p(item(list, depth), r(text));
    const body = [
      at(1, 0, 'one'), at(1, 1, 'a'), at(1, 1, 'b'), at(1, 2, 'i'), p(style('Listenabsatz'), r('goes on')), at(1, 0, 'two'), at(1, 1, 'a again'),
      p('', r('between')), at(1, 0, 'three'), at(2, 0, 'five'), at(2, 0, 'six'), at(3, 0, 'dot'), p(item(0, 0), r('none')),
    ].join(''); // prettier-ignore
    expect(await lines({ body, numbering: manyLevels })).toEqual([
      ...['numbered one', 'numbered >1 a', 'numbered >1 b', 'numbered >2 i', '>3 goes on', 'numbered two'],
      ...['numbered >1 a again', 'between', 'numbered 3. three', 'numbered 5. five', 'numbered six'],
      ...['bullet dot', '>1 none'],
    ]);
  });

  it('EXC-11 notes stand where they are referred to, of both kinds, with all their lines', async () => {
    const note = (id: number, ...paragraphs: string[]) =>
      `<w:footnote w:id="${id}">${paragraphs.map((text) => p('', '<w:r><w:footnoteRef/></w:r>', r(` ${text}`))).join('')}</w:footnote>`;
    const body = p(
      '',
      r('We ask'),
      '<w:r><w:footnoteReference w:id="2"/></w:r>',
      r(' you'),
      '<w:r><w:endnoteReference w:id="1"/></w:r>',
      '<w:r><w:footnoteReference w:id="77"/></w:r>',
    );
    const footnotes = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>${note(2, 'IOM', '2024')}`;
    const endnotes = `<w:endnote w:id="1">${p('', r('The end'))}</w:endnote>`;
    expect(await lines({ body, footnotes, endnotes })).toEqual([`We ask[IOM${lineBreak}2024] you[The end]`]);
    const long = note(2, 'x'.repeat(4_500));
    const { paragraphs } = await read({ body, footnotes: long });
    expect(paragraphs[0]!.content.filter((each) => 'embed' in each)).toHaveLength(3);
  });

  it.each([
    ['accepted', ['We ask now', 'two three', 'moved here', 'row']],
    ['rejected', ['We demand now', 'two', 'three', 'moved from', 'row', 'old row']],
  ] as const)('EXC-11 tracked changes as if all were %s, and their numbers', async (tracked, wanted) => {
    const move = (name: string, text: string) =>
      `<w:${name}RangeStart w:id="1" w:author="N" w:name="m"/><w:${name} w:id="2" w:author="N">${r(text)}</w:${name}><w:${name}RangeEnd w:id="1"/>`;
    const row = (mark: string, text: string) =>
      `<w:tr><w:trPr>${mark}</w:trPr><w:tc><w:tcPr/>${p('', r(text))}</w:tc></w:tr>`;
    const body = [
      p('', r('We '), deleted('demand'), inserted(r('ask')), r(' now', '<w:rPrChange w:id="3"><w:rPr><w:b/></w:rPr></w:rPrChange>')),
      p(markDeleted, r('two ')), p('', r('three')),
      p('', move('moveTo', 'moved here')), p('', move('moveFrom', 'moved from')),
      `<w:tbl><w:tblPr/>${row('', 'row')}${row('<w:del w:id="5" w:author="N"/>', 'old row')}</w:tbl>`,
    ].join(''); // prettier-ignore
    expect(await lines({ body }, tracked)).toEqual(wanted);
    expect(await read({ body }, tracked)).toMatchObject({
      ...{ insertions: 1, deletions: 3, notCarried: { moves: 1, formatting: 1, tables: 1 } },
    });
  });

  it('EXC-11 a paragraph that was only inserted is not there when all are rejected', async () => {
    const body = p('', r('one')) + p(markInserted, inserted(r('new'))) + p('', r('two'));
    expect(await lines({ body }, 'accepted')).toEqual(['one', 'new', 'two']);
    expect(await lines({ body }, 'rejected')).toEqual(['one', 'two']);
  });

  it('EXC-11 counts what is not carried, and loses no word of it', async () => {
    const box =
      '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>' +
      `${p('', r('in a box'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('', r('in a box'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const body = [
      p('', r('before'), box, r(' after'), '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>'),
      p('', r('kept '), r('gone', '<w:strike/>'), r('unseen', '<w:vanish/>'), '<w:r><w:object><v:imagedata/></w:object></w:r>'),
      `<w:tbl><w:tr><w:tc>${p('', r('one'))}</w:tc><w:tc>${p('', r('two'))}<w:tbl><w:tr><w:tc>${p('', r('inner'))}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`,
    ].join(''); // prettier-ignore
    const comments = '<w:comment w:id="0" w:author="Noor"><w:p/></w:comment>'.repeat(3);
    expect(await lines({ body, comments })).toEqual([
      ...['before after', 'in a box', 'kept', 'one', 'two', 'inner'],
    ]);
    expect((await read({ body, comments })).notCarried).toEqual({
      ...{ comments: 3, pictures: 1, tables: 2, drawings: 1, embedded: 1, struck: 1 },
    });
  });

  it('EXC-11 formats, links in both manners, breaks, fields and raised figures', async () => {
    const field = (...parts: string[]) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${parts.join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = p(
      '',
      r('We', '<w:b/>'), r(' ask', '<w:i/>'), r(' not', '<w:b w:val="0"/>'), r('!', '<w:rStyle w:val="Fett"/>'),
      `<w:hyperlink r:id="rId1">${r(' here')}</w:hyperlink><w:hyperlink r:id="rId2">${r(' run')}</w:hyperlink>`,
      field(r('there')), '<w:r><w:br/></w:r>', '<w:r><w:br w:type="page"/></w:r>', r('10'), r('6', '<w:vertAlign w:val="superscript"/>'),
      '<w:r><w:tab/><w:noBreakHyphen/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', r('ok'),
    ); // prettier-ignore
    const link = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="http://x/hyperlink" Target="${target}" TargetMode="External"/>`;
    const links = link('rId1', 'https://a.example') + link('rId2', 'javascript:alert(1)');
    expect(await lines({ body, links })).toEqual([
      `*We*/ ask/ not*!*<https://a.example  here> run<https://b.example there>${lineBreak}10⁶ \u2011ok`,
    ]);
  });

  it('EXC-11 Arabic runs from right to left, with bold as Word says it there, and gives the file its language', async () => {
    const body =
      p('<w:bidi/>', r('نطالب', '<w:bCs/><w:rtl/>'), r(' EU ')) + p('<w:bidi/>', r('بحقوق', '<w:rtl/>')) + p('', r('English')); // prettier-ignore
    const { paragraphs, language } = await read({ body });
    expect(language).toBe('ar');
    expect(paragraphs.map(({ runs }) => runs)).toEqual(['rtl', 'rtl', undefined]);
    expect(paragraphs[0]!.content[0]).toEqual({ text: 'نطالب', formats: { bold: true } });
  });
});
