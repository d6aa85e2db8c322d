import { directionOf } from '@plenary/ground/kernel';
import { statementLimits } from '@plenary/statements/domain';
import { indentOf, margin } from './numbering-part.js';
import { wordPart, xmlText } from './xml.js';

/** Sizes of headings in half points, from the first level. */
const headingSizes = [32, 28, 24];
const font =
  '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="26"/>';

/** The language of a text, as Word keeps it: languages from right to left apart from all others. */
export const languageMark = (language: string): string =>
  `<w:lang w:${directionOf(language) === 'rtl' ? 'bidi' : 'val'}="${xmlText(language)}"/>`;

/** Styles by the names that Word knows, so that its outline, its table of contents and its menus know them too. */
export function stylesPart(language: string): string {
  const headings = Array.from({ length: statementLimits.headingLevels }, (_, at) => heading(at + 1));
  const goingOn = Array.from({ length: statementLimits.deepestIndent + 1 }, (_, depth) =>
    paragraph(
      continueStyle(depth),
      depth === 0 ? 'List Continue' : `List Continue ${depth + 1}`,
      `<w:ind w:left="${indentOf(depth)}"/>`,
    ),
  );
  return wordPart(
    'styles',
    [
      `<w:docDefaults><w:rPrDefault><w:rPr>${font}${languageMark(language)}</w:rPr></w:rPrDefault>`,
      '<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
      '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
      paragraph('Title', 'Title', '<w:keepNext/><w:spacing w:after="280"/>', both('b', 40)),
      ...headings,
      paragraph('Quote', 'Quote', `<w:ind w:left="${margin + 425}" w:right="425"/>`, '<w:i/><w:iCs/>'),
      paragraph('ListParagraph', 'List Paragraph', '<w:spacing w:after="80"/>'),
      ...goingOn,
      paragraph('FootnoteText', 'footnote text', '<w:spacing w:after="40"/>', size(18)),
      paragraph('CommentText', 'annotation text', '<w:spacing w:after="40"/>', size(20)),
      '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
      paragraph('Footer', 'footer', '<w:jc w:val="center"/>', size(18)),
      '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
      '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B5C7A"/><w:u w:val="single"/></w:rPr></w:style>',
    ].join(''),
  );
}

/** Of a text that goes on with an item of this depth. */
export const continueStyle = (depth: number): string => `ListContinue${depth === 0 ? '' : depth + 1}`;

const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const both = (format: string, halfPoints: number): string =>
  `<w:${format}/><w:${format}Cs/>${size(halfPoints)}`;

const heading = (level: number): string =>
  paragraph(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`,
    both('b', headingSizes[level - 1] ?? 24),
  );

const paragraph = (id: string, name: string, properties: string, look = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
  `<w:pPr>${properties}</w:pPr>${look && `<w:rPr>${look}</w:rPr>`}</w:style>`;
