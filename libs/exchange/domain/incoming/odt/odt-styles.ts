import type { ParagraphKind } from '@plenary/statements/domain';
import { kindSigns } from '../../docx/numbering-part.js';
import { walkXml, type Attributes, type Effort } from '../docx/walk-xml.js';

/** As much of a style as reading needs; null where it says nothing. */
export interface OdtStyle {
  /** Its own name and those of what it stands on, as people see them. */
  names: string[];
  runs: 'ltr' | 'rtl' | null;
  list: string | null;
  bold: boolean | null;
  italic: boolean | null;
  struck: boolean | null;
  hidden: boolean | null;
  script: 'superscript' | 'subscript' | null;
}

/** A level of a list: what stands in front of its items. */
export interface OdtLevel {
  readonly format: 'number' | 'bullet' | 'none';
  readonly kind: ParagraphKind | null;
  readonly start: number;
}

const emptyStyle = (): OdtStyle => ({
  ...{ names: [], runs: null, list: null, bold: null, italic: null },
  ...{ struck: null, hidden: null, script: null },
});

/** Longer chains of styles that stand on one another are no document of a person. */
const longestChain = 12;

/** Styles of an OpenDocument text, and its lists; of both of its parts. */
export class OdtStyles {
  private readonly styles = new Map<string, { own: OdtStyle; parent: string | null }>();
  private readonly lists = new Map<string, Map<number, OdtLevel>>();
  languages: { readonly usual: string | null; readonly complex: string | null } = {
    usual: null,
    complex: null,
  };

  /** What holds for a style, with what it stands on. */
  of(family: string, name: string | undefined): OdtStyle {
    const found = emptyStyle();
    let at = this.styles.get(`${family} ${name}`);
    for (let up = 0; at && up < longestChain; up++) {
      const { own } = at;
      found.names.push(...own.names);
      for (const key of ['runs', 'list', 'bold', 'italic', 'struck', 'hidden', 'script'] as const)
        Object.assign(found, { [key]: found[key] ?? own[key] });
      at = at.parent === null ? undefined : this.styles.get(`${family} ${at.parent}`);
    }
    return found;
  }

  level(list: string, depth: number): OdtLevel | undefined {
    return this.lists.get(list)?.get(depth);
  }

  async read(xml: string, effort: Effort): Promise<void> {
    let style: OdtStyle | null = null;
    let list: Map<number, OdtLevel> | null = null;
    let isUsual = false;
    const enter = (name: string, attributes: Attributes): boolean | void => {
      const { family = '', name: id = '' } = attributes;
      if (name === 'body') return false;
      if (name === 'default-style') isUsual = family === 'paragraph';
      else if (name === 'style') {
        style = { ...emptyStyle(), names: [nameOf(attributes['display-name'] ?? id)] };
        style.list = attributes['list-style-name'] || null;
        this.styles.set(`${family} ${id}`, { own: style, parent: attributes['parent-style-name'] ?? null });
      } else if (name === 'list-style') this.lists.set(id, (list = new Map()));
      else if (/^list-level-style-/.test(name)) list?.set(Number(attributes['level']) - 1, levelOf(name, attributes));
      else if (name === 'text-properties' && isUsual) {
        const { language, 'language-complex': complex } = attributes;
        this.languages = { usual: language ?? null, complex: complex ?? null };
      } else if (style) look(style, name, attributes);
    };
    const leave = (name: string) => {
      if (name === 'style') style = null;
      if (name === 'list-style') list = null;
      if (name === 'default-style') isUsual = false;
    };
    await walkXml(xml, { enter, leave }, effort);
  } // prettier-ignore
}

/** Signs that no name of XML may have stand there by their numbers. */
const nameOf = (name: string): string => name.replace(/_20_/g, ' ').toLowerCase();

function levelOf(name: string, attributes: Attributes): OdtLevel {
  const prefix = attributes['num-prefix'];
  const kind = Object.entries(kindSigns).find(([, sign]) => sign === prefix)?.[0] as
    ParagraphKind | undefined;
  const isNumber = name === 'list-level-style-number';
  return {
    format: !isNumber ? 'bullet' : attributes['num-format'] ? 'number' : 'none',
    kind: (isNumber && kind) || null,
    start: Number(attributes['start-value'] ?? 1),
  };
}

function look(style: OdtStyle, name: string, attributes: Attributes): void {
  if (name === 'paragraph-properties') {
    const mode = attributes['writing-mode'];
    if (mode) style.runs = mode.startsWith('rl') ? 'rtl' : mode.startsWith('lr') ? 'ltr' : null;
  } else if (name === 'text-properties') {
    const { 'font-weight': weight, 'font-style': slant, 'text-line-through-style': line } = attributes;
    const { 'text-position': position, display } = attributes;
    if (weight) style.bold = weight === 'bold' || Number(weight) >= 600;
    if (slant) style.italic = slant !== 'normal';
    if (line) style.struck = line !== 'none';
    if (display) style.hidden = display === 'none';
    if (position) style.script = /^(super|[1-9])/.test(position) ? 'superscript' : /^(sub|-)/.test(position) ? 'subscript' : null;
  }
} // prettier-ignore
