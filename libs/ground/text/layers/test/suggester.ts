import * as Y from 'yjs';
import { FlatText } from '../../flat-text.js';
import { sameFormats } from '../../format-spans.js';
import type { Inline } from '../../rich-paragraph.js';
import { Writer } from '../../test/writer.js';
import { forkOf, type Layer } from '../layer.js';
import type { LayerPart } from '../layer-parts.js';
import { readLayers } from '../read-layers.js';
import { takeBack, takeLayerIn, type Writing } from '../taking-in.js';
import type { Deed } from '../deed.js';

export const attributes = ['kind', 'style', 'level'];

/** Somebody who writes upon a text. */
export class Suggester extends Writer {
  constructor(client: number, text: Y.Doc) {
    super(client, Y.encodeStateAsUpdate(text), false);
  }

  get layer(): Layer {
    return { client: this.client, update: Y.mergeUpdates(this.out) };
  }
}

export const partsOf = (text: Y.Doc, ...layers: readonly Layer[]): readonly LayerPart[] =>
  allPartsOf(text, layers).get(layers[0]!.client)!;

export const allPartsOf = (text: Y.Doc, layers: readonly Layer[]) =>
  readLayers(new FlatText(text), new FlatText(forkOf(text, layers)), layers, attributes);

/** Takes a layer into a text as the server does; `client` is the one who takes it in. */
export function takeIn(text: Y.Doc, layer: Layer, client: number): Writing | null {
  const fork = new FlatText(forkOf(text, [layer]));
  fork.doc.clientID = client;
  const writing = takeLayerIn(new FlatText(text), fork, layer, partsOf(text, layer));
  if (writing) Y.applyUpdate(text, writing.update);
  return writing;
}

export function undo(text: Y.Doc, deed: Deed, client: number): Writing | null {
  const copy = forkOf(text, []);
  copy.clientID = client;
  const writing = takeBack(new FlatText(copy), deed);
  if (writing) Y.applyUpdate(text, writing.update);
  return writing;
}

/** The layer once more, under an id of its own, after it was taken back; `back`: what the taking back did. */
export function again(text: Y.Doc, back: (fork: FlatText) => Deed, client: number): Layer {
  const fork = new FlatText(forkOf(text, []));
  fork.doc.clientID = client;
  return { client, update: takeBack(fork, back(fork))!.update };
}

/** Characters under the same formats as one, in however many pieces they were written. */
export function joined(content: readonly Inline[]): Inline[] {
  const found: Inline[] = [];
  for (const inline of content) {
    const last = found.at(-1);
    if (last && 'text' in last && 'text' in inline && sameFormats(last.formats ?? {}, inline.formats ?? {}))
      found[found.length - 1] = { ...last, text: last.text + inline.text };
    else found.push(inline);
  }
  return found;
}
