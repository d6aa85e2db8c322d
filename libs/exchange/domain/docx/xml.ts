import { lineBreak } from '@plenary/ground/text';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot say, even escaped: controls, halves of a pair, and the two that are no characters. */
const notInXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text for XML, between tags and in values. */
export const xmlText = (text: string): string =>
  text.replace(notInXml, '').replace(/[&<>"]/g, (sign) => signs[sign]!);

/** The words of a run, with its line breaks and tabs; of deleted ones with the name that Word has for those. */
export const wordsInRun = (text: string, name: 't' | 'delText' = 't'): string =>
  text
    .split(new RegExp(`([${lineBreak}\\n\\t])`))
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      if (piece === '\n' || piece === lineBreak) return '<w:br/>';
      return `<w:${name} xml:space="preserve">${xmlText(piece)}</w:${name}>`;
    })
    .join('');

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const office = 'http://schemas.openxmlformats.org';
/** Names under which parts of the file speak of one another. */
export const names = {
  word: `${office}/wordprocessingml/2006/main`,
  relations: `${office}/officeDocument/2006/relationships`,
  package: `${office}/package/2006/relationships`,
  types: `${office}/package/2006/content-types`,
  core: `${office}/package/2006/metadata/core-properties`,
  custom: `${office}/officeDocument/2006/custom-properties`,
} as const;

/** A part of the file whose elements are Word's. */
export const wordPart = (root: string, body: string): string =>
  `${xmlHead}<w:${root} xmlns:w="${names.word}" xmlns:r="${names.relations}">${body}</w:${root}>`;
