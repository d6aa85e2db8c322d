import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId, oneLine, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import {
  failOrganisation,
  organisationLimits,
  savedListKept,
  savedListRemoved,
  savedListSubject,
} from '@plenary/organisations/domain';
import { SavedListEntity } from '../entities/saved-list.entity.js';
import type { SavedListDto, SaveListDto } from './saved-lists.dto.js';

/** Filters and columns that a person keeps under a name. */
@Injectable()
export class SavedListsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list({ personId }: Actor): Promise<SavedListDto[]> {
    const found = await this.database.manager.find(SavedListEntity, {
      where: { personId },
      order: { name: 'ASC' },
    });
    return found.map(present);
  }

  /** Under a name that is there already, the earlier one is replaced. */
  save(actor: Actor, dto: SaveListDto): Promise<SavedListDto> {
    const { personId } = actor;
    const name = oneLine(dto.name);
    return this.unit.run(actor, async ({ manager, events }) => {
      // Two of one name at once: the second waits, and replaces the first.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('saved lists'), hashtext($1))`, [personId]);
      const same = await manager.findOneBy(SavedListEntity, { personId, list: dto.list, name });
      if (!same && (await manager.countBy(SavedListEntity, { personId })) >= organisationLimits.savedLists) {
        return failOrganisation('list.too-many', { most: organisationLimits.savedLists });
      }
      const createdAt = new Date(this.clock.now());
      const row = { id: same?.id ?? newId(), personId, list: dto.list, name, search: dto.search, createdAt };
      await manager.upsert(SavedListEntity, row as never, ['id']);
      await events.append(savedListKept(savedListSubject(row.id), { personId }));
      return present(row);
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    const { personId } = actor;
    return this.unit.run(actor, async ({ manager, events }) => {
      const gone = await manager.delete(SavedListEntity, { id, personId });
      if (!gone.affected) failOrganisation('list.not-found');
      await events.append(savedListRemoved(savedListSubject(id), { personId }));
    });
  }
}

const present = ({
  id,
  list,
  name,
  search,
}: Omit<SavedListEntity, 'createdAt' | 'personId'>): SavedListDto => ({
  ...{ id, list, name },
  search: { ...search },
});
