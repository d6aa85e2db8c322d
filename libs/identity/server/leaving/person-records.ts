import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';

/** What a room above knows of people, so that they can take it along and have it erased. */
export interface RoomRecords {
  /** Its name in the export. */
  readonly room: string;
  /** Everything the room holds about the person, as JSON. */
  exportOf(tx: EntityManager, personId: string): Promise<unknown>;
  /** Takes away what the person is there; may refuse with the room's own error. What they wrote stays. */
  leave(tx: Transaction, actor: Actor): Promise<void>;
}

/** The rooms that know something of people; each adds itself when it starts. */
@Injectable()
export class PersonRecords {
  readonly rooms: RoomRecords[] = [];

  add(records: RoomRecords): void {
    this.rooms.push(records);
  }
}
