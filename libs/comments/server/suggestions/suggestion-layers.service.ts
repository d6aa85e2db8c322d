import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkLayer } from '@plenary/ground/collab/engine';
import { DomainError, withoutUnseen, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork, type Transaction } from '@plenary/ground/server';
import { CollabService } from '@plenary/ground/server/collab';
import {
  asSuggested,
  closedFormats,
  FlatText,
  forkOf,
  lineBreak,
  readLayers,
  sameItem,
  takeBack,
  takeLayerIn,
  wordingsOf,
  type Deed,
  type ItemId,
  type Layer,
  type LayerPart,
  type Reworded,
  type TakenIn,
  type Writing,
} from '@plenary/ground/text';
import { attributeNames, documentOf, statementRules } from '@plenary/statements/domain';
import { failSuggestion, suggestionLimits, type OtherWordsView } from '@plenary/comments/domain';
import type { SuggestionEntity } from '../entities/suggestion.entity.js';
import { SuggestionsRepository } from './suggestions.repository.js';
import { changesBetween } from './word-changes.js';

/** Words that are accepted otherwise than they were suggested, by the first character of these. */
export interface OtherWordsAt extends OtherWordsView {
  readonly at: ItemId;
}

/** The epoch of the text that something follows from. */
interface OfEpoch {
  readonly epoch: number;
}

/** What a suggestion becomes that is taken back out of the text: open again, upon the text as it is then. */
export interface TakenBack extends OfEpoch {
  readonly writing: Writing;
  readonly layer: Layer;
}

/**
 * Layers and the committed text. Nothing here is done within a transaction: reading a text takes a line to the database of
 * its own.
 */
@Injectable()
export class SuggestionLayers {
  constructor(
    private readonly collab: CollabService,
    private readonly suggestions: SuggestionsRepository,
    private readonly unit: UnitOfWork,
  ) {}

  /** SUG-3: judged as strictly as an edit of the text. */
  async check(actor: Actor, suggestion: SuggestionEntity, update: Uint8Array): Promise<void> {
    if (update.byteLength > suggestionLimits.updateBytes)
      failSuggestion('suggestion.too-large', { maximum: suggestionLimits.updateBytes });
    const known = layerOf(suggestion);
    const layer: Layer = { client: Number(suggestion.clientId), update };
    await this.collab.read(documentOf(suggestion.statementId), (text) => {
      try {
        checkLayer(text, statementRules, layer, actor.personId, known);
      } catch (reason) {
        if (!(reason instanceof DomainError)) throw reason;
        failSuggestion(
          reason.code === 'document.resync' ? 'suggestion.text-unknown' : 'suggestion.malformed',
        );
      }
    });
  }

  /**
   * SUG-5, SUG-9: what accepting writes into the text as it is now, with these words otherwise than they were suggested.
   * Null when nothing of it stands any more.
   */
  async takeIn(
    actor: Actor,
    { statementId, ...suggestion }: SuggestionEntity,
    otherwise: readonly OtherWordsAt[],
  ): Promise<(TakenIn & OfEpoch & { readonly words: readonly OtherWordsView[] }) | null> {
    const layer = layerOf({ ...suggestion, statementId }, 'sent')!;
    const client = await this.grant(actor, statementId);
    return this.collab.read(documentOf(statementId), (doc, _, epoch) => {
      const text = new FlatText(doc);
      const fork = new FlatText(forkOf(doc, [layer]));
      fork.doc.clientID = client;
      const parts = readLayers(text, fork, [layer], attributeNames).get(layer.client)!;
      const changed = rewordingsIn(parts, otherwise);
      const writing = takeLayerIn(text, fork, layer, parts, changed, closedFormats(statementRules));
      fork.doc.destroy();
      const words = changed.map(({ text: suggested, accepted }) => ({ suggested, accepted }));
      return writing && { ...writing, epoch, words };
    });
  }

  /** SUG-6: null when nothing of what was accepted is there any more. */
  async takeBack(
    actor: Actor,
    { statementId, authorId, organisationId }: SuggestionEntity,
    deed: Deed,
    reworded: Reworded | null,
  ): Promise<TakenBack | null> {
    const client = await this.grant(actor, statementId);
    const anew = await this.grant({ personId: authorId, organisationId }, statementId);
    return this.collab.read(documentOf(statementId), (doc, _, epoch) => {
      const copy = forkOf(doc, []);
      copy.clientID = client;
      const writing = takeBack(new FlatText(copy), deed);
      // The same, taken back again, is the suggestion once more, under an id of its own.
      const fork = forkOf(copy, []);
      fork.clientID = anew;
      const again = new FlatText(fork);
      const back =
        writing && (reworded ? asSuggested(writing.deed, reworded, again.restorations) : writing.deed);
      const layer = back && takeBack(again, back);
      for (const each of [copy, fork]) each.destroy();
      return writing && layer && { writing, epoch, layer: { client: anew, update: layer.update } };
    });
  }

  /** True as long as nothing was erased from the text since. To be asked with the statement locked, as erasing does. */
  isStill(tx: Transaction, { statementId }: SuggestionEntity, { epoch }: OfEpoch): Promise<boolean> {
    return this.collab.isOfEpoch(tx, documentOf(statementId), epoch);
  }

  /** What an open one would write, or where that is nothing, what it would delete; empty for what is neither. */
  async wordsOf(suggestion: SuggestionEntity): Promise<string> {
    const layer = layerOf(suggestion, 'sent');
    if (!layer) return '';
    return this.collab.read(documentOf(suggestion.statementId), (doc) => {
      const fork = forkOf(doc, [layer]);
      const parts = readLayers(new FlatText(doc), new FlatText(fork), [layer], []).get(layer.client)!;
      fork.destroy();
      const words = (kind: 'inserted' | 'deleted') =>
        parts.flatMap((part) =>
          part.kind === 'characters'
            ? part.pieces.map((piece) => (piece.kind === kind ? piece.text : '')).join('')
            : [],
        );
      const [written, deleted] = [words('inserted'), words('deleted')].map((all) =>
        all.filter((each) => each.trim() !== '').join(' … '),
      );
      return (written || deleted || '').replaceAll('\ufffc', ' ').replaceAll(lineBreak, '\n').trim();
    });
  }

  /** A client id for the text of a statement. */
  grant(author: Pick<Actor, 'personId' | 'organisationId'>, statementId: string): Promise<number> {
    const { personId, organisationId } = author;
    return this.unit.run(null, (tx) =>
      this.collab.grantClientId(tx, documentOf(statementId), { personId, organisationId }),
    );
  }

  /** Writes what was decided. Written once, however often it is asked for. */
  async write({
    id,
    statementId,
    writing,
    writingBy,
    writingFor,
    ...decided
  }: SuggestionEntity): Promise<void> {
    const { reworded, decidedBy: personId, decidedFor: organisationId } = decided;
    const suggested = {
      ...{ author: { personId: writingBy!, organisationId: writingFor }, update: writing! },
      // STM-29: words that were erased from it since it was read do not get into the text.
      andThen: async (tx: unknown) => {
        const now = await this.suggestions.findLocked(tx as EntityManager, id);
        if (!now?.writing?.equals(writing!)) throw new Error('what is to be written is another by now');
      },
    };
    const set = reworded && personId && Buffer.from(reworded.set, 'base64');
    // SUG-9: together, so that nobody sees words that were not accepted.
    const instead = set ? [{ author: { personId, organisationId }, update: set }] : [];
    await this.collab.write(documentOf(statementId), [suggested, ...instead]);
  }
}

/** Throws `suggestion.not-open` where something else is suggested by now. */
function rewordingsIn(parts: readonly LayerPart[], otherwise: readonly OtherWordsAt[]) {
  const all = wordingsOf(parts);
  const found = otherwise.map(({ at, suggested, accepted: typed }) => {
    const known = all.find((each) => sameItem(each.at, at));
    // Requests come without signs that nobody sees.
    if (!known || withoutUnseen(known.text) !== suggested) return failSuggestion('suggestion.not-open');
    // As it is typed into a field: a new line is a hard break.
    const accepted = typed.normalize('NFC').replace(/\r\n?|\n/g, lineBreak);
    const changes = suggested === accepted ? [] : changesBetween(known.text, accepted);
    return { ...known, changes, accepted };
  });
  return found.filter(({ changes }) => changes.length > 0);
}

export function layerOf(suggestion: SuggestionEntity, which: 'layer' | 'sent' = 'layer'): Layer | null {
  const update = suggestion[which];
  return update && { client: Number(suggestion.clientId), update };
}
