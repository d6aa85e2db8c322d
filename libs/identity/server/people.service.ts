import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Clock, colourOf, sortNameOf, type CountedPage } from '@plenary/ground/kernel';
import { cursorOf, pageOf, readCursor, totalOf } from '@plenary/ground/server';
import { failIdentity, normalEmail } from '@plenary/identity/domain';
import { DemoSignInEntity } from './entities/demo-sign-in.entity.js';
import { PersonEntity } from './entities/person.entity.js';
import { hashPassword } from './secrets.js';

/** As much of a person as others see. */
export interface KnownPerson {
  readonly id: string;
  readonly displayName: string;
  readonly colour: string;
  readonly language: string;
  /** Those the person works in. */
  readonly languages: readonly string[];
  /** They have left Plenary, and are known by a name that says nothing. */
  readonly hasLeft: boolean;
}

/**
 * A query of a room above that selects ids of people. It runs inside the list's own, so that a list stays complete and
 * paged however many people it names; its parameters have names of their own.
 */
export type PeopleAmong = Pick<SelectQueryBuilder<never>, 'getQuery' | 'getParameters'>;

export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly language: string;
  /** Null for an account that gets its password by an e-mail. */
  readonly password: string | null;
  /** Instead of `password`, one that was hashed before. */
  readonly passwordHash?: string;
}

/** People, for the rooms above: names in batches, search, and the making of accounts. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Names of these people, by id; unknown ids are left out. One query. */
  async namesOf(
    ids: readonly string[],
    tx: EntityManager = this.database.manager,
  ): Promise<Map<string, KnownPerson>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    // Every list asks this, some for a thousand people: one parameter for all, and no entities to build.
    const found: PersonEntity[] = await tx.query(
      `SELECT id, display_name AS "displayName", language, languages, left_at AS "leftAt"
         FROM person WHERE id = ANY($1::uuid[])`,
      [wanted],
    );
    return new Map(found.map((person) => [person.id, present(person)]));
  }

  /** People by name who are in each of `among` (none: everybody). A search never looks behind a pseudonym. */
  async list(filter: {
    query: string | null;
    /** BCP 47: one that they work in, or read Plenary in. */
    language: string | null;
    among: readonly PeopleAmong[];
    /** Those alone who have not come yet (IDN-16). */
    awaited?: boolean;
    cursor: string | null;
    limit: number;
  }): Promise<CountedPage<KnownPerson>> {
    const after = readCursor(filter.cursor ?? undefined, ['sortName', 'id']);
    const found = this.database.manager
      .getRepository(PersonEntity)
      .createQueryBuilder('p')
      .select(['p.id', 'p.displayName', 'p.language', 'p.languages', 'p.sortName'])
      .where('p.leftAt IS NULL')
      .orderBy('p.sortName')
      .addOrderBy('p.id')
      .limit(filter.limit + 1);
    for (const some of filter.among) {
      found.andWhere(`p.id IN (${some.getQuery()})`, some.getParameters());
    }
    if (filter.awaited) found.andWhere(awaited('p'));
    if (filter.language) {
      const { language } = filter;
      found.andWhere('(p.language = :language OR :language = ANY(p.languages))', { language });
    }
    if (filter.query) {
      const pattern = `%${sortNameOf(filter.query).replace(/[\\%_]/g, '\\$&')}%`;
      found.andWhere('p.sortName LIKE :pattern', { pattern });
    }
    const total = after ? null : await totalOf(found);
    if (after) found.andWhere('(p.sortName, p.id) > (:sortName, :id)', after);
    const page = pageOf(await found.getMany(), filter.limit, (last) =>
      cursorOf({ sortName: last.sortName, id: last.id }),
    );
    return { items: page.items.map(present), nextCursor: page.nextCursor, total };
  }

  /** Those of these people who have not come yet (IDN-16). */
  async awaitedOf(ids: readonly string[], tx: EntityManager = this.database.manager): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM person p WHERE id = ANY($1) AND left_at IS NULL AND ${awaited('p')}`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Makes accounts. People who share a password (a demonstration) still get a salt each. */
  async create(tx: EntityManager, people: readonly NewPerson[]): Promise<void> {
    const hashes = await Promise.all(
      people.map(async ({ password, passwordHash }) =>
        password === null ? (passwordHash ?? null) : hashPassword(password),
      ),
    );
    const createdAt = new Date(this.clock.now());
    const made = tx.insert(
      PersonEntity,
      people.map((person, index) => ({
        id: person.id,
        email: normalEmail(person.email),
        displayName: person.displayName,
        sortName: sortNameOf(person.displayName),
        language: person.language,
        passwordHash: hashes[index]!,
        createdAt,
      })),
    );
    await made.catch((reason: unknown) => {
      // Two who made it at once: the second is told.
      if ((reason as { code?: string }).code === '23505') failIdentity('account.exists');
      throw reason;
    });
  }

  /** The account with this address. */
  async findByEmail(tx: EntityManager, email: string): Promise<(KnownPerson & { email: string }) | null> {
    const found = await tx.findOneBy(PersonEntity, { email: normalEmail(email) });
    return found && { ...present(found), email: found.email };
  }

  /** Accounts with these addresses, which stand as `normalEmail` gives them; of nobody who has left. */
  async listByEmail(tx: EntityManager, emails: readonly string[]): Promise<{ id: string; email: string }[]> {
    return tx.find(PersonEntity, {
      where: { email: In([...emails]), leftAt: IsNull() },
      select: { id: true, email: true },
    });
  }

  /**
   * Those of these people who have not left, and who do not leave before the end of the transaction. To be taken before
   * locks of other kinds: whoever leaves holds their own row first.
   */
  async hold(tx: EntityManager, ids: readonly string[]): Promise<Set<string>> {
    const rows: { id: string }[] = await tx.query(
      'SELECT id FROM person WHERE id = ANY($1) AND left_at IS NULL ORDER BY id FOR KEY SHARE',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * For who was brought in by mistake: those of these people who have not come yet (IDN-16) are as if they had never been
   * there, and e-mails to them that wait do not leave. Answers whom it forgot.
   */
  async forgetAwaited(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
    await tx.query(
      `DELETE FROM secret_link l USING person p WHERE l.person_id = p.id AND p.id = ANY($1) AND ${awaited('p')}`,
      [ids],
    );
    const [gone]: [{ id: string; email: string }[], number] = await tx.query(
      `DELETE FROM person p WHERE p.id = ANY($1) AND p.left_at IS NULL AND ${awaited('p')}
          AND NOT EXISTS (SELECT FROM session s WHERE s.person_id = p.id)
       RETURNING p.id, p.email`,
      [ids],
    );
    await tx.query(`DELETE FROM mail WHERE sent_at IS NULL AND refused_at IS NULL AND to_address = ANY($1)`, [
      gone.map(({ email }) => email),
    ]);
    return gone.map(({ id }) => id);
  }

  /** Where and in which language e-mails reach these people. */
  async readersOf(
    tx: EntityManager,
    ids: readonly string[],
  ): Promise<{ id: string; email: string; language: string }[]> {
    const select = { id: true, email: true, language: true } as const;
    return tx.find(PersonEntity, { where: { id: In([...new Set(ids)]), leftAt: IsNull() }, select });
  }

  /** Names behind pseudonyms: for those alone whom a room has found to be allowed. */
  async fullNamesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const select = { id: true, fullName: true } as const;
    const found = await this.database.manager.find(PersonEntity, {
      where: { id: In([...ids]), fullName: Not(IsNull()) },
      select,
    });
    return new Map(found.map(({ id, fullName }) => [id, fullName!]));
  }

  /** Addresses by person: for those alone whom a room has found to be allowed. */
  async addressesOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    const found = await tx.find(PersonEntity, {
      where: { id: In([...ids]) },
      select: { id: true, email: true },
    });
    return new Map(found.map(({ id, email }) => [id, email]));
  }

  demoSignIns(): Promise<DemoSignInEntity[]> {
    return this.database.manager.find(DemoSignInEntity, { order: { place: 'ASC' } });
  }
}

/** IDN-16: nobody has chosen a way to sign in. */
const awaited = (person: string) =>
  `${person}.password_hash IS NULL AND NOT EXISTS
     (SELECT 1 FROM outside_identity outside WHERE outside.person_id = ${person}.id)`;

const present = (person: PersonEntity): KnownPerson => ({
  id: person.id,
  displayName: person.displayName,
  colour: colourOf(person.id),
  language: person.language,
  languages: person.languages,
  // Lists read people who are here, and leave it out.
  hasLeft: (person.leftAt ?? null) !== null,
});
