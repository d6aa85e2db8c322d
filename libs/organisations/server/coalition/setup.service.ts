import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, newId, type Actor, oneLine } from '@plenary/ground/kernel';
import { RateLimits, UnitOfWork } from '@plenary/ground/server';
import { failIdentity, isEmail, isStrongPassword, normalEmail } from '@plenary/identity/domain';
import { PeopleService, SecretLinks } from '@plenary/identity/server';
import {
  coalitionChanged,
  coalitionRoleGiven,
  coalitionSetUp,
  failOrganisation,
  usualConstituencies,
  usualRegions,
  type CoalitionView,
  type Term,
  type TermList,
} from '@plenary/organisations/domain';
import { CoalitionTerms } from '../organisations/coalition-terms.js';
import { CoalitionEntity } from '../entities/coalition.entity.js';
import { InstallationEntity } from '../entities/installation.entity.js';
import { presentCoalition } from '../organisations/organisations.presenter.js';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';
import { RolesRepository } from '../standing/roles.repository.js';
import { StandingService } from '../standing/standing.service.js';
import type { ChangeCoalitionDto, SetUpDto } from './setup.dto.js';

const purpose = 'set-up';
const hours = 24 * 30;

/** The coalition itself: its first page, and what its coordinators change afterwards. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly roles: RolesRepository,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly links: SecretLinks,
    private readonly limits: RateLimits,
    private readonly terms: CoalitionTerms,
    private readonly clock: Clock,
  ) {}

  /** How the installation was begun; the first to ask says it. */
  begin(kind: InstallationEntity['kind']): Promise<InstallationEntity['kind']> {
    return this.unit.run(null, async ({ manager }) => {
      const row = { id: 1, kind, begunAt: new Date(this.clock.now()) };
      await manager.createQueryBuilder().insert().into(InstallationEntity).values(row).orIgnore().execute();
      return (await manager.findOneByOrFail(InstallationEntity, { id: 1 })).kind;
    });
  }

  /** A code with which the coalition can be set up, once; null when it is already. Codes given before stay good. */
  async code(): Promise<string | null> {
    return this.unit.run(null, async ({ manager }) => {
      if (await this.organisations.findCoalition(manager)) return null;
      return this.links.make(manager, { purpose, hours });
    });
  }

  /** What public pages show to everybody. */
  async door(): Promise<{ coalition: CoalitionEntity | null }> {
    return { coalition: await this.organisations.findCoalition(this.database.manager) };
  }

  /** ORG-12: the coalition and its first coordinator, once, by whoever reads the terminal. */
  async setUp(dto: SetUpDto, networkAddress: string): Promise<void> {
    await this.limits.take('set-up', networkAddress, 30, 600);
    const { coordinator, coalition } = dto;
    const name = oneLine(coalition.name);
    if (name === '') failOrganisation('coalition.name-empty');
    const email = normalEmail(coordinator.email);
    if (!isEmail(email)) failIdentity('email.invalid');
    const displayName = oneLine(coordinator.displayName);
    if (displayName === '') failIdentity('person.name-empty');
    if (!isStrongPassword(coordinator.password, email)) failIdentity('password.too-weak');
    await this.unit.run(null, async (tx) => {
      await tx.manager.query('LOCK TABLE coalition IN SHARE ROW EXCLUSIVE MODE');
      if (await this.organisations.findCoalition(tx.manager)) return failOrganisation('coalition.exists');
      await this.links
        .use(tx.manager, purpose, dto.code)
        .catch(() => failOrganisation('coalition.code-wrong'));
      const createdAt = new Date(this.clock.now());
      const id = newId();
      await tx.manager.insert(CoalitionEntity, {
        ...{ id, name, createdAt, isDemo: false, applications: 'closed' as const, secondOpinion: false },
        ...{ languages: coalition.languages, colour: coalition.colour },
        ...{
          regions: chosenOf(usualRegions, coalition.regions),
          constituencies: chosenOf(usualConstituencies, coalition.constituencies),
          // Which there are, only the coalition knows.
          themes: [],
        },
        ...{ secondFactorRoles: [], logoId: null, email: null },
      });
      const personId = newId<'person'>();
      await this.people.create(tx.manager, [{ ...coordinator, id: personId, displayName }]);
      await this.roles.insertRole(tx.manager, { personId, role: 'coordinator', createdAt });
      const person = { kind: 'person', id: personId };
      await tx.events.append(coalitionSetUp({ kind: 'coalition', id }, { coordinatorId: personId }));
      await tx.events.append(coalitionRoleGiven(person, { personId, role: 'coordinator' }));
    });
  }

  change(actor: Actor, dto: ChangeCoalitionDto): Promise<CoalitionView> {
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      const found = await this.organisations.findCoalition(tx.manager, 'pessimistic_write');
      if (!found) return failOrganisation('coalition.not-found');
      const name = dto.name && oneLine(dto.name);
      if (name === '') failOrganisation('coalition.name-empty');
      const email = dto.email === undefined ? undefined : normalEmail(dto.email ?? '') || null;
      if (email && !isEmail(email)) failIdentity('email.invalid');
      const terms = await this.changedTerms(tx.manager, found, dto);
      const change = Object.fromEntries(
        Object.entries({ ...dto, name, email, ...terms }).filter(([, value]) => value !== undefined),
      );
      if (Object.keys(change).length > 0) {
        await tx.manager.update(CoalitionEntity, { id: found.id }, change);
        const fields = Object.keys(change);
        await tx.events.append(coalitionChanged({ kind: 'coalition', id: found.id }, { fields }));
      }
      return presentCoalition({ ...found, ...change } as CoalitionEntity);
    });
  }

  private async changedTerms(tx: EntityManager, found: CoalitionEntity, dto: ChangeCoalitionDto) {
    const of = async (list: TermList) => dto[list] && this.terms.changed(tx, found, list, dto[list]);
    return {
      regions: await of('regions'),
      constituencies: await of('constituencies'),
      themes: await of('themes'),
    };
  }
}

/** None chosen means all. */
const chosenOf = (usual: readonly Term[], keys: readonly string[]): readonly Term[] =>
  usual.filter(({ key }) => keys.length === 0 || keys.includes(key));
