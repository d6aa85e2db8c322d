import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isId, type Permission, type Subject } from '@plenary/ground/kernel';
import type { SubjectKind } from './subject-kind.js';

/** Some subjects as one person may see them. */
export interface KnownSubjects {
  /** True for those that the person may read. */
  has(subject: Subject): boolean;
  /** What it is called; null for what has no name of its own, and for what is not the person's to read. */
  nameOf(subject: Subject): string | null;
}

/**
 * Whatever is named as `{ kind, id }`: what it is called, who may read it, what may be done with it, where it is. Rooms
 * say so of their own kinds when they start; so a room that points at something of any kind joins nobody's tables. Of a
 * kind that no room has, nothing is known and nobody may anything.
 */
@Injectable()
export class Subjects {
  private readonly kinds = new Map<string, SubjectKind>();

  constructor(private readonly database: DataSource) {}

  register(kind: SubjectKind): void {
    this.kinds.set(kind.kind, kind);
  }

  /** Those of any kinds that this person may read, with their names: one question for each kind. */
  async knownTo(
    personId: string,
    subjects: Iterable<Subject>,
    tx: EntityManager = this.database.manager,
  ): Promise<KnownSubjects> {
    const byKind = new Map<string, string[]>();
    for (const { kind, id } of subjects) byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
    const known = new Map<string, ReadonlyMap<string, string | null>>();
    for (const [kind, ids] of byKind) known.set(kind, await this.read(personId, kind, ids, tx));
    return {
      has: ({ kind, id }) => known.get(kind)?.has(id) ?? false,
      nameOf: ({ kind, id }) => known.get(kind)?.get(id) ?? null,
    };
  }

  /** Those that this person may read. */
  async mayRead(
    personId: string,
    kind: string,
    ids: readonly string[],
    tx: EntityManager = this.database.manager,
  ): Promise<ReadonlySet<string>> {
    return new Set((await this.read(personId, kind, ids, tx)).keys());
  }

  /** Those of these people who may read it. */
  async readersOf(
    { kind, id }: Subject,
    personIds: readonly string[],
    tx: EntityManager = this.database.manager,
  ): Promise<ReadonlySet<string>> {
    const people = wellFormed(personIds);
    if (!isId(id) || people.length === 0) return new Set();
    return (await this.kinds.get(kind)?.readersOf(id, people, tx)) ?? new Set();
  }

  /** Those for which this person has one of the permissions, judged by what the person is now. */
  async may(
    personId: string,
    permissions: readonly Permission[],
    kind: string,
    ids: readonly string[],
    tx: EntityManager = this.database.manager,
  ): Promise<ReadonlySet<string>> {
    const wanted = wellFormed(ids);
    if (wanted.length === 0) return new Set();
    return (await this.kinds.get(kind)?.may(personId, permissions, wanted, tx)) ?? new Set();
  }

  /** Its page in the web client, from the root; null where it has none. */
  linkOf({ kind, id }: Subject): string | null {
    return this.kinds.get(kind)?.link(id) ?? null;
  }

  /** Which ones they are now, after merges and merges of those: every id that is asked for, its own where nothing moved. */
  async movedTo(
    kind: string,
    ids: readonly string[],
    tx: EntityManager = this.database.manager,
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = wellFormed(ids);
    const moved = wanted.length > 0 ? await this.kinds.get(kind)?.movedTo?.(wanted, tx) : undefined;
    return new Map(ids.map((id) => [id, moved?.get(id) ?? id]));
  }

  private async read(
    personId: string,
    kind: string,
    ids: readonly string[],
    tx: EntityManager,
  ): Promise<ReadonlyMap<string, string | null>> {
    const wanted = wellFormed(ids);
    if (wanted.length === 0) return new Map();
    return (await this.kinds.get(kind)?.read(personId, wanted, tx)) ?? new Map();
  }
}

/** Each once; the database would fail on what is no id. */
const wellFormed = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => isId(id));
