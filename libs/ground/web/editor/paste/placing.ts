import { headingLevel, isQuote, itemOf, listOf } from './places.js';
import { type PasteRules } from './rules.js';
import { type Styles } from './styles.js';
import { type Surroundings } from './surroundings.js';
import { type Survey } from './survey.js';
import { WordParagraphs } from './word-paragraphs.js';

const lined = /^(pre|xmp|listing|plaintext)$/;

/** Says what holds within an element, by what it is and what holds around it. */
export class Placing {
  private readonly words: WordParagraphs;

  constructor(
    private readonly survey: Survey,
    private readonly rules: PasteRules,
  ) {
    this.words = new WordParagraphs(survey.sheet);
  }

  /** True for numbers and signs that Word wrote before an item. */
  isMarker(node: Node): boolean {
    return this.words.markers.has(node);
  }

  within(element: Element, styles: Styles, block: boolean, outer: Surroundings): Surroundings {
    const space = spaceWithin(element, styles, outer);
    if (!block) return space === outer.space ? outer : { ...outer, space };
    const tag = element.localName;
    const inner: Surroundings = {
      ...outer,
      space,
      block: true,
      kind: this.kindOf(element) ?? outer.kind,
      direction: this.directionOf(element, outer),
    };
    if (tag === 'table')
      return { ...inner, table: this.survey.layout.has(element) ? 'layout' : 'data', row: null, taken: [] };
    if (tag === 'tr' && outer.table === 'data')
      return {
        ...inner,
        row: { bars: 0, wide: 0, column: 0, taken: outer.taken, part: false, filled: false },
      };
    if (tag === 'td' || tag === 'th') return cell(element, inner);
    if (/^(ul|ol|menu|dir)$/.test(tag)) return { ...inner, list: listOf(element, outer) };
    if (tag === 'li') return this.item(element, styles, inner);
    return this.paragraph(element, styles, inner);
  }

  private item(element: Element, styles: Styles, inner: Surroundings): Surroundings {
    const filler = this.survey.own !== null && styles.get('list-style-type') === 'none';
    const item = itemOf(element, inner.list);
    return { ...inner, style: 'text', item: filler ? null : item };
  }

  private paragraph(element: Element, styles: Styles, inner: Surroundings): Surroundings {
    const level = headingLevel(element, styles, this.survey.own !== null);
    const { style, item } = this.asWordDoes(element, styles, inner, level !== null);
    const indent = this.survey.own ? Number(element.getAttribute('data-indent') ?? 0) || 0 : inner.indent;
    if (level !== null) {
      return {
        ...inner,
        item,
        style: 'heading',
        level: Math.min(Math.max(level, 1), this.rules.headingLevels),
      };
    }
    return { ...inner, item, indent, style: isQuote(element, styles) ? 'quote' : style };
  }

  /** Word's items are paragraphs; those of HTML are known already. */
  private asWordDoes(element: Element, styles: Styles, inner: Surroundings, isHeading: boolean): Pick<Surroundings, 'style' | 'item'> {
    const isParagraph = isHeading || element.localName === 'p' || styles.has('mso-list');
    if (!isParagraph || this.survey.own || inner.list) return inner;
    const item = this.words.read(element, styles, isHeading);
    return item ? { style: 'text', item } : inner;
  } // prettier-ignore

  private kindOf(element: Element): string | null {
    const kind = this.survey.own ? element.getAttribute('data-kind') : null;
    return kind === 'preambular' || kind === 'operative' ? kind : null;
  }

  private directionOf(element: Element, { direction }: Surroundings): string | null {
    const said = this.survey.own ? element.getAttribute('dir') : null;
    return said === null ? direction : said === 'ltr' || said === 'rtl' ? said : null;
  }
}

/** Begins a cell; bars keep the columns of those from above and of wide ones. */
function cell(element: Element, inner: Surroundings): Surroundings {
  const { row } = inner;
  if (!row) return inner;
  for (; (row.taken[row.column] ?? 0) > 0; row.column++) {
    row.taken[row.column]!--;
    row.bars += row.wide;
    row.wide = 1;
  }
  row.bars += row.wide;
  const [wide, high] = [span(element, 'colspan', 100), span(element, 'rowspan', 1_000)];
  for (const end = row.column + wide; row.column < end; row.column++) row.taken[row.column] = high - 1;
  row.wide = wide;
  row.part = row.filled = false;
  return inner;
}

const span = (element: Element, name: string, most: number): number =>
  Math.min(Math.max(Number(element.getAttribute(name)) || 1, 1), most);

function spaceWithin(element: Element, styles: Styles, outer: Surroundings): Surroundings['space'] {
  if (outer.space === 'lines') return 'lines';
  const asIs = outer.row !== null || outer.style === 'heading' ? 'kept' : 'lines';
  if (lined.test(element.localName)) return asIs;
  const wanted = styles.get('white-space');
  if (wanted === undefined) return outer.space;
  return /^(pre|break-spaces)/.test(wanted) ? 'kept' : 'run together';
}
