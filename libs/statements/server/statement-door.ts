import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SubjectDoors } from '@plenary/ground/realtime';
import { rightOf } from '@plenary/statements/domain';
import { ReadersService } from './readers.service.js';
import { grantOf } from './statements.presenter.js';
import { StatementsRepository } from './statements.repository.js';

/** Of a statement those hear who may read it (STM-6). */
@Injectable()
export class StatementDoor implements OnModuleInit {
  constructor(
    private readonly doors: SubjectDoors,
    private readonly database: DataSource,
    private readonly statements: StatementsRepository,
    private readonly readers: ReadersService,
  ) {}

  onModuleInit(): void {
    this.doors.register('statement', { mayHear: (people, id) => this.readersAmong(people, id) });
  }

  private async readersAmong(people: readonly string[], id: string): Promise<ReadonlySet<string>> {
    const tx = this.database.manager;
    const statement = await this.statements.find(tx, id);
    if (!statement) return new Set();
    const grants = (await this.statements.listGrants(tx, [id])).map(grantOf);
    const readers = await this.readers.of(people, tx);
    return new Set(people.filter((each) => rightOf(readers.get(each)!, statement, grants) !== 'none'));
  }
}
