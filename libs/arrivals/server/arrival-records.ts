import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, type Actor } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';
import { PeopleService, PersonRecords, SecretLinks, type RoomRecords } from '@plenary/identity/server';
import { ApplicationEntity } from './entities/application.entity.js';
import { InvitationsRepository } from './invitations/invitations.repository.js';

/** How a person came in, to take along and to take away when they leave. */
@Injectable()
export class ArrivalRecords implements RoomRecords, OnModuleInit {
  readonly room = 'arrivals';

  constructor(
    private readonly records: PersonRecords,
    private readonly invitations: InvitationsRepository,
    private readonly people: PeopleService,
    private readonly links: SecretLinks,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  exportOf = async (tx: EntityManager, personId: string): Promise<unknown> => {
    const address = await this.addressOf(tx, personId);
    const invitations = await this.invitations.listOf(tx, personId, address);
    return {
      invitations: invitations.map(({ secretHash: _, createdBy: __, ...invitation }) => invitation),
      applications: await tx.findBy(ApplicationEntity, { applicantEmail: address }),
    };
  };

  /** IDN-15: the address, by which they were invited or for whom they applied, and the name they gave then. */
  leave = async ({ manager }: Transaction, { personId }: Actor): Promise<void> => {
    const address = await this.addressOf(manager, personId);
    const invitations = await this.invitations.listOf(manager, personId, address);
    const ids = invitations.map(({ id }) => id);
    await this.invitations.forgetAddresses(manager, ids, new Date(this.clock.now()));
    await manager.update(
      ApplicationEntity,
      { applicantEmail: address },
      { applicantEmail: '', applicantName: '' },
    );
    await this.links.withdrawFrom(manager, 'application', 'applicantEmail', address);
    await this.links.withdrawFrom(manager, 'joining', 'email', address);
  };

  private async addressOf(tx: EntityManager, personId: string): Promise<string> {
    return (await this.people.addressesOf(tx, [personId])).get(personId) ?? '';
  }
}
