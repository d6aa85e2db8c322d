import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor, Subject } from '@plenary/ground/kernel';
import { FileEntity, Files, UnitOfWork, type Transaction } from '@plenary/ground/server';
import {
  coalitionChanged,
  failOrganisation,
  mayNamePeople,
  organisationChanged,
  organisationSubject,
} from '@plenary/organisations/domain';
import { CoalitionEntity } from '../entities/coalition.entity.js';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';
import { StandingService } from '../standing/standing.service.js';
import { logoRule } from './logo-rule.js';

/** Whose logo it is, once it was judged that this person may change it. */
interface LogoOwner {
  readonly subject: Subject;
  /** The one it has. */
  readonly logoId: string | null;
  /** Writes another one down, and that it was changed. */
  save(tx: Transaction, logoId: string | null): Promise<void>;
}

/** Logos of the coalition and of organisations. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly files: Files,
    private readonly organisations: OrganisationsRepository,
    private readonly standings: StandingService,
  ) {}

  /** A logo that somebody has at this moment; other files are read elsewhere, by whoever may. */
  async get(id: string): Promise<FileEntity> {
    const { manager } = this.database;
    const file = await this.files.find(id);
    const entity = file?.ownerKind === 'coalition' ? CoalitionEntity : OrganisationEntity;
    const isLogo = file && (await manager.existsBy(entity, { id: file.ownerId, logoId: id }));
    return isLogo ? file : failOrganisation('picture.not-found');
  }

  /** @param bytes null takes the logo away. Coordinators alone. */
  setCoalitionLogo(actor: Actor, bytes: Buffer | null): Promise<{ logoId: string | null }> {
    return this.set(actor, bytes, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx, actor);
      const coalition = await this.organisations.findCoalition(tx);
      if (!coalition) return failOrganisation('coalition.not-found');
      const { id, logoId } = coalition;
      const subject = { kind: 'coalition', id };
      return {
        ...{ subject, logoId },
        async save({ manager, events }, next) {
          await manager.update(CoalitionEntity, { id }, { logoId: next });
          await events.append(coalitionChanged(subject, { fields: ['logo'] }));
        },
      };
    });
  }

  /** Coordinators and its focal points. */
  setOrganisationLogo(actor: Actor, id: string, bytes: Buffer | null): Promise<{ logoId: string | null }> {
    return this.set(actor, bytes, async (tx) => {
      const organisation = await this.organisations.findLocked(tx, id);
      const viewer = await this.standings.get(actor.personId, tx);
      if (!organisation || !(await this.organisations.find(tx, viewer, id)))
        return failOrganisation('organisation.not-found');
      if (!mayNamePeople(viewer, id)) return failOrganisation('organisation.forbidden');
      return ownerOf(organisation);
    });
  }

  /** ORG-18: whoever goes on without a logo takes over the one of the other; a merged record keeps none. */
  async merge(tx: Transaction, gone: OrganisationEntity, kept: OrganisationEntity): Promise<void> {
    if (!gone.logoId) return;
    await tx.manager.update(OrganisationEntity, { id: gone.id }, { logoId: null });
    if (kept.logoId) return this.files.remove(tx.manager, [gone.logoId]);
    await this.files.move(tx.manager, [gone.logoId], organisationSubject(kept.id));
    await ownerOf(kept).save(tx, gone.logoId);
  }

  /** Judged twice: before the picture is looked at, which costs much, and where it is written down. */
  private async set(
    actor: Actor,
    bytes: Buffer | null,
    judge: (tx: EntityManager) => Promise<LogoOwner>,
  ): Promise<{ logoId: string | null }> {
    const change = async (tx: Transaction, logoId: string | null) => {
      const owner = await judge(tx.manager);
      if (owner.logoId) await this.files.remove(tx.manager, [owner.logoId]);
      await owner.save(tx, logoId);
      return { logoId };
    };
    if (!bytes) return this.unit.run(actor, (tx) => change(tx, null));
    const { subject } = await this.database.transaction(judge);
    const given = { source: bytes, rule: logoRule, owner: subject };
    return this.files.take(actor, given, (tx, { id }) => change(tx, id));
  }
}

function ownerOf({ id, logoId }: OrganisationEntity): LogoOwner {
  const subject = organisationSubject(id);
  return {
    ...{ subject, logoId },
    async save({ manager, events }, next) {
      await manager.update(OrganisationEntity, { id }, { logoId: next });
      await events.append(organisationChanged(subject, { fields: ['logo'] }));
    },
  };
}
