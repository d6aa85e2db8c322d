import type { Formats, IdentifiedRun, ItemId } from '@plenary/ground/text';
import {
  sharesOf,
  type AuthoredParagraphView,
  type AuthorView,
  type ComparedParagraph,
  type ComparedParagraphView,
  type Moment,
  type MomentParagraphView,
  type OrganisationShareView,
  type SpanView,
  type Stretch,
  type StretchView,
} from '@plenary/statements/domain';
import type { AuthorList } from './authors.js';
import type { Hand } from './hands.js';

/** Whose hand a character is. */
export type HandOf = (id: ItemId) => Hand;

export function presentStretch(
  { shares, begunAt, endedAt, ...stretch }: Stretch,
  nameOf: (share: Stretch['shares'][number]) => AuthorView,
): StretchView {
  const { number, firstSeq, lastSeq, gapBefore } = stretch;
  return {
    ...{ number, firstSeq, lastSeq, gapBefore },
    ...{ begunAt: begunAt.toISOString(), endedAt: endedAt.toISOString() },
    paragraphs: new Set(shares.flatMap(({ segments }) => Object.keys(segments))).size,
    authors: shares.map((share) => ({ ...nameOf(share), added: share.added, removed: share.removed })),
  };
}

function presentSpan(text: string, formats: Formats, note: string | null): SpanView {
  const link = formats['link'];
  const href = typeof link === 'object' ? (link['href'] ?? null) : null;
  return { text, bold: 'bold' in formats, italic: 'italic' in formats, link: href, note };
}

const spanOf = ({ text, formats, embed }: IdentifiedRun): SpanView =>
  presentSpan(embed ? '' : text, formats, embed ? (embed.values['text'] ?? '') : null);

export const presentMoment = (moment: Moment): MomentParagraphView[] =>
  moment.map(({ id, attributes, runs }) => ({ id, ...attributes, content: joined(runs.map(spanOf)) }));

/** Whose characters they are is not told here: those that look alike are one. */
function joined(spans: readonly SpanView[]): SpanView[] {
  const found: { -readonly [Name in keyof SpanView]: SpanView[Name] }[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    const isAlike = last?.bold === span.bold && last.italic === span.italic && last.link === span.link;
    if (isAlike && last.note === null && span.note === null) last.text += span.text;
    else found.push({ ...span });
  }
  return found;
}

export function presentCompared(
  compared: readonly ComparedParagraph[],
  handOf: HandOf,
  authors: AuthorList,
): ComparedParagraphView[] {
  return compared.map(({ id, state, moved, restyled, attributes, pieces }) => ({
    ...{ id, state, moved, restyled, ...attributes },
    pieces: pieces.map(({ kind, text, formats, note, id: first }) => ({
      ...presentSpan(text, formats, note),
      kind,
      author: kind === 'added' ? authors.place(handOf(first)) : null,
    })),
  }));
}

/** Paragraphs with the hand of each run, and shares of organisations as this reader may know them. */
export function presentAuthored(
  moment: Moment,
  handOf: HandOf,
  authors: AuthorList,
): (viewOf: (place: number) => AuthorView) => {
  paragraphs: AuthoredParagraphView[];
  shares: OrganisationShareView[];
} {
  const placed = moment.map(({ id, attributes, runs }) => ({
    ...{ id, ...attributes },
    runs: runs.map((run) => {
      const hand = handOf(run.id);
      return { ...spanOf(run), author: authors.place(hand), at: hand.at.toISOString() };
    }),
  }));
  return (viewOf) => {
    const shares = (runs: AuthoredParagraphView['runs']): OrganisationShareView[] => {
      const names = new Map<string, string | null>();
      const written = runs.map(({ author, text }) => {
        const { organisationId, organisation } = viewOf(author);
        if (organisationId !== null) names.set(organisationId, organisation);
        return { organisationId, characters: text.length };
      });
      return sharesOf(written).map((share) => ({
        ...share,
        organisation: names.get(share.organisationId ?? '') ?? null,
      }));
    };
    return {
      paragraphs: placed.map((paragraph) => ({ ...paragraph, shares: shares(paragraph.runs) })),
      shares: shares(placed.flatMap(({ runs }) => runs)),
    };
  };
}
