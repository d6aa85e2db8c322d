import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { colourOf } from '@plenary/ground/kernel';
import { PeopleService } from '@plenary/identity/server';
import type { Standing } from '@plenary/organisations/domain';
import { OrganisationNames } from '@plenary/organisations/server';
import type { CommentAuthorView, CommentOrganisationView } from '@plenary/comments/domain';

/** Somebody who spoke, for an organisation or for none. */
export interface Spoke {
  readonly personId: string;
  readonly organisationId: string | null;
}

/** Names as one reader may see them. */
export interface SpeakerNames {
  author(spoke: Spoke): CommentAuthorView;
  organisation(id: string | null): CommentOrganisationView | null;
}

/** Who said something, and for whom: two queries, however many there are. */
@Injectable()
export class Speakers {
  constructor(
    private readonly people: PeopleService,
    private readonly organisations: OrganisationNames,
  ) {}

  async namesOf(
    tx: EntityManager,
    standing: Standing,
    spoke: readonly Spoke[],
    organisationIds: readonly string[] = [],
  ): Promise<SpeakerNames> {
    const people = await this.people.namesOf(
      spoke.map(({ personId }) => personId),
      tx,
    );
    const ids = [...organisationIds, ...spoke.flatMap(({ organisationId }) => organisationId ?? [])];
    const organisations = await this.organisations.of(standing, ids, tx);
    const organisation = (id: string | null): CommentOrganisationView | null => {
      const found = id === null ? undefined : organisations.get(id);
      return found ? { id: found.id, name: found.name, acronym: found.acronym } : null;
    };
    return {
      organisation,
      author: ({ personId, organisationId }) => {
        const person = people.get(personId);
        return {
          personId: person && !person.hasLeft ? personId : null,
          name: person?.displayName ?? '',
          colour: person?.colour ?? colourOf(personId),
          organisation: organisation(organisationId),
        };
      },
    };
  }
}
