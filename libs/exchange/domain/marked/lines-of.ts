import type { Inline, LayeredParagraph, LayeredPiece } from '@plenary/ground/text';
import type { OutParagraph, Outgoing } from '../outgoing/outgoing.js';
import type { Marks, OutChange, OutLine, OutPiece, OutPlace, Remark, Voice } from './marked.js';

/**
 * What a file has of a text and tracked suggestions, with remarks at their places. `out` is the text, `accepted` what it
 * would be; both say numbers, styles and directions of their paragraphs.
 */
export function marksOf(
  row: readonly LayeredParagraph[],
  { paragraphs }: Pick<Outgoing, 'paragraphs'>,
  accepted: Pick<Outgoing, 'paragraphs'>,
  voices: ReadonlyMap<number, Voice>,
  remarks: readonly Remark[],
): Marks {
  const [was, now] = [paragraphs, accepted.paragraphs].map(byId);
  const places = new Places(remarks);
  const lines = row.flatMap((line): OutLine[] => {
    const pieces = line.pieces.flatMap((piece) => places.cut(piece, voices));
    if (pieces.length === 0) return [];
    const [before, after] = [find(was!, line.ends), find(now!, line.now)];
    const isSame = before !== null && after !== null && sameProperties(before, after);
    return [
      {
        ...{ id: line.now ?? line.ends, was: before, now: isSame ? null : after, pieces },
        saidBy: line.saidBy === null ? null : voices.get(line.saidBy)!,
        end: endOf(line, { before, after }, voices),
      },
    ];
  });
  const pieces = lines.flatMap((line) => line.pieces);
  const placed = new Set(pieces.flatMap(({ closes }) => closes));
  return { lines, remarks, onTitle: [...remarks.keys()].filter((at) => !placed.has(at)) };
}

const byId = (paragraphs: readonly OutParagraph[]) => new Map(paragraphs.map((each) => [each.id, each]));
const find = (all: ReadonlyMap<string | null, OutParagraph>, id: string | null): OutParagraph | null =>
  (id === null ? undefined : all.get(id)) ?? null;

/** EXC-1: an empty paragraph is in no file. One that becomes empty goes, one that was empty comes. */
function endOf(
  { end, ends, now, pieces }: LayeredParagraph,
  { before, after }: { before: OutParagraph | null; after: OutParagraph | null },
  voices: ReadonlyMap<number, Voice>,
): OutChange | null {
  if (end) return changeOf(end, voices);
  const one = pieces.find(({ change }) => change !== null)?.change;
  if (!one) return null;
  if (ends !== null && now !== null && after === null) return changeOf({ ...one, kind: 'deleted' }, voices);
  return before === null ? changeOf({ ...one, kind: 'inserted' }, voices) : null;
}

const changeOf = (
  { kind, client }: { kind: OutChange['kind']; client: number },
  voices: ReadonlyMap<number, Voice>,
): OutChange => ({ kind, by: voices.get(client)! });

/** As far as a file says it of a paragraph. */
function sameProperties(one: OutParagraph, other: OutParagraph): boolean {
  const said = ({ style, kind, level, indent, runs }: OutParagraph) =>
    [style, kind, level, indent, runs].join();
  return said(one) === said(other) && (one.number.label === null) === (other.number.label === null);
}

/** Where remarks begin and end. */
class Places {
  private readonly begins = new Map<string, [offset: number, remark: number][]>();
  private readonly ends = new Map<string, [offset: number, remark: number][]>();

  constructor(remarks: readonly Remark[]) {
    for (const [at, { range }] of remarks.entries()) {
      if (!range) continue;
      for (const [all, place] of [[this.begins, range.from], [this.ends, range.to]] as const)
        all.set(place.paragraphId, [...(all.get(place.paragraphId) ?? []), [place.offset, at]]);
    } // prettier-ignore
  }

  /** A piece of the row, parted where remarks begin or end. */
  cut({ inline, change, before, at }: LayeredPiece, voices: ReadonlyMap<number, Voice>): OutPiece[] {
    const piece = {
      change: change && changeOf(change, voices),
      before: before && { formats: before.formats, by: voices.get(before.client)! },
    };
    if (!at) return [{ ...piece, inline: withoutId(inline), opens: [], closes: [] }];
    const length = 'text' in inline ? inline.text.length : 1;
    const cuts = [0, ...this.within(at, length), length];
    return cuts.slice(1).map((to, place): OutPiece => {
      const from = cuts[place]!;
      const [begin, end] = [at.offset + from, at.offset + to];
      return {
        ...piece,
        inline: 'text' in inline ? { ...inline, text: inline.text.slice(from, to) } : withoutId(inline),
        opens: this.standing(this.begins, at, (offset) => offset === begin),
        closes: this.standing(this.ends, at, (offset) => offset === end),
      };
    });
  }

  private within({ paragraphId, offset }: OutPlace, length: number): number[] {
    const all = [this.begins, this.ends].flatMap((each) => each.get(paragraphId) ?? []);
    const found = all.map(([at]) => at - offset).filter((at) => at > 0 && at < length);
    return [...new Set(found)].sort((one, other) => one - other);
  }

  private standing(
    all: ReadonlyMap<string, readonly [offset: number, remark: number][]>,
    { paragraphId }: OutPlace,
    is: (offset: number) => boolean,
  ): number[] {
    return (all.get(paragraphId) ?? []).filter(([offset]) => is(offset)).map(([, remark]) => remark);
  }
}

const withoutId = (inline: Inline): Inline =>
  'embed' in inline ? { embed: inline.embed, values: inline.values } : inline;
