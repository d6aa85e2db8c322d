import { Injectable } from '@nestjs/common';
import { CollabService } from '@plenary/ground/server/collab';
import {
  FlatText,
  knowsAnchor,
  lineBreak,
  passagesOf,
  printOf,
  type Anchor,
  type PageParagraph,
  type Passage,
} from '@plenary/ground/text';
import { documentOf } from '@plenary/statements/domain';
import {
  commentLimits,
  cutTo,
  failComment,
  placeOnStatement,
  type PlaceView,
} from '@plenary/comments/domain';
import type { BeginThreadDto } from './threads.dto.js';

const { quoteLength, contextLength, pieces } = commentLimits;

/** COM-3: places in a text as its committed words say them, whatever a client says of them. */
@Injectable()
export class PassagesService {
  constructor(private readonly collab: CollabService) {}

  /** Throws `comment.passage-unknown` for what the committed text does not have, or not yet. */
  async read(
    statementId: string,
    { kind, paragraphId, anchor }: Pick<BeginThreadDto, 'kind' | 'paragraphId' | 'anchor'>,
  ): Promise<PlaceView> {
    if (kind === 'statement') return placeOnStatement;
    return this.collab.read(documentOf(statementId), (doc) => {
      const text = new FlatText(doc);
      return kind === 'paragraph'
        ? placeOfParagraph(text, paragraphId!)
        : placeOfPassage(
            text,
            anchor!.map(({ first, last }) => ({ first, last })),
          );
    });
  }
}

function placeOfParagraph(text: FlatText, paragraphId: string): PlaceView {
  const paragraph = text.holderOf(paragraphId) ?? failComment('comment.passage-unknown');
  const words = wordsOf(paragraph);
  return {
    ...placeOnStatement,
    ...{ kind: 'paragraph', paragraphId: paragraph.id, quote: cutTo(words, quoteLength) },
  };
}

function placeOfPassage(text: FlatText, anchor: Anchor): PlaceView {
  if (!knowsAnchor(text, anchor)) return failComment('comment.passage-unknown');
  const print = printOf(text, anchor);
  if (print.runs.length > pieces) return failComment('comment.passage-too-long');
  const passages = passagesOf(text, anchor);
  const [first, last] = [passages[0], passages.at(-1)];
  // Somebody deleted it meanwhile: where it stood is said, and the words are no longer there to be quoted.
  const holder = text.segmentAt(anchor[0]!.first);
  const paragraphId = first?.paragraph.id ?? (holder && text.paragraphOf(holder).id) ?? null;
  return {
    ...placeOnStatement,
    ...{ kind: 'passage', anchor, print, paragraphId },
    quote: cutTo(quoteOf(passages), quoteLength),
    before: first ? cutBefore(wordsOf(first.paragraph).slice(0, first.from)) : '',
    after: last ? cutTo(wordsOf(last.paragraph).slice(last.to), contextLength) : '',
  };
}

/** Parts in one paragraph stand beside each other; what stands in another begins a line. */
const quoteOf = (passages: readonly Passage[]): string =>
  passages
    .map(({ paragraph, from, to }, place) => {
      const before = passages[place - 1]?.paragraph;
      const lead = before === undefined ? '' : before === paragraph ? ' … ' : '\n';
      return lead + wordsOf(paragraph).slice(from, to);
    })
    .join('');

/** As they are read, place for place: a hard break is the end of a line, a note is a space. */
const wordsOf = ({ runs }: PageParagraph): string =>
  runs.map(({ text, embed }) => (embed ? ' ' : text.replaceAll(lineBreak, '\n'))).join('');

/** Without half a sign at the beginning. */
const cutBefore = (words: string): string => words.slice(-contextLength).replace(/^\p{Surrogate}/u, '');
