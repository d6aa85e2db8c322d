import { Injectable } from '@nestjs/common';
import { checkLayer } from '@plenary/ground/collab/engine';
import { DomainError, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { CollabService } from '@plenary/ground/server/collab';
import {
  FlatText,
  forkOf,
  readLayers,
  takeBack,
  takeLayerIn,
  type Deed,
  type Layer,
  type Writing,
} from '@plenary/ground/text';
import { documentOf, statementRules } from '@plenary/statements/domain';
import { failSuggestion, suggestionLimits } from '@plenary/comments/domain';
import type { SuggestionEntity } from '../entities/suggestion.entity.js';

const attributes = Object.keys(statementRules.attributes);

/** What a suggestion becomes that is taken back out of the text: open again, upon the text as it is then. */
export interface TakenBack {
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

  /** SUG-5: what accepting writes into the text as it is now. Null when nothing of it stands any more. */
  async takeIn(actor: Actor, { statementId, ...suggestion }: SuggestionEntity): Promise<Writing | null> {
    const layer = layerOf({ ...suggestion, statementId }, 'sent')!;
    const client = await this.grant(actor, statementId);
    return this.collab.read(documentOf(statementId), (doc) => {
      const text = new FlatText(doc);
      const fork = new FlatText(forkOf(doc, [layer]));
      fork.doc.clientID = client;
      const parts = readLayers(text, fork, [layer], attributes).get(layer.client)!;
      const writing = takeLayerIn(text, fork, layer, parts);
      fork.doc.destroy();
      return writing;
    });
  }

  /** SUG-6: null when nothing of what was accepted is there any more. */
  async takeBack(
    actor: Actor,
    { statementId, authorId, organisationId }: SuggestionEntity,
    deed: Deed,
  ): Promise<TakenBack | null> {
    const client = await this.grant(actor, statementId);
    const again = await this.grant({ personId: authorId, organisationId }, statementId);
    return this.collab.read(documentOf(statementId), (doc) => {
      const copy = forkOf(doc, []);
      copy.clientID = client;
      const writing = takeBack(new FlatText(copy), deed);
      // The same, taken back again, is the suggestion once more, under an id of its own.
      const fork = forkOf(copy, []);
      fork.clientID = again;
      const layer = writing && takeBack(new FlatText(fork), writing.deed);
      for (const each of [copy, fork]) each.destroy();
      return writing && layer && { writing, layer: { client: again, update: layer.update } };
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
  async write({ statementId, writing, writingBy, writingFor }: SuggestionEntity): Promise<void> {
    const author = { personId: writingBy!, organisationId: writingFor };
    await this.collab.write(documentOf(statementId), author, writing!);
  }
}

export function layerOf(suggestion: SuggestionEntity, which: 'layer' | 'sent' = 'layer'): Layer | null {
  const update = suggestion[which];
  return update && { client: Number(suggestion.clientId), update };
}
