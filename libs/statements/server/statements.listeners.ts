import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '@plenary/ground/kernel';
import { OnEventEverywhere } from '@plenary/ground/server';
import { CollabService } from '@plenary/ground/server/collab';
import { documentOf } from '@plenary/statements/domain';
import { StatementAccess } from './statement-access.js';

/**
 * What this room does on news that changes who may read or write what: forgets what it knew, and lets the engine
 * judge everybody concerned again, so that a lost right closes open sockets within moments (SYNC-20).
 */
@Injectable()
export class StatementsListeners {
  constructor(
    private readonly access: StatementAccess,
    private readonly collab: CollabService,
  ) {}

  @OnEventEverywhere('statement.right-granted', 'statement.right-withdrawn')
  async onStatement(event: RecordedEvent): Promise<void> {
    this.access.forgetStatement(event.subject.id);
    await this.collab.rightsChanged({ document: documentOf(event.subject.id) });
  }

  @OnEventEverywhere(
    'organisation.representative-named',
    'organisation.representative-withdrawn',
    'organisation.spokes-chosen',
    'coalition.role-given',
    'coalition.role-withdrawn',
    'group.member-joined',
    'group.member-left',
  )
  async onPerson(event: RecordedEvent<{ personId: string }>): Promise<void> {
    const { personId } = event.payload;
    this.access.forgetPerson(personId);
    await this.collab.rightsChanged({ personId });
  }

  @OnEventEverywhere('organisation.state-changed')
  async onOrganisation(): Promise<void> {
    this.access.forgetEverybody();
    await this.collab.rightsChanged({});
  }
}
