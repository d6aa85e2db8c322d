/** What is done on the way through a tree of nodes. */
export interface Visitor<Context> {
  /** The context for what stands in the element; null passes over the element with all that is in it. */
  enter(element: Element, context: Context): Context | null;
  text(text: string, context: Context, node: Node): void;
  /** After what stands in the element, with the context that `enter` gave. */
  leave?(element: Element, context: Context): void;
  comment?(node: Node, context: Context): void;
}

const elementNode = 1;
const textNode = 3;
const commentNode = 8;

/** Goes through all that stands in a node, in order. A loop and not a recursion: 10,000 nested elements are read. */
export function walk<Context>(root: Node, start: Context, visitor: Visitor<Context>): void {
  const contexts: Context[] = [start];
  let node: Node | null = root.firstChild;
  while (node) {
    const context = contexts[contexts.length - 1]!;
    if (node.nodeType === textNode) visitor.text(node.nodeValue ?? '', context, node);
    else if (node.nodeType === commentNode) visitor.comment?.(node, context);
    else if (node.nodeType === elementNode) {
      const inner = visitor.enter(node as Element, context);
      if (inner !== null) {
        contexts.push(inner);
        if (node.firstChild) {
          node = node.firstChild;
          continue;
        }
        visitor.leave?.(node as Element, contexts.pop()!);
      }
    }
    while (!node.nextSibling) {
      node = node.parentNode!;
      if (node === root) return;
      visitor.leave?.(node as Element, contexts.pop()!);
    }
    node = node.nextSibling;
  }
}

/** The text in a node, but not more of it than is asked for. */
export function textIn(root: Node, most = Infinity, passOver?: (element: Element) => boolean): string {
  let text = '';
  walk<null | undefined>(root, undefined, {
    enter: (element) => (text.length > most || passOver?.(element) ? null : undefined),
    text: (each) => {
      if (text.length <= most) text += each;
    },
  });
  return text;
}
