import * as Y from 'yjs';
import { FlatText } from './flat-text.js';
import type { PageParagraph } from './page-paragraph.js';
import type { AttributeValue, Inline, RichParagraph } from './rich-paragraph.js';
import { rootsOf } from './roots.js';
import type { Run } from './segment.js';
import { endValue, writeBehind, type EmbedValue, type MarkValue } from './sequence.js';
import { TextEdit } from './text-edit.js';
import { closedFormats, type TextRules } from './text-rules.js';

/** All paragraphs of a text, in the order of the page. Reading never writes. `attributes` are the names to read. */
export function readText(doc: Y.Doc, attributes: readonly string[]): RichParagraph[] {
  const text = new FlatText(doc);
  return text.page.map((paragraph) => readParagraph(text, paragraph, attributes));
}

export function readParagraph(
  text: FlatText,
  paragraph: PageParagraph,
  attributes: readonly string[],
): RichParagraph {
  const said = attributes.flatMap((name): [string, AttributeValue][] => {
    const value = paragraph.attribute(name);
    return value === undefined ? [] : [[name, value]];
  });
  return {
    id: paragraph.id,
    attributes: Object.fromEntries(said),
    content: paragraph.runs.map((run) => inlineOf(text, run)),
  };
}

export function inlineOf(text: FlatText, { text: characters, formats, embed }: Run): Inline {
  if (!embed) return Object.keys(formats).length > 0 ? { text: characters, formats } : { text: characters };
  return { embed: embed.value.n, id: embed.id, values: valuesOf(text, embed) };
}

/** What an embed says now: what it was born with, and what was said of it since. */
export function valuesOf(
  text: FlatText,
  { id, value }: { readonly id: string; readonly value: EmbedValue },
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(value.v).map(([name, atBirth]) => [name, String(text.fact(id, name) ?? atBirth)]),
  );
}

/**
 * The first update of a text, written under a client id that belongs to the server. Paragraphs and embeds that bring
 * an id keep it. One without paragraphs begins with an empty one, so that two who start at once write into the same.
 */
export function firstUpdate(
  paragraphs: readonly RichParagraph[],
  rules: TextRules,
  clientId: number,
): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = clientId;
  doc.transact((transaction) => {
    const { text } = rootsOf(doc);
    let last: Y.Item | null = null;
    const write = (content: Y.ContentString | Y.ContentEmbed) => {
      last = writeBehind(transaction, text, last, content);
    };
    for (const { id, attributes } of paragraphs.length > 0
      ? paragraphs
      : [{ attributes: {} } as RichParagraph]) {
      const mark: MarkValue = { p: attributes, own: 1, ...(id ? { id } : {}) };
      write(new Y.ContentEmbed(mark as object));
      write(new Y.ContentEmbed(endValue as unknown as object));
    }
    const page = new FlatText(doc);
    const edit = new TextEdit(page, transaction, closedFormats(rules));
    paragraphs.forEach(({ content }, index) => {
      const paragraph = page.page[index]!;
      for (const inline of content) edit.insert(paragraph, paragraph.length, inline);
    });
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** All that a reader sees, as one string: two copies are equal when theirs are. */
export function pictureOf(doc: Y.Doc): string {
  const text = new FlatText(doc);
  const said = new Map<string, string[]>();
  for (const [key, value] of text.roots.blocks.entries()) {
    const id = key.slice(0, key.lastIndexOf('/'));
    said.set(id, [...(said.get(id) ?? []), `${key}=${JSON.stringify(value)}`]);
  }
  return text.page
    .map((paragraph) => {
      const runs = paragraph.runs.map(({ text: characters, formats, embed }) => [
        characters,
        formats,
        embed ? [embed.id, embed.value, said.get(embed.id)?.toSorted() ?? []] : null,
      ]);
      return JSON.stringify([paragraph.id, said.get(paragraph.id)?.toSorted() ?? [], runs]);
    })
    .join('\n');
}
