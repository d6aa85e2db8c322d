import { placeOfCaret, type FlatText, type ItemId, type LayerPart } from '@plenary/ground/text';

/** Where something stands in a text: the paragraph, by its place on the page, and how far into it. */
export type Standing = readonly [index: number, offset: number];

/** Where a suggestion stands first; null where nothing of it stands anywhere. */
export function standingOf(text: FlatText, parts: readonly LayerPart[]): Standing | null {
  const all = parts.flatMap((part) => {
    const found = standing(text, part);
    return found ? [found] : [];
  });
  return all.toSorted(byStanding)[0] ?? null;
}

export const byStanding = (one: Standing | null, other: Standing | null): number =>
  (one?.[0] ?? Infinity) - (other?.[0] ?? Infinity) || (one?.[1] ?? 0) - (other?.[1] ?? 0) || 0;

function standing(text: FlatText, part: LayerPart): Standing | null {
  if (part.kind === 'format') return ofCharacter(text, part.first);
  if (part.kind === 'attribute') return ofParagraph(text, part.id);
  if (part.kind !== 'characters') return ofParagraph(text, part.paragraphId);
  const [first] = part.pieces;
  if (!first) return null;
  const character = first.kind === 'deleted' ? first.id : first.after;
  return (
    (character && ofCharacter(text, character)) ??
    ofParagraph(text, part.paragraphId) ??
    (character ? null : [0, 0])
  );
}

function ofCharacter(text: FlatText, id: ItemId): Standing | null {
  const place = placeOfCaret(text, id);
  const index = place ? text.indexOf(place.paragraph.id) : undefined;
  return place && index !== undefined ? [index, place.offset] : null;
}

function ofParagraph(text: FlatText, id: string): Standing | null {
  const holder = text.holderOf(id);
  const index = holder && text.indexOf(holder.id);
  return index === undefined ? null : [index, 0];
}

interface Claim {
  readonly who: string;
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Which suggestions compete: two that delete a common character, or set one attribute differently. Answers for each the
 * ids of its rivals.
 */
export function competing(
  suggestions: readonly { readonly id: string; readonly parts: readonly LayerPart[] }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const rivals = new Map<string, Set<string>>();
  const pair = (one: string, other: string) => {
    if (one === other) return;
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const)
      rivals.set(a, (rivals.get(a) ?? new Set()).add(b));
  };
  const claims: Claim[] = [];
  const said = new Map<string, { who: string; value: string }[]>();
  for (const { id: who, parts } of suggestions) {
    for (const part of parts) {
      if (part.state === 'void') continue;
      if (part.kind === 'attribute') {
        const key = `${part.id}/${part.name}`;
        const value = JSON.stringify(part.value);
        const others = said.get(key) ?? [];
        for (const other of others) if (other.value !== value) pair(who, other.who);
        said.set(key, [...others, { who, value }]);
      }
      if (part.kind !== 'characters') continue;
      for (const piece of part.pieces) {
        if (piece.kind !== 'deleted' || !piece.isThere) continue;
        const [client, from] = piece.id;
        claims.push({ who, client, from, to: from + piece.length });
      }
    }
  }
  claims.sort((one, other) => one.client - other.client || one.from - other.from);
  let open: Claim[] = [];
  for (const claim of claims) {
    open = open.filter(({ client, to }) => client === claim.client && to > claim.from);
    for (const other of open) pair(claim.who, other.who);
    open.push(claim);
  }
  return rivals;
}

/** A piece of what a suggestion does, in short. */
export interface Said {
  readonly kind: 'words' | 'paragraph' | 'attribute' | 'format';
  readonly state: LayerPart['state'];
  readonly out: string;
  readonly into: string;
  /** What it does, where that is no words: key of a sentence. */
  readonly key: string | null;
  /** Of an attribute or a format. */
  readonly value: string;
}

/** What a suggestion does, part by part. */
export const saidOf = (parts: readonly LayerPart[]): readonly Said[] => parts.map(said);

function said(part: LayerPart): Said {
  const { state } = part;
  const nothing = { state, out: '', into: '', key: null, value: '' };
  switch (part.kind) {
    case 'characters': {
      const words = (kind: 'deleted' | 'inserted') =>
        part.pieces
          .map((piece) =>
            piece.kind === kind ? piece.text : piece.kind === 'break' && kind === 'inserted' ? ' ¶ ' : '',
          )
          .join('')
          .trim();
      const begins = part.pieces.some(({ kind }) => kind === 'break');
      const into = words('inserted');
      const key = begins ? 'part.new-paragraph' : null;
      return { ...nothing, kind: 'words', out: words('deleted'), into: into.replace(/^¶ /, ''), key };
    }
    case 'removed':
      return { ...nothing, kind: 'paragraph', key: 'part.removed' };
    case 'joined':
      return { ...nothing, kind: 'paragraph', key: 'part.joined' };
    case 'moved':
      return { ...nothing, kind: 'paragraph', key: 'part.moved' };
    case 'attribute':
      return { ...nothing, kind: 'attribute', key: `part.attribute.${part.name}`, value: String(part.value) };
    case 'format':
      return { ...nothing, kind: 'format', key: 'part.format', value: part.name };
  }
}
