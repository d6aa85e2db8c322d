import {
  FlatText,
  forkOf,
  fromText,
  readLayers,
  takeIn,
  type Layer,
  type LayerPart,
} from '@plenary/ground/text';
import { attributeNames } from '@plenary/statements/domain';
import * as Y from 'yjs';

/** What suggestions do is read anew once the text rests for so long, and after so long at the latest. Milliseconds. */
const [pause, latest] = [300, 2_000];

/** Parts of each layer, by its client id. */
export type Parts = ReadonlyMap<number, readonly LayerPart[]>;

/** All that is suggested upon a text, in one copy that goes on taking in what is written into the text. */
export class SuggestionsUpon {
  readonly base: FlatText;
  parts: Parts = new Map();
  private fork: Y.Doc | null = null;
  private flat: FlatText | null = null;
  private layers: readonly Layer[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private since = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly text: Y.Doc) {
    this.base = new FlatText(text);
    text.on('afterTransaction', this.onText);
    text.on('update', this.onUpdate);
  }

  /** Told when the parts are others than before. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  set(layers: readonly Layer[]): void {
    if (sameLayers(this.layers, layers)) return;
    this.layers = layers;
    this.fork?.destroy();
    this.fork = forkOf(this.text, layers);
    const flat = new FlatText(this.fork);
    this.flat = flat;
    this.fork.on('afterTransaction', (transaction: Y.Transaction) => void takeIn(flat, transaction));
    this.read();
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.text.off('afterTransaction', this.onText);
    this.text.off('update', this.onUpdate);
    this.fork?.destroy();
  }

  private readonly onText = (transaction: Y.Transaction): void => {
    const { paragraphs, order } = takeIn(this.base, transaction);
    if (this.layers.length === 0 || (paragraphs.size === 0 && !order)) return;
    const now = performance.now();
    if (this.timer === null) this.since = now;
    else if (now - this.since > latest) return;
    else clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.read();
    }, pause);
  };

  private readonly onUpdate = (update: Uint8Array): void => {
    if (this.fork) Y.applyUpdate(this.fork, update, fromText);
  };

  private read(): void {
    this.parts = this.flat ? readLayers(this.base, this.flat, this.layers, attributeNames) : new Map();
    this.listeners.forEach((listener) => listener());
  }
}

export const sameLayers = (one: readonly Layer[], other: readonly Layer[]): boolean =>
  one.length === other.length &&
  one.every(({ client, update }, at) => {
    const same = other[at]!;
    return client === same.client && (update === same.update || sameBytes(update, same.update));
  });

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
