import type * as Y from 'yjs';

/** True when the value may stand there. Values come from the network: nothing about them is known. */
export type Validator = (value: unknown) => boolean;

export interface NodeSchema {
  /** Names of the nodes that may stand in it. */
  readonly children: readonly string[];
  /** True when text may stand in it. */
  readonly text: boolean;
  readonly attributes: Readonly<Record<string, Validator>>;
}

/** What a document may contain; plain data, shared by server and editor. */
export interface DocumentSchema {
  /** Raised by every change that an older client would not understand (SYNC-24). */
  readonly version: number;
  /** Name of a root (a Y.XmlFragment) → names of the nodes that may stand in it. */
  readonly roots: Readonly<Record<string, readonly string[]>>;
  readonly nodes: Readonly<Record<string, NodeSchema>>;
  /** Name of a mark → its attributes; a mark without attributes has the value `{}` or `true`. */
  readonly marks: Readonly<Record<string, Readonly<Record<string, Validator>>>>;
  /** Deepest nesting of nodes below a root, at most 32. */
  readonly maxDepth: number;
}

/**
 * Finds what is amiss in a text, by reading alone, and answers one step for each thing to mend; none when all is
 * well. The steps are taken within one transaction. `memory` is its own, empty when the document is opened.
 */
export type Repair = (doc: Y.Doc, memory: Map<string, string>) => readonly (() => void)[];

/** A kind of document: what it may contain, and how the server mends what concurrent edits leave behind. */
export interface DocumentKind {
  readonly schema: DocumentSchema;
  readonly repair?: Repair;
}
