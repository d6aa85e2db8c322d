export type Styles = ReadonlyMap<string, string>;

const none: Styles = new Map();

/** Properties and values of a style attribute or rule, in lower case. */
function declarations(css: string): Styles {
  const found = new Map<string, string>();
  for (const each of css.split(';')) {
    const colon = each.indexOf(':');
    if (colon < 1) continue;
    const value = each.slice(colon + 1).replace('!important', '');
    found.set(each.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return found;
}

/**
 * The styles of elements as far as reading needs them: their own attribute over the rules for their classes. Rules
 * for bare tags are left alone, since the tag itself says more. Word's definitions of lists are kept beside.
 */
export class StyleSheet {
  private readonly rules = new Map<string, Map<string, string>>();
  private readonly lists = new Map<string, Styles>();
  private readonly read = new Map<string, Styles>();

  constructor(sheets: readonly string[]) {
    // By hand and not by a pattern: a sheet without braces must not cost the square of its length.
    for (const sheet of sheets) {
      for (const chunk of sheet.replace(/\/\*|\*\/|<!--|-->/g, ' ').split('}')) {
        const brace = chunk.indexOf('{');
        if (brace > 0) this.rule(chunk.slice(0, brace), chunk.slice(brace + 1));
      }
    }
  }

  private rule(selectors: string, body: string): void {
    const styles = declarations(body);
    for (const each of selectors.split(',')) {
      const selector = each.trim().toLowerCase();
      const list = /@list\s+(l\d+:level\d+)$/.exec(selector);
      if (list) this.lists.set(list[1]!, styles);
      else if (/^[a-z0-9]*\.[\w-]+$/.test(selector)) {
        this.rules.set(selector, new Map([...(this.rules.get(selector) ?? none), ...styles]));
      }
    }
  }

  of(element: Element): Styles {
    const own = element.getAttribute('style') ?? '';
    const names = this.rules.size > 0 ? (element.getAttribute('class') ?? '') : '';
    if (own === '' && names === '') return none;
    const key = `${names === '' ? '' : element.localName}\n${names}\n${own}`;
    let styles = this.read.get(key);
    if (!styles) this.read.set(key, (styles = this.compute(element.localName, names, own)));
    return styles;
  }

  private compute(tag: string, names: string, own: string): Styles {
    const all = new Map<string, string>();
    const classes = names.toLowerCase().split(/\s+/);
    for (const prefix of ['', tag]) {
      for (const name of classes)
        for (const [p, v] of this.rules.get(`${prefix}.${name}`) ?? none) all.set(p, v);
    }
    for (const [property, value] of declarations(own)) all.set(property, value);
    return all;
  }

  /** Word's definition of a list at a level, such as `l0:level1`. */
  list(name: string): Styles | undefined {
    return this.lists.get(name);
  }
}

/** True when an element has the class, or one that the pattern names. */
export const hasClass = (element: Element, pattern: RegExp): boolean => {
  const names = element.getAttribute('class');
  return names !== null && names !== '' && names.split(/\s+/).some((name) => pattern.test(name));
};
