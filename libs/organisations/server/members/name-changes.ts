import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '@plenary/ground/kernel';
import { Hub } from '@plenary/ground/realtime';
import { OnEventEverywhere } from '@plenary/ground/server';

/** Who has another name, or speaks for another organisation, shows it at once: carets, lists, what they write. */
@Injectable()
export class NameChanges {
  constructor(private readonly hub: Hub) {}

  @OnEventEverywhere('person.changed', 'organisation.spokes-chosen')
  readmit(event: RecordedEvent<{ personId: string }>): void {
    this.hub.readmit(event.payload.personId);
  }
}
