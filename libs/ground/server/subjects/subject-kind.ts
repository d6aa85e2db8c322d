import type { EntityManager } from 'typeorm';
import type { Permission } from '@plenary/ground/kernel';

/**
 * What a room says of the things of one kind of its own, to whoever meets them as `{ kind, id }`. All of it is asked for
 * many at once and costs as few queries as for one. Ids are well formed; of those that do not exist nothing is said.
 */
export interface SubjectKind {
  readonly kind: string;

  /** Those that this person may read, and what each is called; null where the kind alone says it ("the coalition"). */
  read(
    personId: string,
    ids: readonly string[],
    tx: EntityManager,
  ): Promise<ReadonlyMap<string, string | null>>;

  /** Those of these people who may read it. */
  readersOf(id: string, personIds: readonly string[], tx: EntityManager): Promise<ReadonlySet<string>>;

  /**
   * Those for which this person has one of the permissions, by who they are; what the state of the thing forbids is
   * refused where it is done.
   */
  may(
    personId: string,
    permissions: readonly Permission[],
    ids: readonly string[],
    tx: EntityManager,
  ): Promise<ReadonlySet<string>>;

  /** Its page in the web client, from the root; null where it has none. */
  link(id: string): string | null;

  /** For those that were merged into another: which one they are now. A kind that is never merged leaves it out. */
  movedTo?(ids: readonly string[], tx: EntityManager): Promise<ReadonlyMap<string, string>>;
}
