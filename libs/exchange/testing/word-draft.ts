import { strToU8, zipSync } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"';
const styles =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>';

const paragraph = (text: string, style = ''): string => {
  const words = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const run = `<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00C3"><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r><w:proofErr w:type="spellEnd"/>`;
  return `<w:p w14:paraId="1A2B3C4D" w14:textId="77777777" w:rsidR="00B2" w:rsidRDefault="00B2"><w:pPr>${style}</w:pPr>${text === '' ? '' : run}</w:p>`;
};

/** A Word file that never was here, as Word itself writes it: no bookmarks, no properties; `WordEdits` edit it. */
export function wordDraft(title: string, lines: readonly string[]): Uint8Array {
  const body = [paragraph(title, '<w:pStyle w:val="Titel"/>'), ...lines.map((line) => paragraph(line))];
  const part = (root: string, inner: string) => strToU8(`${head}<w:${root} ${names}>${inner}</w:${root}>`);
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/></Types>`,
    ),
    'docProps/app.xml': strToU8(`${head}<Properties><Application>Microsoft Office Word</Application></Properties>`),
    'word/styles.xml': part('styles', styles),
    'word/document.xml': part('document', `<w:body>${body.join('')}<w:sectPr w:rsidR="00A1"/></w:body>`),
  });
} // prettier-ignore
