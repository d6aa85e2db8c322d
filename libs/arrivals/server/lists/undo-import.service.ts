import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Clock, type Actor } from '@plenary/ground/kernel';
import { LongWorks, type LongWorkKind, type Transaction, type Work } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import {
  organisationChanged,
  organisationLimits,
  organisationRemoved,
  organisationSubject,
  representativeNamed,
  representativeWithdrawn,
  type RepresentativeRole,
} from '@plenary/organisations/domain';
import { importUndone, failArrival } from '@plenary/arrivals/domain';
import { OrganisationEntity, OrganisationsRepository, StandingService } from '@plenary/organisations/server';
import { ImportEntity, type MadeByImport } from '../entities/import.entity.js';
import { changeOrganisations } from './import.service.js';

interface Undo {
  /** The work that took the list in. */
  readonly list: string;
}

/**
 * ORG-30: an import is undone within an hour: what it made goes, what it changed is as before. What somebody has done
 * something with since stays: an organisation with a history of its own, a person who came, a field that says otherwise.
 */
@Injectable()
export class UndoImportService implements OnModuleInit, LongWorkKind<Undo> {
  readonly kind = 'organisations.import-undo';

  constructor(
    private readonly database: DataSource,
    private readonly works: LongWorks,
    private readonly organisations: OrganisationsRepository,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.works.register(this);
  }

  refuseUnlessMay(tx: EntityManager, actor: Actor): Promise<unknown> {
    return this.standings.refuseUnlessCoordinator(tx, actor);
  }

  async begin(actor: Actor, list: string): Promise<{ id: string }> {
    await this.standings.refuseUnlessCoordinator(this.database.manager, actor);
    await this.open(this.database.manager, list);
    return this.works.begin(actor, this.kind, { list });
  }

  async carryOut(tx: Transaction, { actor, request, tell }: Work<Undo>) {
    tell('undoing', 0, null);
    await this.organisations.lockNames(tx.manager);
    const { made, takenAt } = await this.open(tx.manager, request.list, true);
    await this.withdraw(tx, made);
    const people = await this.people.forgetAwaited(tx.manager, await withoutRoles(tx.manager, made.people));
    await this.changeBack(tx, made);
    const organisations = await this.remove(tx, made, takenAt);
    const undoneAt = new Date(this.clock.now());
    await tx.manager.update(ImportEntity, { id: request.list }, { undoneAt });
    const counts = { organisations: organisations.length, people: people.length };
    await tx.events.append(importUndone({ kind: 'person', id: actor.personId }, counts));
    return { outcome: { ...counts, stayed: made.organisations.length - organisations.length } };
  }

  private async open(tx: EntityManager, id: string, locks = false): Promise<ImportEntity> {
    const lock = locks ? ({ lock: { mode: 'pessimistic_write' } } as const) : {};
    const found = await tx.findOne(ImportEntity, { where: { id }, ...lock });
    const isOver = found && this.clock.now() - found.takenAt.getTime() > organisationLimits.undoMs;
    if (!found || found.undoneAt || isOver) return failArrival('import.undo-impossible');
    return found;
  }

  /** Roles as they were before; who has another one by now, or a mandate, keeps it. */
  private async withdraw(tx: Transaction, { roles }: MadeByImport): Promise<void> {
    const given = `jsonb_to_recordset($1::jsonb)
      AS m ("organisationId" uuid, "personId" uuid, role text, before text)`;
    const same = `r.organisation_id = m."organisationId" AND r.person_id = m."personId" AND r.role = m.role
      AND NOT EXISTS (SELECT FROM mandate d WHERE d.organisation_id = r.organisation_id AND d.person_id = r.person_id)`;
    type Row = { organisation: string; person: string; role: RepresentativeRole };
    const [gone]: [Row[], number] = await tx.manager.query(
      `DELETE FROM representative r USING ${given} WHERE ${same} AND m.before IS NULL
       RETURNING r.organisation_id AS organisation, r.person_id AS person, r.role`,
      [JSON.stringify(roles)],
    );
    const [back]: [Row[], number] = await tx.manager.query(
      `UPDATE representative r SET role = m.before FROM ${given} WHERE ${same} AND m.before IS NOT NULL
       RETURNING r.organisation_id AS organisation, r.person_id AS person, r.role`,
      [JSON.stringify(roles)],
    );
    await tx.events.appendAll([
      ...gone.map(({ organisation, person }) =>
        representativeWithdrawn(organisationSubject(organisation), { personId: person }),
      ),
      ...back.map(({ organisation, person, role }) =>
        representativeNamed(organisationSubject(organisation), { personId: person, role }),
      ),
    ]);
  }

  /** Fields that say what the list said are as they were. */
  private async changeBack(tx: Transaction, { changes }: MadeByImport): Promise<void> {
    const rows = await tx.manager.findBy(OrganisationEntity, { id: In(changes.map(({ id }) => id)) });
    const now = new Map(rows.map((row) => [row.id, row as unknown as Record<string, unknown>]));
    const back = changes.flatMap(({ id, before, after }) => {
      const row = now.get(id);
      const fields = Object.keys(after).filter(
        (field) => row && JSON.stringify(row[field]) === JSON.stringify(after[field]),
      );
      const said = Object.fromEntries(fields.map((field) => [field, before[field] ?? null]));
      return fields.length > 0 ? [{ id, after: said }] : [];
    });
    await changeOrganisations(tx.manager, back);
    await tx.events.appendAll(
      back.map(({ id, after }) =>
        organisationChanged(organisationSubject(id), { fields: Object.keys(after) }),
      ),
    );
  }

  /** Those with which nothing has happened since, and for which nobody acts. */
  private async remove(tx: Transaction, made: MadeByImport, takenAt: Date): Promise<string[]> {
    const [gone]: [{ id: string }[], number] = await tx.manager.query(
      `DELETE FROM organisation o WHERE o.id = ANY($1)
         AND NOT EXISTS (SELECT FROM representative r WHERE r.organisation_id = o.id)
         AND NOT EXISTS (SELECT FROM mandate d WHERE d.organisation_id = o.id)
         AND NOT EXISTS (SELECT FROM invitation i WHERE i.organisation_id = o.id)
         AND NOT EXISTS (SELECT FROM organisation m WHERE m.merged_into = o.id)
         AND NOT EXISTS (SELECT FROM event_log e WHERE e.subject_kind = 'organisation' AND e.subject_id = o.id::text
                            AND e.at > $2 AND e.name <> 'organisation.representative-withdrawn')
       RETURNING o.id`,
      [made.organisations, takenAt],
    );
    await tx.events.appendAll(gone.map(({ id }) => organisationRemoved(organisationSubject(id), {})));
    return gone.map(({ id }) => id);
  }
}

/** Of people whom a list brought, those who are nothing else by now. */
async function withoutRoles(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT p.id FROM unnest($1::uuid[]) AS p (id)
      WHERE NOT EXISTS (SELECT FROM representative r WHERE r.person_id = p.id)
        AND NOT EXISTS (SELECT FROM coalition_role c WHERE c.person_id = p.id)`,
    [ids],
  );
  return rows.map(({ id }) => id);
}
