import { isOn, walkXml, type Effort } from './walk-xml.js';

/** As much of a style as reading needs. */
export interface WordStyle {
  name: string;
  basedOn: string | null;
  outline: number | null;
  numId: string | null;
  ilvl: number | null;
  bidi: boolean | null;
  bold: boolean | null;
  italic: boolean | null;
}

const emptyStyle = (): WordStyle => ({
  ...{ name: '', basedOn: null, outline: null, numId: null, ilvl: null },
  ...{ bidi: null, bold: null, italic: null },
});

/** Longer chains of styles that stand on one another are no document of a person. */
const longestChain = 12;

/** Styles by their ids, and what the file says of its language. */
export class WordStyles {
  private readonly styles = new Map<string, WordStyle>();
  private standard: string | null = null;
  languages: { val?: string; bidi?: string } = {};

  /** What holds for a style, with what it stands on. */
  of(id: string | null): WordStyle {
    const found = emptyStyle();
    let at = this.styles.get(id ?? this.standard ?? '');
    found.name = at?.name ?? '';
    for (let up = 0; at && up < longestChain; up++) {
      found.outline ??= at.outline;
      found.numId ??= at.numId;
      found.ilvl ??= at.ilvl;
      found.bidi ??= at.bidi;
      found.bold ??= at.bold;
      found.italic ??= at.italic;
      at = at.basedOn === null ? undefined : this.styles.get(at.basedOn);
    }
    return found;
  }

  async read(xml: string, effort: Effort): Promise<void> {
    let style: WordStyle | null = null;
    await walkXml(
      xml,
      {
        enter: (name, attributes) => {
          if (name === 'style') {
            style = emptyStyle();
            const { styleId, type } = attributes;
            if (styleId) this.styles.set(styleId, style);
            if (type === 'paragraph' && styleId && attributes['default'] && isOn({ val: attributes['default'] }))
              this.standard = styleId;
          } else if (!style) {
            if (name === 'lang') this.languages = { ...attributes };
          } else if (name === 'name') style.name = (attributes['val'] ?? '').toLowerCase();
          else if (name === 'basedOn') style.basedOn = attributes['val'] ?? null;
          else if (name === 'outlineLvl') style.outline = Number(attributes['val']);
          else if (name === 'numId') style.numId = attributes['val'] ?? null;
          else if (name === 'ilvl') style.ilvl = Number(attributes['val']);
          else if (name === 'bidi') style.bidi = isOn(attributes);
          else if (name === 'b') style.bold = isOn(attributes);
          else if (name === 'i') style.italic = isOn(attributes);
          return !/^(tblStylePr|.*Change)$/.test(name);
        },
        leave: (name) => {
          if (name === 'style') style = null;
        },
      },
      effort,
    ); // prettier-ignore
  }
}
