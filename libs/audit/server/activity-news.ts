import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { activitySubject, mayReadOf, scopeOf } from '@plenary/audit/domain';
import type { RecordedEvent } from '@plenary/ground/kernel';
import { News, SubjectDoors } from '@plenary/ground/realtime';
import { EventLogEntity, OnEventEverywhere } from '@plenary/ground/server';
import { StandingService } from '@plenary/organisations/server';

/** Whoever has the activity before them hears that there is a line more, if it is one that they may read (AUD-1). */
@Injectable()
export class ActivityNews implements OnModuleInit {
  constructor(
    private readonly doors: SubjectDoors,
    private readonly news: News,
    private readonly database: DataSource,
    private readonly standings: StandingService,
  ) {}

  onModuleInit(): void {
    this.doors.register(activitySubject('').kind, { mayHear: (people, id) => this.readersOf(people, id) });
  }

  @OnEventEverywhere('*')
  tell(event: RecordedEvent): Promise<void> {
    return this.news.tellAlso(event, { kind: 'subject', subject: activitySubject(event.id) });
  }

  private async readersOf(people: readonly string[], id: string): Promise<ReadonlySet<string>> {
    const event = await this.database.manager.findOneBy(EventLogEntity, { id });
    if (!event) return new Set();
    const standings = await this.standings.of(people);
    return new Set(people.filter((each) => mayReadOf(scopeOf(standings.get(each)!.standing), event)));
  }
}
