import { StyleSheet } from './styles.js';
import { isBlank } from './characters.js';
import { walk } from './walk.js';

/** What must be known of a document before it is read from the start. */
export interface Survey {
  readonly root: Element;
  readonly sheet: StyleSheet;
  /** Elements by id or name. */
  readonly named: ReadonlyMap<string, Element>;
  /** Links to places in the document itself. */
  readonly inner: readonly Element[];
  /** Where the named elements and the inner links stand, counted from the start of the document. */
  readonly order: ReadonlyMap<Element, number>;
  /** Tables that only place things on a page: what is in them is read as if they were not there. */
  readonly layout: ReadonlySet<Element>;
  /** What Plenary wrote around its own text; null for everything else. */
  readonly own: Element | null;
}

interface Place {
  readonly table: Table | null;
  readonly cell: { filled: boolean } | null;
}
interface Table {
  readonly element: Element;
  filledInRow: number;
  most: number;
}

/** One way through the document. */
export function survey(source: Document): Survey {
  const [named, inner, layout] = [new Map<string, Element>(), [] as Element[], new Set<Element>()];
  const sheets: string[] = [];
  const order = new Map<Element, number>();
  let own: Element | null = null;
  let place = 0;
  const name = (key: string | null, element: Element) => {
    if (!key) return;
    order.set(element, place++);
    if (!named.has(key)) named.set(key, element);
  };
  walk<Place>(
    source.documentElement,
    { table: null, cell: null },
    {
      enter: (element, outer) => {
        const tag = element.localName;
        name(element.getAttribute('id'), element);
        if (tag === 'style') sheets.push(element.textContent ?? '');
        if (tag === 'style' || tag === 'script') return null;
        if (tag === 'a') {
          name(element.getAttribute('name'), element);
          if (element.getAttribute('href')?.startsWith('#')) {
            inner.push(element);
            order.set(element, place++);
          }
        }
        if (element.getAttribute('data-from') === 'plenary') own ??= element;
        return within(element, tag, outer, layout);
      },
      text: (text, { cell }) => {
        if (cell && !cell.filled && !isBlank(text)) cell.filled = true;
      },
      leave: (element, { table, cell }) => leave(element.localName, table, cell, layout),
    },
  );
  // Plenary's words quoted in an e-mail are read as the e-mail is.
  if (own !== source.body.firstElementChild || source.body.childElementCount > 1) own = null;
  return { root: source.body, sheet: new StyleSheet(sheets), named, inner, order, layout, own };
}

function within(element: Element, tag: string, place: Place, layout: Set<Element>): Place {
  if (tag === 'table') {
    // A table in a table: the outer one is there for the looks.
    if (place.table) layout.add(place.table.element);
    if (/^(presentation|none)$/.test(element.getAttribute('role') ?? '')) layout.add(element);
    return { table: { element, filledInRow: 0, most: 0 }, cell: null };
  }
  if (tag === 'tr' && place.table) place.table.filledInRow = 0;
  if (tag === 'td' || tag === 'th') return { table: place.table, cell: { filled: false } };
  return place;
}

function leave(tag: string, table: Table | null, cell: Place['cell'], layout: Set<Element>): void {
  if (!table) return;
  if ((tag === 'td' || tag === 'th') && cell?.filled) {
    table.filledInRow++;
    table.most = Math.max(table.most, table.filledInRow);
  }
  if (tag === 'table' && table.most < 2) layout.add(table.element);
}
