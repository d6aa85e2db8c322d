import { Injectable } from '@nestjs/common';
import type { Actor } from '@plenary/ground/kernel';
import {
  commentLimits,
  cutTo,
  failSuggestion,
  placeOnStatement,
  type PlaceView,
} from '@plenary/comments/domain';
import { SuggestionDoor } from './suggestion-door.js';
import { SuggestionLayers } from './suggestion-layers.service.js';

/** COM-13: suggestions as places of threads. */
@Injectable()
export class SuggestedPlaces {
  constructor(
    private readonly door: SuggestionDoor,
    private readonly layers: SuggestionLayers,
  ) {}

  /** One that was sent, whatever became of it; its quote is what it would write, as long as it is open. */
  async read(actor: Actor, statementId: string, suggestionId: string): Promise<PlaceView> {
    const { suggestion } = await this.door.open(actor, suggestionId);
    if (suggestion.statementId !== statementId || suggestion.state === 'draft')
      return failSuggestion('suggestion.not-found');
    const words = suggestion.state === 'open' ? await this.layers.wordsOf(suggestion) : '';
    const quote = cutTo(words, commentLimits.quoteLength);
    return { ...placeOnStatement, kind: 'suggestion', suggestionId, quote };
  }
}
