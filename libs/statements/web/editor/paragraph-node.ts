import { directionOf } from '@plenary/ground/kernel';
import { mergeAttributes, Node } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import {
  attributeNames,
  paragraphAnchor,
  paragraphDirections,
  paragraphKinds,
  paragraphStyles,
  statementLimits,
} from '@plenary/statements/domain';

export const paragraphName = 'paragraph';

const among = <Value extends string>(
  allowed: readonly Value[],
  value: string | null,
  otherwise: Value,
): Value => (allowed.includes(value as Value) ? (value as Value) : otherwise);

const within = (value: string | null, least: number, most: number): number => {
  const number = Number(value);
  return Number.isInteger(number) ? Math.min(most, Math.max(least, number)) : least;
};

/** A heading in pasted HTML says its level in its name. */
function headingLevel(element: HTMLElement): number | null {
  const level = /^H([1-6])$/.exec(element.tagName)?.[1];
  return level ? Math.min(Number(level), statementLimits.headingLevels) : null;
}

/**
 * The one block of a statement (ADR 4). Headings, quotes and list items are styles of it: changing a style changes
 * an attribute, and whatever a colleague types into the paragraph at that moment stays.
 */
export const Paragraph = Node.create<{ language: string }>({
  name: paragraphName,
  group: 'block',
  content: 'inline*',
  defining: true,

  // Of the statement; which way a paragraph runs follows from it.
  addOptions: () => ({ language: 'en' }),

  addAttributes() {
    return {
      id: { default: null, parseHTML: (element) => element.getAttribute('data-id') },
      kind: {
        default: 'plain',
        parseHTML: (element) => among(paragraphKinds, element.getAttribute('data-kind'), 'plain'),
      },
      style: {
        default: 'text',
        parseHTML: (element) =>
          headingLevel(element)
            ? 'heading'
            : among(paragraphStyles, element.getAttribute('data-style'), 'text'),
      },
      level: {
        default: 1,
        parseHTML: (element) =>
          headingLevel(element) ??
          within(element.getAttribute('data-level'), 1, statementLimits.headingLevels),
      },
      indent: {
        default: 0,
        parseHTML: (element) =>
          within(element.getAttribute('data-indent'), 0, statementLimits.deepestIndent + 1),
      },
      start: {
        default: 0,
        parseHTML: (element) => within(element.getAttribute('data-start'), 0, statementLimits.largestStart),
      },
      direction: {
        default: 'auto',
        parseHTML: (element) => among(paragraphDirections, element.getAttribute('data-direction'), 'auto'),
      },
    };
  },

  parseHTML() {
    return ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag }));
  },

  renderHTML({ node, HTMLAttributes }) {
    return [
      tagOf(node),
      mergeAttributes(domAttributes(node, this.options.language), safe(HTMLAttributes)),
      0,
    ];
  },
});

/** The page's title is its first heading, so that those of the text begin with the second level. */
function tagOf(node: ProseNode): string {
  return node.attrs['style'] === 'heading' ? `h${Number(node.attrs['level']) + 1}` : 'p';
}

function domAttributes(node: ProseNode, language: string): Record<string, string> {
  const { id, kind, style, level, indent, start, direction } = node.attrs as Record<
    string,
    string | number | null
  >;
  return {
    ...(id ? { 'data-id': String(id), id: paragraphAnchor(String(id)) } : {}),
    'data-kind': String(kind),
    'data-style': String(style),
    'data-level': String(level),
    'data-indent': String(indent),
    ...(start ? { 'data-start': String(start) } : {}),
    ...(direction === 'auto' ? {} : { 'data-direction': String(direction) }),
    // In a text from right to left the browser's own choice fails: a name in Latin letters would turn the paragraph.
    dir: direction === 'auto' && directionOf(language) === 'rtl' ? 'rtl' : String(direction),
  };
}

/** Tiptap would write the attributes a second time under their own names. */
function safe(attributes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => !attributeNames.includes(name) && name !== 'id'),
  );
}
