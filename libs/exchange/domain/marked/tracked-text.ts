import type * as Y from 'yjs';
import {
  FlatText,
  forkOf,
  passagesOf,
  placeOfCaret,
  readLayered,
  readLayers,
  readText,
  type CharactersPart,
  type ItemId,
  type Layer,
  type LayeredParagraph,
  type LayerPart,
  type RichParagraph,
} from '@plenary/ground/text';
import { attributeNames } from '@plenary/statements/domain';

/** A text with suggestions in it, as far as tracked changes can say them. */
export interface TrackedText {
  /** The text and the tracked suggestions as one row. */
  readonly row: readonly LayeredParagraph[];
  /** The text as it would be with all of those. */
  readonly accepted: readonly RichParagraph[];
  /** What the others do, by their client ids: they overlap with an earlier one, or do what tracked changes cannot say. */
  readonly others: ReadonlyMap<number, readonly LayerPart[]>;
}

type Parts = readonly LayerPart[];

/**
 * EXC-32: of suggestions that overlap, the earliest is tracked. So is none that moves paragraphs, sets a link, changes the
 * words of a note, or of which something stands nowhere any more. `layers` come with the earliest first.
 */
export function trackedText(doc: Y.Doc, layers: readonly Layer[]): TrackedText {
  const text = new FlatText(doc);
  const parts = withFork(doc, layers, (fork) => readLayers(text, fork, layers, attributeNames));
  const claims = new Claims(text);
  const apart = layers.filter(({ client }) => {
    const own = parts.get(client)!;
    return own.length > 0 && own.every((part) => canBeTracked(text, part)) && claims.take(own);
  });
  const tracked = rowable(text, apart, parts);
  const { row, accepted } = tracked;
  const known = new Set(tracked.layers.map(({ client }) => client));
  return { row, accepted, others: new Map([...parts].filter(([client]) => !known.has(client))) };
}

interface Row extends Pick<TrackedText, 'row' | 'accepted'> {
  readonly layers: readonly Layer[];
}

/** With as many of them as make a row together: those that make none are found by halves. */
function rowable(text: FlatText, layers: readonly Layer[], parts: ReadonlyMap<number, Parts>): Row {
  const whole = rowOf(text, layers, parts);
  if (whole) return whole;
  if (layers.length <= 1) return rowOf(text, [], parts)!;
  const half = Math.ceil(layers.length / 2);
  const [one, other] = [layers.slice(0, half), layers.slice(half)].map((each) => rowable(text, each, parts));
  return rowOf(text, [...one!.layers, ...other!.layers], parts) ?? one!;
}

function rowOf(text: FlatText, layers: readonly Layer[], all: ReadonlyMap<number, Parts>): Row | null {
  return withFork(text.doc, layers, (fork) => {
    const row = readLayered(text, fork, new Map(layers.map(({ client }) => [client, all.get(client)!])));
    return row && { row, layers, accepted: readText(fork.doc, attributeNames) };
  });
}

function withFork<Read>(doc: Y.Doc, layers: readonly Layer[], read: (fork: FlatText) => Read): Read {
  const fork = forkOf(doc, layers);
  try {
    return read(new FlatText(fork));
  } finally {
    fork.destroy();
  }
}

function canBeTracked(text: FlatText, part: LayerPart): boolean {
  if (part.state === 'void' || part.kind === 'moved') return false;
  if (part.kind === 'format') return part.name === 'bold' || part.name === 'italic';
  return part.kind !== 'attribute' || text.paragraph(part.id) !== undefined;
}

/** Characters from one place of a paragraph to another; nothing between them where something comes. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What of a text was claimed: stretches of paragraphs, what paragraphs are, and their ends. */
class Claims {
  private readonly stretches = new Map<string, Stretch[]>();
  private readonly named = new Set<string>();

  constructor(private readonly text: FlatText) {}

  /** False where somebody has claimed some of it; nothing is taken then. */
  take(parts: Parts): boolean {
    const stretches = parts.flatMap((part) => this.stretchesOf(part));
    const named = parts.flatMap((part) => this.namesOf(part));
    const isTaken =
      named.some((each) => this.named.has(each)) ||
      stretches.some(([id, one]) => this.stretches.get(id)?.some((other) => overlap(one, other)));
    if (isTaken) return false;
    for (const each of named) this.named.add(each);
    for (const [id, each] of stretches) this.stretches.set(id, [...(this.stretches.get(id) ?? []), each]);
    return true;
  }

  private stretchesOf(part: LayerPart): [string, Stretch][] {
    if (part.kind === 'characters') return this.charactersOf(part);
    if (part.kind === 'format') return this.between(part.first, part.last);
    // What somebody writes at its edges stands in it, too.
    return part.kind === 'removed' ? [[part.paragraphId, { from: -1, to: Infinity }]] : [];
  }

  private charactersOf({ pieces }: CharactersPart): [string, Stretch][] {
    return pieces.flatMap((piece) => {
      if (piece.kind === 'deleted')
        return this.between(piece.id, [piece.id[0], piece.id[1] + piece.length - 1]);
      const place = piece.after && placeOfCaret(this.text, piece.after);
      return place ? [[place.paragraph.id, { from: place.offset, to: place.offset }]] : [];
    });
  }

  private between(first: ItemId, last: ItemId): [string, Stretch][] {
    return passagesOf(this.text, [{ first, last }]).map(({ paragraph, from, to }) => [
      paragraph.id,
      { from, to },
    ]);
  }

  private namesOf(part: LayerPart): string[] {
    if (part.kind === 'attribute') return [`${part.id} is`];
    if (part.kind === 'removed') return [`${part.paragraphId} is`, `${part.paragraphId} ends`];
    if (part.kind === 'joined') {
      const place = this.text.indexOf(part.paragraphId);
      const before = place ? this.text.page[place - 1]!.id : null;
      return [`${part.paragraphId} is`, ...(before === null ? [] : [`${before} ends`])];
    }
    return [];
  }
}

const overlap = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to;
