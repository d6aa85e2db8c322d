import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork, type Transaction } from '@plenary/ground/server';
import { TextHistory } from '@plenary/ground/server/collab';
import {
  documentOf,
  failStatement,
  historyLimits,
  statementSubject,
  statementVersionNamed,
  versionNameFrom,
  type VersionView,
} from '@plenary/statements/domain';
import { Authors } from './authors.js';
import { StatementVersionEntity } from './entities/statement-version.entity.js';
import { HistoryDoor } from './history-door.js';
import type { NameVersionDto } from './history.dto.js';
import { MomentsService } from './moments.service.js';
import { VersionsRepository } from './versions.repository.js';

/** STM-24: moments of a statement that have a name. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly door: HistoryDoor,
    private readonly versions: VersionsRepository,
    private readonly moments: MomentsService,
    private readonly history: TextHistory,
    private readonly authors: Authors,
    private readonly clock: Clock,
  ) {}

  /** The newest moment first. Judges no rights. */
  async list(actor: Actor, statementId: string): Promise<VersionView[]> {
    return this.present(actor, statementId, await this.versions.list(this.database.manager, statementId));
  }

  /** The newest moment that has a name; null where none has. Judges no rights. */
  async last(actor: Actor, statementId: string): Promise<VersionView | null> {
    const [last] = await this.versions.list(this.database.manager, statementId, 1);
    return last ? (await this.present(actor, statementId, [last]))[0]! : null;
  }

  /** Names the moment `seq`, or the text as it is now. */
  async name(actor: Actor, id: string, dto: NameVersionDto): Promise<VersionView> {
    const name = versionNameFrom(dto.name);
    const version = await this.unit.run(actor, async (tx) => {
      await this.door.openLocked(tx, actor, id, 'edit');
      const span = await this.history.span(documentOf(id), tx.manager);
      const seq = dto.seq ?? span?.last ?? 0;
      if (!span || seq < span.first || seq > span.last) return failStatement('statement.moment-unknown');
      const { count, isTaken } = await this.versions.look(tx.manager, id, name);
      if (isTaken) return failStatement('statement.version-name-taken', { name });
      if (count >= historyLimits.versions) {
        return failStatement('statement.too-many-versions', { maximum: historyLimits.versions });
      }
      const version: StatementVersionEntity = {
        ...{ id: newId(), statementId: id, seq: String(seq), name, note: dto.note?.trim() ?? '' },
        ...{ namedBy: actor.personId, organisationId: actor.organisationId },
        namedAt: new Date(this.clock.now()),
      };
      await this.keep(tx, version);
      return version;
    });
    return (await this.present(actor, id, [version]))[0]!;
  }

  /** Row and event of a version. Judges no rights: that is the caller's. */
  async keep(tx: Transaction, version: StatementVersionEntity): Promise<void> {
    await this.versions.insert(tx.manager, version);
    const { id, statementId, name, seq } = version;
    const told = { versionId: id, name, seq: Number(seq) };
    await tx.events.append(statementVersionNamed(statementSubject(statementId), told));
  }

  private async present(
    actor: Actor,
    statementId: string,
    versions: readonly StatementVersionEntity[],
  ): Promise<VersionView[]> {
    const by = ({ namedBy, organisationId }: StatementVersionEntity) => ({
      personId: namedBy,
      organisationId,
    });
    const nameOf = await this.authors.for(actor, versions.map(by));
    const timeOf = await this.moments.times(
      statementId,
      versions.map(({ seq }) => Number(seq)),
    );
    return versions.map((version) => {
      const { id, name, note, namedAt } = version;
      const seq = Number(version.seq);
      return {
        ...{ id, name, note, moment: { seq, at: timeOf(seq) } },
        ...{ by: nameOf(by(version)), namedAt: namedAt.toISOString() },
      };
    });
  }
}
