import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordedEvent } from '@plenary/ground/kernel';
import { Hub } from '@plenary/ground/realtime';
import { OnEventEverywhere } from '@plenary/ground/server';
import { CoalitionParticipants } from '../coalition-participants.js';
import { RolesRepository } from '../roles.repository.js';

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

  @OnEventEverywhere(
    'person.changed',
    'person.factor-removed',
    'organisation.representative-named',
    'organisation.representative-withdrawn',
    'organisation.spokes-chosen',
    'coalition.role-given',
  )
  onPerson(event: RecordedEvent<{ personId: string }>): void {
    const { personId } = event.payload;
    this.participants.forget(personId);
    this.hub.readmit(personId);
  }

  /** Needs no second factor any more, perhaps; what they may do is judged at each message. */
  @OnEventEverywhere('coalition.role-withdrawn')
  onRoleWithdrawn(event: RecordedEvent<{ personId: string }>): void {
    this.participants.forget(event.payload.personId);
  }

  /** The lost device was taken off the account: after its time, or by the operator (IDN-17). */
  @OnEventEverywhere('person.device-recovery')
  onRecovery(event: RecordedEvent<{ personId: string; step: string }>): void {
    const { personId, step } = event.payload;
    if (step === 'done' || step === 'operator') this.hub.readmit(personId);
  }

  /** Its people speak for another one, for none, or under another name; of one that was merged they are the other's. */
  @OnEventEverywhere('organisation.state-changed', 'organisation.merged', 'organisation.changed')
  async onOrganisation(event: RecordedEvent<{ fields?: readonly string[]; into?: string }>): Promise<void> {
    const { fields, into } = event.payload;
    if (fields && !fields.some((field) => field === 'name' || field === 'listing')) return;
    this.participants.forgetEverybody();
    const ids = [event.subject.id, ...(into ? [into] : [])];
    const people = await this.roles.listActingFor(this.database.manager, ids, this.hub.peopleHere());
    for (const personId of people) this.hub.readmit(personId);
  }

  /** Who needs a second factor from now on is admitted with one only. */
  @OnEventEverywhere('coalition.changed')
  onCoalition(event: RecordedEvent<{ fields: readonly string[] }>): void {
    this.participants.forgetEverybody();
    if (event.payload.fields.includes('secondFactorRoles')) this.hub.readmitAll();
  }
}
