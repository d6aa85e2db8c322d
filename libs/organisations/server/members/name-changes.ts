import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { standingChanged, type RecordedEvent, type Standings } from '@plenary/ground/kernel';
import { Hub } from '@plenary/ground/realtime';
import { OnEventEverywhere } from '@plenary/ground/server';
import { CoalitionParticipants } from './coalition-participants.js';
import { RolesRepository } from '../standing/roles.repository.js';

/**
 * Who is somebody else from now on is so at once, on open sockets, too: another name, another organisation spoken for
 * (ORG-2) or none that is named (ORG-3), a second factor needed (ORG-16). A socket carries who was admitted, so it is
 * closed and comes again. What was remembered goes first: nobody is admitted as who they were.
 */
@Injectable()
export class NameChanges {
  constructor(
    private readonly database: DataSource,
    private readonly hub: Hub,
    private readonly participants: CoalitionParticipants,
    private readonly roles: RolesRepository,
  ) {}

  @OnEventEverywhere('person.changed')
  onName({ payload: { personId } }: RecordedEvent<{ personId: string }>): void {
    this.participants.forget(personId);
    this.hub.readmit(personId);
  }

  /** Who goes on as the same needs no new line: what they may do is judged at each message. */
  @OnEventEverywhere(standingChanged.name)
  async onStanding({ payload: { personIds } }: RecordedEvent<Standings>): Promise<void> {
    if (personIds) for (const each of personIds) this.participants.forget(each);
    else this.participants.forgetEverybody();
    const people = personIds && new Set(personIds);
    const here = this.hub.actorsHere().filter(({ personId }) => people?.has(personId) ?? true);
    for (const each of await this.participants.admittedOtherwise(here)) this.hub.readmit(each);
  }

  /** Its people act under another name, or under none that is told (ORG-3). */
  @OnEventEverywhere('organisation.changed')
  async onOrganisation({ subject, payload }: RecordedEvent<{ fields: readonly string[] }>): Promise<void> {
    if (!payload.fields.some((field) => field === 'name' || field === 'listing')) return;
    this.participants.forgetEverybody();
    const people = await this.roles.listActingFor(this.database.manager, [subject.id], this.hub.peopleHere());
    for (const personId of people) this.hub.readmit(personId);
  }
}
