import { Injectable } from '@nestjs/common';
import { standingChanged, type RecordedEvent, type Standings } from '@plenary/ground/kernel';
import { OnEvent, OnEventEverywhere } from '@plenary/ground/server';
import { CollabService, Projections } from '@plenary/ground/server/collab';
import { documentOf } from '@plenary/statements/domain';
import { StatementAccess } from './statement-access.js';

/**
 * What this room does on news. Where it changes who may read or write what, the room forgets what it knew, and lets the
 * engine judge everybody concerned again, so that a lost right closes open sockets within moments (SYNC-20).
 */
@Injectable()
export class StatementsListeners {
  constructor(
    private readonly access: StatementAccess,
    private readonly collab: CollabService,
    private readonly projections: Projections,
  ) {}

  /** What follows from the words with which it began. */
  @OnEvent('statement.created')
  onCreated({ subject }: RecordedEvent): Promise<void> {
    this.projections.soon(documentOf(subject.id));
    return Promise.resolve();
  }

  @OnEventEverywhere('statement.right-granted', 'statement.right-withdrawn')
  async onStatement(event: RecordedEvent): Promise<void> {
    this.access.forgetStatement(event.subject.id);
    await this.collab.rightsChanged({ document: documentOf(event.subject.id) });
  }

  @OnEventEverywhere(standingChanged.name)
  async onStanding({ payload: { personIds } }: RecordedEvent<Standings>): Promise<void> {
    if (personIds) for (const each of personIds) this.access.forgetPerson(each);
    else this.access.forgetEverybody();
    await this.collab.rightsChanged(personIds ? { personIds } : {});
  }
}
