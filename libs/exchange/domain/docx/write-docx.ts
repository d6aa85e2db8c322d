import { Zip, ZipDeflate } from 'fflate';
import { directionOf } from '@plenary/ground/kernel';
import type { Outgoing } from '../outgoing/outgoing.js';
import { BodyWriter, linkRelation } from './body-writer.js';
import { Comments } from './comments-part.js';
import { languageMark, stylesPart } from './styles-part.js';
import { names, wordPart, xmlHead, xmlText } from './xml.js';

/** Paragraphs that are written before others have their turn. */
const atOnce = 100;
/** No moment of its making is in a file: two of the same text are equal. */
const noTime = new Date(1980, 0, 2);

/** Names of what a file says of the statement that it was made of. */
export const properties = { statement: 'StatementId', moment: 'StatementMoment' } as const;

/**
 * EXC-2: a statement as a Word file. `pause` is awaited after each piece of work, so that a long text holds up nobody.
 */
export async function writeDocx(
  out: Outgoing,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Uint8Array> {
  const file = new ZipFile();
  const { title, paragraphs, language, marks } = out;
  const comments = marks && marks.remarks.length > 0 ? new Comments(marks, language) : null;
  const body = new BodyWriter(out, comments?.ids);
  const pieces = [body.title(title, marks?.onTitle)];
  const lines = marks ? marks.lines.map((line) => () => body.line(line)) : paragraphs.map((each) => () => body.paragraph(each)); // prettier-ignore
  for (let at = 0; at < lines.length; at += atOnce) {
    pieces.push(
      lines
        .slice(at, at + atOnce)
        .map((write) => write())
        .join(''),
    );
    await pause();
  }
  const parts = comments ? [...usualParts, ...commentParts] : usualParts;
  file.add('[Content_Types].xml', [contentTypes(parts)]);
  file.add('_rels/.rels', [packageRelations]);
  file.add('docProps/core.xml', [core(out)]);
  file.add('docProps/custom.xml', [custom(out)]);
  file.add('word/_rels/document.xml.rels', [documentRelations(parts, body.links)]);
  file.add('word/styles.xml', [stylesPart(language)]);
  file.add('word/numbering.xml', [body.numbering.part()]);
  file.add('word/settings.xml', [settings(language)]);
  file.add('word/footer1.xml', [footer]);
  if (comments) {
    file.add('word/comments.xml', [comments.part()]);
    file.add('word/commentsExtended.xml', [comments.extendedPart()]);
  }
  const notes = body.notes.map((text, at) => body.writtenNote(text, at));
  file.add('word/footnotes.xml', framed('footnotes', [noteLines, ...notes]));
  await pause();
  file.begin('word/document.xml');
  for (const piece of framed('document', ['<w:body>', ...pieces, sectionOf(language), '</w:body>'])) {
    file.write(piece);
    await pause();
  }
  return file.end();
}

/** The pieces of a part, with what stands around them. */
function framed(root: string, pieces: readonly string[]): string[] {
  const [head, tail] = wordPart(root, '\u0000').split('\u0000');
  return [head!, ...pieces, tail!];
}

/** Written piece by piece. */
class ZipFile {
  private readonly chunks: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });
  private readonly encoder = new TextEncoder();
  private open: ZipDeflate | null = null;

  add(name: string, pieces: readonly string[]): void {
    this.begin(name);
    for (const piece of pieces) this.write(piece);
  }

  begin(name: string): void {
    this.close();
    this.open = Object.assign(new ZipDeflate(name, { level: 6 }), { mtime: noTime });
    this.zip.add(this.open);
  }

  write(piece: string): void {
    this.open?.push(this.encoder.encode(piece));
  }

  end(): Uint8Array {
    this.close();
    this.zip.end();
    const all = new Uint8Array(this.chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }

  private close(): void {
    this.open?.push(new Uint8Array(0), true);
    this.open = null;
  }
}

/** A part of the file: its name, what it is, and the name under which the words speak of it. */
type Part = readonly [name: string, type: string, relation: string];

const usualParts: readonly Part[] = [
  ['styles', 'styles', `${names.relations}/styles`],
  ['numbering', 'numbering', `${names.relations}/numbering`],
  ['settings', 'settings', `${names.relations}/settings`],
  ['footnotes', 'footnotes', `${names.relations}/footnotes`],
  ['footer1', 'footer', `${names.relations}/footer`],
];
const commentParts: readonly Part[] = [
  ['comments', 'comments', `${names.relations}/comments`],
  [
    'commentsExtended',
    'commentsExtended',
    'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  ],
];
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const contentTypes = (parts: readonly Part[]): string =>
  `${xmlHead}<Types xmlns="${names.types}">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>` +
  parts
    .map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${type}+xml"/>`)
    .join('') +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>' +
  '</Types>';

const relation = (id: string, type: string, target: string, isOutside = false): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${xmlText(target)}"${isOutside ? ' TargetMode="External"' : ''}/>`;

const packageRelations =
  `${xmlHead}<Relationships xmlns="${names.package}">` +
  relation('rId1', `${names.relations}/officeDocument`, 'word/document.xml') +
  relation('rId2', `${names.package}/metadata/core-properties`, 'docProps/core.xml') +
  relation('rId3', `${names.relations}/custom-properties`, 'docProps/custom.xml') +
  '</Relationships>';

const documentRelations = (parts: readonly Part[], links: readonly string[]): string =>
  `${xmlHead}<Relationships xmlns="${names.package}">` +
  parts.map(([name, , type], at) => relation(`rId${at + 1}`, type, `${name}.xml`)).join('') +
  links.map((href, at) => relation(linkRelation(at + 1), `${names.relations}/hyperlink`, href, true)).join('') +
  '</Relationships>'; // prettier-ignore

/** EXC-5: what a file says of itself: its title, its language, and by whom it is where somebody chose to say that. */
const core = ({ title, by, language }: Outgoing): string =>
  `${xmlHead}<cp:coreProperties xmlns:cp="${names.core}" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(by ?? '')}</dc:creator>` +
  `<dc:language>${xmlText(language)}</dc:language></cp:coreProperties>`;

const custom = ({ id, moment }: Outgoing): string =>
  `${xmlHead}<Properties xmlns="${names.custom}" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">` +
  property(2, properties.statement, id) +
  property(3, properties.moment, String(moment)) +
  '</Properties>';

const property = (id: number, name: string, value: string): string =>
  `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${name}"><vt:lpwstr>${xmlText(value)}</vt:lpwstr></property>`;

const settings = (language: string): string =>
  wordPart(
    'settings',
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' +
      '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
      languageMark(language).replace('w:lang', 'w:themeFontLang'),
  );

const noteLine = (id: number, type: string, mark: string): string =>
  `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${mark}/></w:r></w:p></w:footnote>`;
const noteLines =
  noteLine(-1, 'separator', 'separator') + noteLine(0, 'continuationSeparator', 'continuationSeparator');

const field = (name: string): string =>
  `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
const footer = wordPart(
  'ftr',
  `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${field('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field('NUMPAGES')}</w:p>`,
);

/** A4 with the margins of the print view, in twentieths of a point. */
const sectionOf = (language: string): string =>
  '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1247" w:right="1417" w:bottom="1361" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>' +
  `${directionOf(language) === 'rtl' ? '<w:bidi/>' : ''}</w:sectPr>`;
