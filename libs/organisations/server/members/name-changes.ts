import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '@plenary/ground/kernel';
import { Hub } from '@plenary/ground/realtime';
import { OnEventEverywhere } from '@plenary/ground/server';

/** Who has another name, or speaks for another organisation, shows it at once: carets, lists, what they write. */
@Injectable()
export class NameChanges {
  constructor(private readonly hub: Hub) {}

  @OnEventEverywhere('person.changed', 'organisation.spokes-chosen', 'coalition.role-given')
  readmit(event: RecordedEvent<{ personId: string }>): void {
    this.hub.readmit(event.payload.personId);
  }

  /** Who needs a second factor from now on is admitted with one only. */
  @OnEventEverywhere('coalition.changed')
  readmitAll(event: RecordedEvent<{ fields: readonly string[] }>): void {
    if (event.payload.fields.includes('secondFactorRoles')) this.hub.readmitAll();
  }
}
