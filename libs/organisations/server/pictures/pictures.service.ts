import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork, type Transaction } from '@plenary/ground/server';
import {
  barePicture,
  coalitionChanged,
  failOrganisation,
  mayNamePeople,
  organisationChanged,
  organisationLimits,
  organisationSubject,
} from '@plenary/organisations/domain';
import { CoalitionEntity } from '../entities/coalition.entity.js';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { PictureEntity } from '../entities/picture.entity.js';
import { OrganisationsRepository } from '../organisations.repository.js';
import { StandingService } from '../standing.service.js';

/** Logos of the coalition and of organisations. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly standings: StandingService,
    private readonly clock: Clock,
  ) {}

  async get(id: string): Promise<PictureEntity> {
    return (
      (await this.database.manager.findOneBy(PictureEntity, { id })) ?? failOrganisation('picture.not-found')
    );
  }

  /** @param bytes null takes the logo away. Coordinators alone. */
  setCoalitionLogo(actor: Actor, bytes: Buffer | null): Promise<{ logoId: string | null }> {
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      const coalition = await this.organisations.findCoalition(tx.manager);
      if (!coalition) return failOrganisation('coalition.not-found');
      const logoId = await this.keep(tx, bytes, coalition.logoId);
      await tx.manager.update(CoalitionEntity, { id: coalition.id }, { logoId });
      await tx.events.append(coalitionChanged({ kind: 'coalition', id: coalition.id }, { fields: ['logo'] }));
      return { logoId };
    });
  }

  /** Coordinators and its focal points. */
  setOrganisationLogo(actor: Actor, id: string, bytes: Buffer | null): Promise<{ logoId: string | null }> {
    return this.unit.run(actor, async (tx) => {
      const organisation = await this.organisations.findLocked(tx.manager, id);
      const viewer = await this.standings.get(actor.personId, tx.manager);
      if (!organisation || !(await this.organisations.find(tx.manager, viewer, id)))
        return failOrganisation('organisation.not-found');
      if (!mayNamePeople(viewer, id)) return failOrganisation('organisation.forbidden');
      const logoId = await this.keep(tx, bytes, organisation.logoId);
      await tx.manager.update(OrganisationEntity, { id }, { logoId });
      await tx.events.append(organisationChanged(organisationSubject(id), { fields: ['logo'] }));
      return { logoId };
    });
  }

  private async keep(
    { manager }: Transaction,
    bytes: Buffer | null,
    before: string | null,
  ): Promise<string | null> {
    if (before) await manager.delete(PictureEntity, { id: before });
    if (!bytes) return null;
    if (bytes.length > organisationLimits.pictureBytes) {
      return failOrganisation('picture.too-large', { most: organisationLimits.pictureBytes / 1_000 });
    }
    const picture = barePicture(bytes) ?? failOrganisation('picture.not-a-picture');
    const most = organisationLimits.picturePixels;
    if (Math.max(picture.width, picture.height) > most) failOrganisation('picture.too-wide', { most });
    if (Math.min(picture.width, picture.height) < 1) failOrganisation('picture.not-a-picture');
    const id = newId();
    const createdAt = new Date(this.clock.now());
    await manager.insert(PictureEntity, { id, type: picture.type, bytes: picture.bytes, createdAt });
    return id;
  }
}
