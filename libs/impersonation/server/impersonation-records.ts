import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';
import { PersonRecords, type RoomRecords } from '@plenary/identity/server';
import { ImpersonationEntity } from './entities/impersonation.entity.js';

/** Who impersonated a person, to take along and to take away when they leave. */
@Injectable()
export class ImpersonationRecords implements RoomRecords, OnModuleInit {
  readonly room = 'looks';

  constructor(private readonly records: PersonRecords) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  exportOf = async (tx: EntityManager, personId: string): Promise<unknown> => ({
    lookedAtAs: await tx.find(ImpersonationEntity, {
      where: { personId },
      select: { coordinatorId: true, reason: true, begunAt: true, endsAt: true, endedAt: true },
    }),
  });

  leave = async (tx: Transaction, { personId }: Actor): Promise<void> => {
    await tx.manager.delete(ImpersonationEntity, { personId });
  };
}
