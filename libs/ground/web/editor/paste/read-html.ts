import { lineBreak, type Inline } from '@plenary/ground/text';
import { finish, splitLines, trimContent, type Draft } from './drafts.js';
import { HtmlReader } from './html-reader.js';
import { type PasteRules, type ReadText } from './rules.js';
import { isText, textOf } from './runs.js';
import { survey } from './survey.js';

/**
 * HTML of any program as paragraphs. Pure: the document is parsed apart from the page, so that nothing in it is run
 * or fetched.
 */
export function readHtml(html: string, rules: PasteRules): ReadText {
  const document = survey(new DOMParser().parseFromString(html, 'text/html'));
  const reader = new HtmlReader(document, rules);
  const drafts = reader
    .read()
    .flatMap((draft) => (document.own ? [draft] : asMeant(draft, rules)))
    .filter(({ content }) => trimContent(content).length > 0);
  return {
    paragraphs: finish(drafts),
    leftOut: [...reader.leftOut],
    ...edges(document.own, drafts),
  };
}

/** Lines as people meant them, and headings without the bold that every heading has. */
function asMeant(draft: Draft, rules: PasteRules): Draft[] {
  const { style } = draft.attributes;
  if (style === 'heading') return [{ ...draft, content: withoutWholeBold(draft.content) }];
  if (draft.lined)
    return splitLines(draft, { keepLines: true, lists: style === undefined }, rules.deepestIndent);
  if (textOf(draft.content).split(lineBreak).length < 3) return [draft];
  return splitLines(draft, { keepLines: true, lists: false }, rules.deepestIndent);
}

function withoutWholeBold(content: readonly Inline[]): Inline[] {
  const texts = content.filter(isText);
  if (!texts.every(({ text, formats }) => text.trim() === '' || formats?.['bold'])) return [...content];
  return content.map((inline) => {
    if (!isText(inline) || !inline.formats) return inline;
    const { bold: _, ...formats } = inline.formats;
    return Object.keys(formats).length > 0 ? { text: inline.text, formats } : { text: inline.text };
  });
}

/** Plenary's own HTML says itself whether it begins and ends amid a paragraph; its pieces of a sentence are spans. */
function edges(
  whole: Element | null,
  drafts: readonly Draft[],
): Pick<ReadText, 'openStart' | 'openEnd' | 'ended'> {
  if (whole?.localName === 'div') {
    const open = whole.getAttribute('data-open') ?? '';
    const openEnd = open.includes('end');
    return { openStart: open.includes('start'), openEnd, ended: !openEnd };
  }
  return { openStart: drafts[0]?.piece ?? false, openEnd: drafts[drafts.length - 1]?.piece ?? false };
}
