import { readHtml, type LeftOut, type PasteRules } from '@plenary/ground/web/editor/paste';
import { draftsOf, settled, type Draft, type Incoming, type NotCarried } from '@plenary/exchange/domain';
import { isSafeLink, statementLimits } from '@plenary/statements/domain';

export const pasteRules: PasteRules = {
  isSafeLink,
  footnoteLength: statementLimits.footnoteLength,
  deepestIndent: statementLimits.deepestIndent,
  headingLevels: statementLimits.headingLevels,
};

/** What of a page is counted, where the reader of the clipboard says that it was left out. */
const counted: Readonly<Record<LeftOut, string | null>> = {
  pictures: 'img, svg',
  media: 'video, audio, iframe, object, embed',
  drawings: 'canvas',
  struck: 's, strike, del',
  comments: null,
};

/**
 * EXC-13: a page as paragraphs, by the reader of the clipboard. It is parsed apart from the screen, so that nothing in it
 * is run or fetched. One that Plenary made is read exactly.
 */
export function readPage(html: string): Incoming {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const main = page.querySelector('main[data-statement][data-moment]');
  const heads = page.querySelectorAll('h1');
  const head = heads.length === 1 ? heads[0]! : null;
  const title = (head?.textContent ?? page.title).replace(/\s+/g, ' ').trim() || null;
  head?.remove();
  const source = main ? `<div data-from="plenary">${main.innerHTML}</div>` : page.body.innerHTML;
  const { paragraphs, leftOut } = readHtml(main ? source : `${styles(page)}<body>${source}</body>`, {
    ...pasteRules,
    headingLevels: statementLimits.headingLevels + (head ? 1 : 0),
  });
  const drafts = draftsWithin(draftsLevelled(paragraphs), head !== null);
  const moment = Number(main?.getAttribute('data-moment'));
  return {
    ...{ title, insertions: 0, deletions: 0, paragraphs: settled(drafts) },
    language: page.documentElement.lang.split('-')[0]?.toLowerCase() || null,
    notCarried: Object.fromEntries([
      ...leftOut.map((kind): [NotCarried, number] => [kind, countOf(page, counted[kind])]),
      ...tablesIn(page),
    ]),
    of: main ? { statement: main.getAttribute('data-statement')!, moment } : null,
  };
}

/** Levels as they stand in the file: one more than a statement has, since its title may be the first. */
function draftsLevelled(paragraphs: Parameters<typeof draftsOf>[0]): Draft[] {
  return draftsOf(paragraphs).map((draft, at) => {
    const level = paragraphs[at]!.attributes['level'];
    return typeof level === 'number' ? { ...draft, level } : draft;
  });
}

/** Under a title of their own the headings of a text begin one deeper. */
const draftsWithin = (drafts: readonly Draft[], hasTitle: boolean): Draft[] =>
  drafts.map((draft) => {
    const level = Math.max(1, (draft.level ?? 1) - (hasTitle ? 1 : 0));
    return { ...draft, level: Math.min(level, statementLimits.headingLevels) };
  });

const styles = (page: Document): string =>
  [...page.querySelectorAll('style')].map(({ outerHTML }) => outerHTML).join('');

/** Zero where it is not known how many. */
const countOf = (page: Document, selector: string | null): number =>
  selector === null ? 0 : page.querySelectorAll(selector).length;

function tablesIn(page: Document): [NotCarried, number][] {
  const tables = page.querySelectorAll('table').length;
  return tables > 0 ? [['tables', tables]] : [];
}
