import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isId } from '@plenary/ground/kernel';
import { GroupNames } from '@plenary/groups/server';
import { PeopleService } from '@plenary/identity/server';
import { coalitionRoles, type Standing } from '@plenary/organisations/domain';
import { OrganisationNames } from '@plenary/organisations/server';
import { failStatement, type RightSubject, type SubjectKind } from '@plenary/statements/domain';
import type { SubjectNames } from './statements.presenter.js';

/** Whom a right can be given to: whether they exist for the one who gives it, and what they are called. */
@Injectable()
export class GrantSubjects {
  constructor(
    private readonly groups: GroupNames,
    private readonly organisations: OrganisationNames,
    private readonly people: PeopleService,
  ) {}

  /** Refuses a subject that does not exist, or that the viewer may not find (ORG-3). */
  async get(tx: EntityManager, viewer: Standing, kind: SubjectKind, id: string | undefined): Promise<string> {
    if (await this.exists(tx, viewer, kind, id)) return id ?? '';
    return failStatement('statement.subject-unknown', { kind });
  }

  async namesOf(
    viewer: Standing,
    subjects: readonly Pick<RightSubject, 'kind' | 'id'>[],
  ): Promise<SubjectNames> {
    const idsOf = (wanted: SubjectKind) =>
      subjects.flatMap(({ kind, id }) => (kind === wanted && id !== null ? [id] : []));
    const organisations = await this.organisations.of(viewer, idsOf('organisation'));
    const people = await this.people.namesOf(idsOf('person'));
    return {
      groups: await this.groups.of(idsOf('group')),
      organisations: new Map([...organisations].map(([id, { name }]) => [id, name])),
      people: new Map([...people].map(([id, { displayName }]) => [id, displayName])),
    };
  }

  private async exists(
    tx: EntityManager,
    viewer: Standing,
    kind: SubjectKind,
    id: string | undefined,
  ): Promise<boolean> {
    if (kind === 'everyone') return id === undefined;
    if (kind === 'role') return (coalitionRoles as readonly (string | undefined)[]).includes(id);
    if (!isId(id)) return false;
    if (kind === 'group') return (await this.groups.of([id], tx)).has(id);
    if (kind === 'organisation') return (await this.organisations.of(viewer, [id], tx)).has(id);
    return (await this.people.namesOf([id], tx)).has(id);
  }
}
