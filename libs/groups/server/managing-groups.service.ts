import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock, newId, oneLine, type Actor, sortNameOf } from '@plenary/ground/kernel';
import { Mail, RateLimits, UnitOfWork, type Transaction } from '@plenary/ground/server';
import {
  failGroup,
  groupArchived,
  groupChanged,
  groupCreated,
  groupMemberJoined,
  groupMemberLeft,
  groupReopened,
  groupRequestDeclined,
  groupRequested,
  mayJoin,
  mayLead,
  type GroupRole,
} from '@plenary/groups/domain';
import { PeopleService } from '@plenary/identity/server';
import { isCoordinator, type Standing } from '@plenary/organisations/domain';
import { CoalitionTerms, StandingService } from '@plenary/organisations/server';
import { GroupMemberEntity } from './entities/group-member.entity.js';
import { GroupRequestEntity } from './entities/group-request.entity.js';
import { WorkingGroupEntity } from './entities/working-group.entity.js';
import { GroupStandingService } from './group-standing.service.js';
import type { ChangeGroupDto, CreateGroupDto } from './groups.dto.js';
import { GroupsRepository } from './groups.repository.js';
import { groupEmail } from './emails/index.js';

const subjectOf = (id: string) => ({ kind: 'group', id }) as const;

/** For whom somebody is accepted: the one for which they asked, as long as they act for it, else the present one. */
function organisationOf(standing: Standing, asked: GroupRequestEntity | null): string | null {
  const wanted = asked?.organisationId;
  return wanted && standing.organisationIds.includes(wanted) ? wanted : standing.speaksFor;
}

/** Making and changing groups, and who comes into them. */
@Injectable()
export class ManagingGroupsService implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly groups: GroupsRepository,
    private readonly standings: StandingService,
    private readonly groupStandings: GroupStandingService,
    private readonly people: PeopleService,
    private readonly terms: CoalitionTerms,
    private readonly mail: Mail,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** GRP-7: a theme that groups have stays the coalition's. */
  onModuleInit(): void {
    const refuse = (had: { name: string; count: number }) => failGroup('group.theme-used', had);
    this.terms.register('themes', { rows: WorkingGroupEntity, by: 'theme', refuse });
  }

  /** Coordinators alone. Who makes it leads it where they say so; else leads are named. */
  create(actor: Actor, dto: CreateGroupDto): Promise<{ id: string }> {
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      const name = await this.freeName(tx.manager, dto.name, null);
      const theme = (await this.knownTheme(tx.manager, dto.theme)) ?? null;
      const id = newId();
      const createdAt = new Date(this.clock.now());
      const { access } = dto;
      const description = dto.description.trim();
      const row = { id, name, theme, description, access, archivedAt: null, createdAt };
      await tx.manager.insert(WorkingGroupEntity, row);
      await tx.events.append(groupCreated(subjectOf(id), { access }));
      if (dto.lead) {
        const { personId } = actor;
        const organisationId = (await this.standings.get(personId, tx.manager)).speaksFor;
        await this.accept(tx, { groupId: id, personId, organisationId, role: 'lead', createdAt });
      }
      return { id };
    });
  }

  /** GRP-3. */
  change(actor: Actor, id: string, dto: ChangeGroupDto): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const group = await this.openToLead(tx, actor, id);
      const { archived, ...said } = dto;
      const name = said.name === undefined ? undefined : await this.freeName(tx.manager, said.name, id);
      // GRP-5: another may have taken the name while this one was archived.
      if (archived === false && group.archivedAt && name === undefined) {
        await this.freeName(tx.manager, group.name, id);
      }
      const theme = await this.knownTheme(tx.manager, said.theme);
      const change = Object.fromEntries(
        Object.entries({ ...said, name, theme, description: said.description?.trim() }).filter(
          ([, each]) => each !== undefined,
        ),
      );
      if (Object.keys(change).length > 0) {
        await tx.manager.update(WorkingGroupEntity, { id }, change);
        await tx.events.append(groupChanged(subjectOf(id), { fields: Object.keys(change) }));
      }
      if (archived === undefined || archived === (group.archivedAt !== null)) return;
      const archivedAt = archived ? new Date(this.clock.now()) : null;
      await tx.manager.update(WorkingGroupEntity, { id }, { archivedAt });
      if (archived) await tx.manager.delete(GroupRequestEntity, { groupId: id });
      await tx.events.append((archived ? groupArchived : groupReopened)(subjectOf(id), {}));
    });
  }

  /** GRP-4. Into an open group at once; of a closed one, its leads are asked. */
  join(actor: Actor, id: string, note: string): Promise<{ done: 'joined' | 'asked' }> {
    return this.unit.run(actor, async (tx) => {
      const group = await this.openToChange(tx.manager, id);
      const { personId } = actor;
      const standing = await this.standings.get(personId, tx.manager);
      if (!mayJoin(standing)) return failGroup('group.no-organisation');
      const place = { groupId: id, personId };
      const organisationId = standing.speaksFor;
      const createdAt = new Date(this.clock.now());
      // A membership for an organisation that the person acts for no longer counts for nothing: it is made anew.
      if (await this.roleIn(tx.manager, standing, id)) return { done: 'joined' };
      if (group.access === 'open') {
        await this.accept(tx, { ...place, organisationId, role: 'member', createdAt });
        return { done: 'joined' };
      }
      if (await tx.manager.existsBy(GroupRequestEntity, place)) return { done: 'asked' };
      // Each question is an e-mail to the leads, whoever takes it back and asks again.
      await this.limits.take('ask-group', `${personId} ${id}`, 5, 86_400);
      await this.limits.take('ask-groups', personId, 50, 86_400);
      await tx.manager.insert(GroupRequestEntity, { ...place, organisationId, note: note.trim(), createdAt });
      await tx.events.append(groupRequested(subjectOf(id), { personId }));
      const leads = await this.groupStandings.presentLeads(tx.manager, id);
      const person = (await this.people.namesOf([personId], tx.manager)).get(personId)!.displayName;
      await this.write(tx, leads, 'request', group, person);
      return { done: 'asked' };
    });
  }

  /** Whoever asked takes the question back; whoever is in the group leaves it. */
  leave(actor: Actor, id: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const place = { groupId: id, personId: actor.personId };
      const asked = await tx.manager.delete(GroupRequestEntity, place);
      const left = await this.groups.deleteMember(tx.manager, id, actor.personId);
      if (left) await tx.events.append(groupMemberLeft(subjectOf(id), { personId: actor.personId }));
      else if (!asked.affected) failGroup('group.member-not-found');
    });
  }

  /** GRP-3: accepts who asked, names somebody else, or changes what a member is. */
  setRole(actor: Actor, id: string, personId: string, role: GroupRole): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const group = await this.openToLead(tx, actor, id);
      if (group.archivedAt) return failGroup('group.archived');
      const standing = await this.standings.get(personId, tx.manager);
      if (!(await this.people.namesOf([personId], tx.manager)).size || !mayJoin(standing)) {
        return failGroup('group.member-not-found');
      }
      const asked = await tx.manager.findOneBy(GroupRequestEntity, { groupId: id, personId });
      const known = (await this.roleIn(tx.manager, standing, id))
        ? await this.groups.findMember(tx.manager, id, personId)
        : null;
      if (known?.role === role) return;
      const organisationId = known ? known.organisationId : organisationOf(standing, asked);
      const createdAt = known?.createdAt ?? new Date(this.clock.now());
      await this.accept(tx, { groupId: id, personId, organisationId, role, createdAt });
      if (asked) await this.write(tx, [personId], 'accepted', group, '');
    });
  }

  /** GRP-3: takes somebody out, or declines who asked. */
  remove(actor: Actor, id: string, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const group = await this.openToLead(tx, actor, id);
      const asked = await tx.manager.delete(GroupRequestEntity, { groupId: id, personId });
      if (asked.affected) {
        await tx.events.append(groupRequestDeclined(subjectOf(id), { personId }));
        await this.write(tx, [personId], 'declined', group, '');
      }
      const left = await this.groups.deleteMember(tx.manager, id, personId);
      if (left) await tx.events.append(groupMemberLeft(subjectOf(id), { personId }));
      else if (!asked.affected) failGroup('group.member-not-found');
    });
  }

  private async accept(tx: Transaction, member: GroupMemberEntity): Promise<void> {
    const { groupId, personId, role, organisationId } = member;
    await tx.manager.delete(GroupRequestEntity, { groupId, personId });
    await this.groups.saveMember(tx.manager, member);
    await tx.events.append(groupMemberJoined(subjectOf(groupId), { personId, role, organisationId }));
  }

  private async openToChange(tx: EntityManager, id: string): Promise<WorkingGroupEntity> {
    const group = (await this.groups.findLocked(tx, id)) ?? failGroup('group.not-found');
    return group.archivedAt ? failGroup('group.archived') : group;
  }

  private async openToLead(tx: Transaction, actor: Actor, id: string): Promise<WorkingGroupEntity> {
    const group = (await this.groups.findLocked(tx.manager, id)) ?? failGroup('group.not-found');
    const standing = await this.standings.get(actor.personId, tx.manager);
    const role = await this.roleIn(tx.manager, standing, id);
    if (!mayLead(isCoordinator(standing), role)) return failGroup('group.forbidden');
    return group;
  }

  private async roleIn(tx: EntityManager, standing: Standing, id: string): Promise<GroupRole | null> {
    const groups = await this.groupStandings.of(standing, tx);
    return groups.find(({ groupId }) => groupId === id)?.role ?? null;
  }

  /** GRP-7: one of the coalition's, or none (null); undefined where nothing is said of it. */
  private async knownTheme(tx: EntityManager, said?: string | null): Promise<string | null | undefined> {
    if (!said) return said === undefined ? undefined : null;
    return (await this.terms.has(tx, 'themes', said)) ? said : failGroup('group.theme-unknown');
  }

  /** GRP-5: two groups that work never have one name. */
  private async freeName(tx: EntityManager, said: string, but: string | null): Promise<string> {
    const name = oneLine(said);
    if (name === '') return failGroup('group.name-empty');
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('group names'), hashtext(current_schema()))`);
    const there = await tx.find(WorkingGroupEntity, {
      where: { archivedAt: IsNull() },
      select: { id: true, name: true },
    });
    const same = there.some((each) => each.id !== but && sortNameOf(each.name) === sortNameOf(name));
    return same ? failGroup('group.name-taken') : name;
  }

  private async write(
    tx: Transaction,
    personIds: readonly string[],
    message: string,
    { id, name }: WorkingGroupEntity,
    person: string,
  ): Promise<void> {
    const url = this.mail.link(`/groups/${id}`);
    // GRP-6: where nobody leads, the coordinators hear of who asks.
    const nobodyLeads = message === 'request' && personIds.length === 0;
    const to = nobodyLeads ? await this.standings.holdersOf(tx.manager, 'coordinator') : personIds;
    for (const reader of await this.people.readersOf(tx.manager, to)) {
      await this.mail.post(
        tx.manager,
        reader,
        groupEmail(message, reader.language, { group: name, person }, url),
      );
    }
  }
}
