import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Subjects, type SubjectKind } from '@plenary/ground/server';
import { StandingService } from '@plenary/organisations/server';
import { statementSubject } from '@plenary/statements/domain';
import { StatementsDoor } from '@plenary/statements/server';
import type { ThreadReader } from '@plenary/comments/domain';

interface Saying {
  readonly id: string;
  readonly statementId: string;
}

/** Something that people say about a statement: a thread, a suggestion. */
interface SayingKind<Said extends Saying> {
  readonly kind: string;
  find(tx: EntityManager, id: string): Promise<Said | null>;
  findMany(tx: EntityManager, ids: readonly string[]): Promise<readonly Said[]>;
  /** What it depends on besides the right on the statement. */
  maySee(reader: ThreadReader, said: Said): boolean;
  link(id: string): string;
}

/** What is said about statements, for whoever meets it as `{ kind, id }`: news and the record reach who may see it now. */
@Injectable()
export class StatementSayings {
  constructor(
    private readonly subjects: Subjects,
    private readonly statements: StatementsDoor,
    private readonly standings: StandingService,
  ) {}

  register<Said extends Saying>(of: SayingKind<Said>): void {
    this.subjects.register(this.kindOf(of));
  }

  private kindOf<Said extends Saying>(of: SayingKind<Said>): SubjectKind {
    return {
      kind: of.kind,
      /** Called by the title of its statement: its own words are nobody's headline. */
      read: async (personId, ids, tx) => {
        const found = await this.visible(of, personId, ids, tx);
        const statements = found.map(({ statementId }) => statementSubject(statementId));
        const names = await this.subjects.knownTo(personId, statements, tx);
        return new Map(found.map(({ id, statementId }) => [id, names.nameOf(statementSubject(statementId))]));
      },
      readersOf: async (id, personIds, tx) => {
        const said = await of.find(tx, id);
        if (!said) return new Set();
        const rights = await this.statements.rightsOn(tx, said.statementId, personIds);
        const standings = await this.standings.of(personIds, tx);
        const isReader = (personId: string) =>
          of.maySee({ standing: standings.get(personId)!.standing, right: rights.get(personId)! }, said);
        return new Set(personIds.filter(isReader));
      },
      may: async (personId, permissions, ids, tx) => {
        const found = await this.visible(of, personId, ids, tx);
        const statementIds = found.map(({ statementId }) => statementId);
        const may = await this.subjects.may(personId, permissions, 'statement', statementIds, tx);
        return new Set(found.filter(({ statementId }) => may.has(statementId)).map(({ id }) => id));
      },
      link: (id) => of.link(id),
    };
  }

  private async visible<Said extends Saying>(
    of: SayingKind<Said>,
    personId: string,
    ids: readonly string[],
    tx: EntityManager,
  ): Promise<readonly Said[]> {
    const found = await of.findMany(tx, ids);
    const statementIds = [...new Set(found.map(({ statementId }) => statementId))];
    const rights = await this.statements.rightsOf(tx, personId, statementIds);
    const standing = await this.standings.get(personId, tx);
    return found.filter((each) => of.maySee({ standing, right: rights.get(each.statementId)! }, each));
  }
}
