import { Mark, mergeAttributes, Node } from '@tiptap/core';
import { isSafeLink } from '@plenary/statements/domain';

/** A link with a safe scheme; others do not come in, not even by paste (STM-13). */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  exitable: true,

  addAttributes() {
    return { href: { default: null } };
  },

  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = element.getAttribute('href');
          return isSafeLink(href) ? { href } : false;
        },
      },
    ];
  },

  renderHTML({ HTMLAttributes }) {
    const href: unknown = HTMLAttributes['href'];
    return [
      'a',
      { href: isSafeLink(href) ? href : undefined, rel: 'noopener noreferrer nofollow', target: '_blank' },
      0,
    ];
  },
});

/** A source, at its place in the text; its number follows from the order. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  // A source is no word: it is neither bold nor linked.
  marks: '',

  addAttributes() {
    return {
      id: { default: null, parseHTML: (element) => element.getAttribute('data-note-id') },
      text: { default: '', parseHTML: (element) => element.getAttribute('data-note') ?? '' },
    };
  },

  parseHTML() {
    return [{ tag: 'sup[data-note]' }];
  },

  renderHTML({ node }) {
    const { id, text } = node.attrs as { id: string | null; text: string };
    return ['sup', mergeAttributes({ 'data-note': text, ...(id ? { 'data-note-id': id } : {}) })];
  },
});
