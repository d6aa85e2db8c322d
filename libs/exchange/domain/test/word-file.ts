import { strToU8, zipSync } from 'fflate';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Names as Word declares them, also those that nothing uses. */
const declared =
  `xmlns:w="${w}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Parts of a file as Word writes them; what is left out is as in an empty one. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly links?: string;
  readonly mainType?: string;
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

const usualStyles =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  // As a Word in German names them: ids are of its language, names are not.
  '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Listenabsatz"><w:name w:val="List Paragraph"/></w:style>' +
  '<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>';

const part = (root: string, inner: string): Uint8Array =>
  strToU8(`${head}<w:${root} ${declared} mc:Ignorable="w14">${inner}</w:${root}>`);

/** A Word file with these parts. */
export function wordFile(parts: WordParts): Uint8Array {
  const { body, styles = usualStyles, mainType = `${wordType}.document.main+xml` } = parts;
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
    ),
    'docProps/app.xml': strToU8(`${head}<Properties><Application>Microsoft Office Word</Application></Properties>`),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr w:rsidR="00A1"/></w:body>`),
    'word/styles.xml': part('styles', styles),
    'word/_rels/document.xml.rels': strToU8(
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts.links ?? ''}</Relationships>`,
    ),
  };
  for (const name of ['numbering', 'footnotes', 'endnotes', 'comments'] as const)
    if (parts[name] !== undefined) files[`word/${name}.xml`] = part(name, parts[name]);
  return zipSync({ ...files, ...parts.more });
} // prettier-ignore

/** A paragraph as Word writes it: ids of edits, a language on each run, words cut in pieces where it liked to. */
export const p = (properties: string, ...runs: string[]): string =>
  `<w:p w14:paraId="1A2B3C4D" w:rsidR="00B2" w:rsidRDefault="00B2"><w:pPr>${properties}<w:rPr><w:lang w:val="en-GB"/></w:rPr></w:pPr>` +
  `<w:proofErr w:type="spellStart"/>${runs.join('')}<w:proofErr w:type="spellEnd"/></w:p>`;

export const r = (text: string, properties = ''): string =>
  [...(text.match(/.{1,5}/gsu) ?? [])]
    .map((piece) => `<w:r w:rsidRPr="00C3"><w:rPr>${properties}<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">${piece}</w:t></w:r>`)
    .join(''); // prettier-ignore

const by = 'w:id="9" w:author="Noor" w:date="2026-03-01T10:00:00Z"';
export const inserted = (...inner: string[]): string => `<w:ins ${by}>${inner.join('')}</w:ins>`;
export const deleted = (text: string): string =>
  `<w:del ${by}><w:r><w:rPr/><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
export const markInserted = `<w:rPr><w:ins ${by}/></w:rPr>`;
export const markDeleted = `<w:rPr><w:del ${by}/></w:rPr>`;
export const item = (list: number, depth: number): string =>
  `<w:pStyle w:val="Listenabsatz"/><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;

/** Word's own list of many levels: 1. a. i. and so on; list 2 begins anew at 5, list 3 has bullets. */
export const manyLevels =
  `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${['decimal', 'lowerLetter', 'lowerRoman']
    .map((format, at) => `<w:lvl w:ilvl="${at}" w:tplc="0409000F"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%${at + 1}."/><w:lvlJc w:val="left"/></w:lvl>`)
    .join('')}</w:abstractNum>` +
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'; // prettier-ignore
