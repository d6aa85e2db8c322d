import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordedEvent } from '@plenary/ground/kernel';
import { OnEventEverywhere, Participants, ShortMemory, type Participant } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import { organisationSpokenFor } from '@plenary/organisations/domain';
import { OrganisationEntity } from './entities/organisation.entity.js';
import { StandingService } from './standing.service.js';

/** Every request asks; changes empty the memory at once, other processes' changes after this. Milliseconds. */
const rememberFor = 5_000;
const mostRemembered = 10_000;

/** Who people are at work: their name and the organisation they speak for (ORG-2). */
@Injectable()
export class CoalitionParticipants extends Participants {
  private readonly remembered = new ShortMemory<Participant | null>(rememberFor, mostRemembered);

  constructor(
    private readonly database: DataSource,
    private readonly people: PeopleService,
    private readonly standings: StandingService,
  ) {
    super();
  }

  override of(personId: string): Promise<Participant | null> {
    return this.remembered.get(personId, () => this.load(personId));
  }

  @OnEventEverywhere(
    'person.changed',
    'organisation.representative-named',
    'organisation.representative-withdrawn',
    'organisation.spokes-chosen',
  )
  forgetPerson(event: RecordedEvent<{ personId: string }>): void {
    this.remembered.forget(event.payload.personId);
  }

  @OnEventEverywhere('organisation.state-changed')
  forgetEverybody(): void {
    this.remembered.clear();
  }

  private async load(personId: string): Promise<Participant | null> {
    const person = (await this.people.namesOf([personId])).get(personId);
    if (!person) return null;
    const { actsFor } = (await this.standings.of([personId])).get(personId)!;
    const id = organisationSpokenFor(actsFor);
    const organisation =
      id === null ? null : await this.database.manager.findOneBy(OrganisationEntity, { id });
    return {
      displayName: person.displayName,
      // ORG-3: an unlisted organisation is named to nobody beside a caret.
      organisation: organisation && {
        id: organisation.id,
        name: organisation.listing === 'listed' ? organisation.name : '',
      },
    };
  }
}
