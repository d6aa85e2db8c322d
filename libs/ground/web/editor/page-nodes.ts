import { Fragment, type Mark, type Node, type NodeType, type Schema } from '@tiptap/pm/model';
import {
  lineBreak,
  valuesOf,
  type FlatText,
  type Formats,
  type PageParagraph,
  type RichParagraph,
  type Run,
} from '@plenary/ground/text';

/** How a text's parts are called in an editor's schema: paragraphs, line breaks; embeds and formats by their own names. */
export const paragraphName = 'paragraph';
export const breakName = 'hardBreak';

/** Paragraphs of a text as nodes of an editor. Each is made once, until something of it changes. */
export class PageNodes {
  private readonly made = new Map<
    string,
    { readonly version: number; readonly paragraph: PageParagraph; readonly node: Node }
  >();
  private readonly type: NodeType;

  constructor(
    private readonly text: FlatText,
    private readonly schema: Schema,
    /** Names of a paragraph's attributes, and what they are where nothing is said. */
    private readonly usual: Readonly<Record<string, unknown>>,
  ) {
    this.type = schema.nodes[paragraphName]!;
  }

  /** The node of a paragraph; `shown` where that is equal, so that nothing is drawn anew. */
  of(paragraph: PageParagraph, shown?: Node | null): Node {
    const known = this.made.get(paragraph.id);
    if (known?.paragraph === paragraph && known.version === paragraph.version) return known.node;
    const node = this.make(paragraph);
    return this.keep(paragraph, shown && (shown === node || shown.eq(node)) ? shown : node);
  }

  /** This node shows the paragraph as it is now. */
  keep(paragraph: PageParagraph, node: Node): Node {
    this.made.set(paragraph.id, { version: paragraph.version, paragraph, node });
    return node;
  }

  private make(paragraph: PageParagraph): Node {
    const attributes: Record<string, unknown> = { id: paragraph.id };
    for (const [name, usual] of Object.entries(this.usual)) {
      attributes[name] = paragraph.attribute(name) ?? usual;
    }
    const content = paragraph.runs.flatMap((run) => this.inline(run));
    return this.type.create(attributes, Fragment.fromArray(joined(content)));
  }

  private inline({ text, formats, embed }: Run): Node[] {
    if (!embed) return this.characters(text, this.marks(formats));
    const type = this.schema.nodes[embed.value.n];
    return type ? [type.create({ id: embed.id, ...valuesOf(this.text, embed) })] : [];
  }

  private characters(text: string, marks: readonly Mark[]): Node[] {
    if (!text.includes(lineBreak)) return [this.schema.text(text, marks)];
    return text
      .split(lineBreak)
      .flatMap((line, at) => [
        ...(at > 0 ? [this.schema.nodes[breakName]!.create(null, null, marks)] : []),
        ...(line ? [this.schema.text(line, marks)] : []),
      ]);
  }

  private marks(formats: Formats): Mark[] {
    return marksOf(this.schema, formats) as Mark[];
  }
}

export function marksOf(schema: Schema, formats: Formats): readonly Mark[] {
  let marks: readonly Mark[] = [];
  for (const [name, value] of Object.entries(formats)) {
    const type = schema.marks[name];
    if (type) marks = type.create(value === true ? null : value).addToSet(marks);
  }
  return marks;
}

/** Text nodes under the same marks are one node, as editors want them. */
function joined(nodes: readonly Node[]): Node[] {
  const found: Node[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if (last?.isText && node.isText && last.sameMarkup(node)) {
      found[found.length - 1] = (last as Node & { withText(text: string): Node }).withText(
        last.text! + node.text!,
      );
    } else found.push(node);
  }
  return found;
}

/** Rich paragraphs that are not of a text (yet), as nodes: from the clipboard. */
export function nodesFrom(
  schema: Schema,
  paragraphs: readonly RichParagraph[],
  usual: Readonly<Record<string, unknown>>,
): Node[] {
  const type = schema.nodes[paragraphName]!;
  return paragraphs.map(({ id, attributes, content }) => {
    const nodes = content.flatMap((inline) => {
      if ('embed' in inline) {
        const embed = schema.nodes[inline.embed];
        return embed ? [embed.create({ id: null, ...inline.values })] : [];
      }
      const marks = marksOf(schema, inline.formats ?? {});
      return inline.text
        .split(lineBreak)
        .flatMap((line, at) => [
          ...(at > 0 ? [schema.nodes[breakName]!.create(null, null, marks)] : []),
          ...(line ? [schema.text(line, marks)] : []),
        ]);
    });
    return type.create({ ...usual, ...attributes, id: id ?? null }, Fragment.fromArray(joined(nodes)));
  });
}
