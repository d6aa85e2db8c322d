import { Injectable } from '@nestjs/common';
import type * as Y from 'yjs';
import type { Actor } from '@plenary/ground/kernel';
import { FlatText, type Layer, type LayeredParagraph } from '@plenary/ground/text';
import type { SuggestionView, ThreadView } from '@plenary/comments/domain';
import { SuggestionsService, ThreadsService } from '@plenary/comments/server';
import {
  isWritten,
  marksOf,
  outgoing,
  trackedText,
  wholeOf,
  type ExportNames,
  type Outgoing,
  type Remark,
  type Voice,
} from '@plenary/exchange/domain';
import { remarkOf, remarkOfSuggestion } from './beside-text.js';
import { Voices } from './voices.js';
import { fileWords } from './words/index.js';

/** What is to be in a file besides the text. */
export interface MarksAsked {
  readonly suggestions: boolean;
  readonly comments: boolean;
  readonly names: ExportNames;
}

/** As whoever takes the file out may read it. */
export interface Said {
  readonly threads: readonly ThreadView[];
  readonly suggestions: readonly SuggestionView[];
}

export interface MarkedOutgoing {
  readonly out: Outgoing;
  /** Suggestions that stand in it as comments, since tracked changes cannot say them. */
  readonly asComments: number;
}

const pageSize = 100;

/** EXC-30 to EXC-33: suggestions and comments in a file. */
@Injectable()
export class Marking {
  constructor(
    private readonly threads: ThreadsService,
    private readonly suggestions: SuggestionsService,
  ) {}

  /** Read before the text is, so that the text has all characters of which they speak. */
  async read(actor: Actor, id: string, { suggestions, comments }: MarksAsked): Promise<Said> {
    return {
      suggestions: suggestions ? (await this.suggestions.listSent(actor, id)).items : [],
      threads: comments ? await this.threadsOf(actor, id) : [],
    };
  }

  private async threadsOf(actor: Actor, id: string): Promise<ThreadView[]> {
    const found: ThreadView[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.threads.list(actor, id, {
        state: 'all',
        limit: pageSize,
        ...(cursor ? { cursor } : {}),
      });
      found.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return found.sort((one, other) => compare(one.createdAt, other.createdAt) || compare(one.id, other.id));
  }

  /** The text with what is said of it. */
  mark(doc: Y.Doc, out: Outgoing, said: Said, { comments, names }: MarksAsked): MarkedOutgoing {
    const text = new FlatText(doc);
    const words = fileWords(out.language);
    const voices = new Voices(names, words);
    const suggestions = said.suggestions.flatMap((each, at) => {
      const name = words('suggestion', { number: String(at + 1) });
      const voice = voices.of(each.author, each.changedAt, name);
      return each.layer ? [{ ...each, layer: layerOf(each.layer), name, voice }] : [];
    });
    const { row, accepted, others } = trackedText(doc, suggestions.map(({ layer }) => layer));
    const byClient = new Map(suggestions.map((each) => [each.layer.client, each]));
    const remarks = said.threads.map((thread) => remarkOf(text, thread, voices, words));
    for (const { layer, reason, voice, name, ...view } of suggestions) {
      const parts = others.get(layer.client);
      if (parts) remarks.push(remarkOfSuggestion(text, { ...view, layer: null, reason }, parts, name, voices, words));
      else if (comments && reason) remarks.push(remarkOfReason(text, row, layer, voice, reason));
    }
    const voicesBy = new Map([...byClient].map(([client, { voice }]) => [client, voice]));
    const then = outgoing(out, accepted);
    return { out: { ...out, marks: marksOf(row, out, then, voicesBy, remarks) }, asComments: others.size };
  } // prettier-ignore
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const layerOf = ({ client, update }: NonNullable<SuggestionView['layer']>): Layer => ({
  client,
  update: Buffer.from(update, 'base64'),
});

/** Why somebody suggests what is tracked: on the first paragraph in which something of it stands. */
function remarkOfReason(
  text: FlatText,
  row: readonly LayeredParagraph[],
  { client }: Layer,
  by: Voice,
  reason: string,
): Remark {
  const at = row.findIndex(
    ({ pieces, end, saidBy }) =>
      [end?.client, saidBy].includes(client) ||
      pieces.some(({ change, before }) => [change?.client, before?.client].includes(client)),
  );
  const ids = row.slice(0, at + 1).flatMap(({ ends, now }) => [now, ends]);
  const paragraphs = ids.flatMap((id) => (id === null ? [] : (text.paragraph(id) ?? [])));
  const range = wholeOf(paragraphs.findLast((paragraph) => isWritten(text, paragraph)));
  return { range, isDone: false, said: [{ by, lines: reason.split(/\r?\n/) }] };
}
