import * as Y from 'yjs';
import type { DocumentSchema, Validator } from './document-schema.js';
import { refuse } from './refuse.js';

/** A mark that may stand several times over one text carries a hash behind its name. */
const markName = (key: string): string => key.replace(/--[a-zA-Z0-9+/=]{8}$/, '');

/**
 * SYNC-13: checks what one transaction brought against the schema, and nothing else: the new structs, each with its
 * place. Throws `document.schema-violation`; the document has then to be thrown away.
 */
export function checkTouched(transaction: Y.Transaction, schema: DocumentSchema): void {
  const { doc, beforeState, afterState } = transaction;
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0;
    if (end <= start) continue;
    const structs = doc.store.clients.get(client)!;
    for (let i = Y.findIndexSS(structs as never, start); i < structs.length; i++) {
      const struct = structs[i]!;
      if (struct instanceof Y.Item && !struct.deleted) checkItem(struct, doc, schema);
    }
  }
}

function violation(reason: string): never {
  return refuse('document.schema-violation', { reason });
}

function checkItem(item: Y.Item, doc: Y.Doc, schema: DocumentSchema): void {
  const parent = item.parent;
  if (parent === null) violation('parent');
  if (parent instanceof Y.XmlText) checkInText(item, schema);
  else if (parent instanceof Y.XmlElement) checkInElement(item, parent, schema);
  else if (parent instanceof Y.XmlFragment) checkInRoot(item, parent, doc, schema);
  else violation('parent');
  if (depthOf(item) > schema.maxDepth) violation('depth');
}

function checkInRoot(item: Y.Item, root: Y.XmlFragment, doc: Y.Doc, schema: DocumentSchema): void {
  const name = Object.keys(schema.roots).find((each) => doc.share.get(each) === (root as unknown));
  if (name === undefined) violation('root');
  if (item.parentSub !== null) violation('attribute');
  checkChild(item, schema.roots[name]!, false, schema);
}

function checkInElement(item: Y.Item, element: Y.XmlElement, schema: DocumentSchema): void {
  const node = own(schema.nodes, element.nodeName) ?? violation('node');
  if (item.parentSub === null) return checkChild(item, node.children, node.text, schema);
  const validator = own(node.attributes, item.parentSub) ?? violation('attribute');
  if (!(item.content instanceof Y.ContentAny) || item.content.arr.length !== 1) violation('attribute');
  if (!validator((item.content as Y.ContentAny).arr[0]))
    violation(`attribute ${element.nodeName}.${item.parentSub}`);
}

function checkChild(item: Y.Item, children: readonly string[], text: boolean, schema: DocumentSchema): void {
  if (!(item.content instanceof Y.ContentType)) violation('content');
  const { type } = item.content as Y.ContentType;
  if (type instanceof Y.XmlText) {
    if (!text) violation('text');
  } else if (!(type instanceof Y.XmlElement) || !children.includes(type.nodeName)) violation('node');
  else if (!own(schema.nodes, type.nodeName)) violation('node');
}

function checkInText(item: Y.Item, schema: DocumentSchema): void {
  if (item.parentSub !== null) violation('attribute');
  if (item.content instanceof Y.ContentString) return;
  if (!(item.content instanceof Y.ContentFormat)) violation('content');
  const { key, value } = item.content as unknown as { key: string; value: unknown };
  const mark = own(schema.marks, markName(key)) ?? violation('mark');
  if (value !== null && !isMarkValue(value, mark)) violation(`mark ${markName(key)}`);
}

function isMarkValue(value: unknown, attributes: Readonly<Record<string, Validator>>): boolean {
  if (value === true) return Object.keys(attributes).length === 0;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([name, each]) => own(attributes, name)?.(each) ?? false);
}

/** A property of the record itself; names come from the network and may be `constructor`. */
function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** How many nodes a struct stands in. */
function depthOf(item: Y.Item): number {
  let depth = 0;
  let at: Y.Item | null = item;
  while (at !== null && depth <= 64) {
    depth++;
    at = (at.parent as Y.AbstractType<unknown>)._item;
  }
  return depth;
}
