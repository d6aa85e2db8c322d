import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  isUndecided,
  mayDecideSuggestion,
  maySignal,
  mayTakeBack,
  mayWriteSuggestion,
  type SuggestionView,
  type ThreadReader,
} from '@plenary/comments/domain';
import type { SuggestionSignalEntity } from '../entities/suggestion-signal.entity.js';
import type { SuggestionEntity } from '../entities/suggestion.entity.js';
import { Speakers, type SpeakerNames } from '../speakers.js';
import { guarded } from './suggestion-door.js';
import { SuggestionsRepository } from './suggestions.repository.js';

/** What of suggestions leaves the server, as one reader may see it. A constant number of queries. */
@Injectable()
export class SuggestionsPresenter {
  constructor(
    private readonly suggestions: SuggestionsRepository,
    private readonly speakers: Speakers,
  ) {}

  async present(
    tx: EntityManager,
    reader: ThreadReader,
    found: readonly SuggestionEntity[],
  ): Promise<SuggestionView[]> {
    const signals = await this.suggestions.signalsOf(
      tx,
      found.map(({ id }) => id),
    );
    const names = await this.speakers.namesOf(
      tx,
      reader.standing,
      found.flatMap(({ authorId, organisationId, decidedBy, decidedFor }) => [
        { personId: authorId, organisationId },
        ...(decidedBy ? [{ personId: decidedBy, organisationId: decidedFor }] : []),
      ]),
      [
        ...signals.map(({ organisationId }) => organisationId),
        ...found.flatMap(({ enteredOrganisationId }) => enteredOrganisationId ?? []),
      ],
    );
    return found.map((suggestion) => {
      const own = signals.filter(({ suggestionId }) => suggestionId === suggestion.id);
      return presentSuggestion(suggestion, own, reader, names);
    });
  }
}

function presentSuggestion(
  suggestion: SuggestionEntity,
  signals: readonly SuggestionSignalEntity[],
  reader: ThreadReader,
  names: SpeakerNames,
): SuggestionView {
  const { authorId, organisationId, state, decidedBy, decidedAt, decidedFor } = suggestion;
  const at = guarded(suggestion);
  // Others see what was sent; its author goes on with what was written since.
  const isOwn = authorId === reader.standing.personId;
  const layer = isOwn ? suggestion.layer : suggestion.sent;
  return {
    ...{ id: suggestion.id, statementId: suggestion.statementId, state },
    author: names.author({ personId: authorId, organisationId }),
    enteredFor: enteredFor(suggestion, names),
    layer:
      layer && isUndecided(state)
        ? { client: Number(suggestion.clientId), update: layer.toString('base64') }
        : null,
    hasMore: isOwn && isUndecided(state) && !same(suggestion.layer, suggestion.sent),
    ...{ wording: suggestion.wording, reason: suggestion.reason, language: suggestion.language },
    // ORG-3: of an organisation that the reader may not find, nothing is said.
    signals: signals.flatMap(({ organisationId: id, signal, wording }) => {
      const organisation = names.organisation(id);
      return organisation ? [{ organisation, signal, wording }] : [];
    }),
    mySignal: signals.find((each) => each.organisationId === reader.standing.speaksFor)?.signal ?? null,
    decision:
      decidedBy && decidedAt
        ? {
            by: names.author({ personId: decidedBy, organisationId: decidedFor }),
            ...{ at: decidedAt.toISOString(), reason: suggestion.decisionReason },
            words: suggestion.reworded?.words ?? [],
          }
        : null,
    createdAt: suggestion.createdAt.toISOString(),
    changedAt: suggestion.changedAt.toISOString(),
    may: {
      write: mayWriteSuggestion(reader, at),
      signal: maySignal(reader, at),
      decide: mayDecideSuggestion(reader, at),
      takeBack: mayTakeBack(reader, at),
    },
  };
}

const enteredFor = (
  { enteredName: name, enteredOrganisationId, enteredFile: file }: SuggestionEntity,
  { organisation }: SpeakerNames,
): SuggestionView['enteredFor'] =>
  name === null ? null : { name, organisation: organisation(enteredOrganisationId), source: 'file', file };

const same = (one: Buffer | null, other: Buffer | null): boolean =>
  one === other || (one !== null && other !== null && one.equals(other));
