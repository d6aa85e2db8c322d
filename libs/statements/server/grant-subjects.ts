import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isId, type Actor } from '@plenary/ground/kernel';
import { Subjects, type KnownSubjects } from '@plenary/ground/server';
import { coalitionRoles } from '@plenary/organisations/domain';
import { failStatement, type RightSubject, type SubjectKind } from '@plenary/statements/domain';

/** Whom a right can be given to: whether they exist for the one who gives it, and what they are called. */
@Injectable()
export class GrantSubjects {
  constructor(private readonly subjects: Subjects) {}

  /** Refuses a subject that does not exist, or that whoever gives the right may not find (ORG-3). */
  async get(tx: EntityManager, actor: Actor, kind: SubjectKind, id: string | undefined): Promise<string> {
    if (await this.exists(tx, actor, kind, id)) return id ?? '';
    return failStatement('statement.subject-unknown', { kind });
  }

  /** As this person may see them; roles and everyone have words and no names. */
  namesOf(
    { personId }: Actor,
    subjects: readonly Pick<RightSubject, 'kind' | 'id'>[],
  ): Promise<KnownSubjects> {
    return this.subjects.knownTo(
      personId,
      subjects.flatMap(({ kind, id }) => (id === null ? [] : [{ kind, id }])),
    );
  }

  private async exists(
    tx: EntityManager,
    { personId }: Actor,
    kind: SubjectKind,
    id: string | undefined,
  ): Promise<boolean> {
    if (kind === 'everyone') return id === undefined;
    if (kind === 'role') return (coalitionRoles as readonly (string | undefined)[]).includes(id);
    return isId(id) && (await this.subjects.mayRead(personId, kind, [id], tx)).has(id);
  }
}
