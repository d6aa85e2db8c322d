import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { csvText, type Actor } from '@plenary/ground/kernel';
import { LongWorks, type LongWorkKind, type Transaction, type Work } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import { exportFields, importLimits, listExported, type ImportField } from '@plenary/arrivals/domain';
import { OrganisationEntity, RepresentativeEntity, StandingService } from '@plenary/organisations/server';

export interface ExportChoices {
  /** Unlisted organisations and their people, too. */
  readonly unlisted: boolean;
  /** People's e-mail addresses, too; without them the list cannot be imported elsewhere. */
  readonly addresses: boolean;
  /** These alone, whether active or former; without them, all active ones. */
  readonly ids?: readonly string[];
}

const active = { state: 'active' as const };

/** The list as an import reads it (ORG-15). For coordinators; that it was taken is on record. */
@Injectable()
export class ExportService implements OnModuleInit, LongWorkKind<ExportChoices> {
  readonly kind = 'organisations.export';

  constructor(
    private readonly works: LongWorks,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.works.register(this);
  }

  refuseUnlessMay(tx: EntityManager, actor: Actor): Promise<unknown> {
    return this.standings.refuseUnlessCoordinator(tx, actor);
  }

  begin(actor: Actor, choices: ExportChoices): Promise<{ id: string }> {
    return this.works.begin(actor, this.kind, choices);
  }

  async carryOut(tx: Transaction, { actor, request, tell }: Work<ExportChoices>) {
    tell('gathering', 0, null);
    const rows = await this.rows(tx.manager, request);
    const { unlisted, addresses } = request;
    const text = csvText([exportFields, ...rows.map((row) => exportFields.map((field) => row[field] ?? ''))]);
    await tx.events.append(
      listExported({ kind: 'person', id: actor.personId }, { lines: rows.length, unlisted, addresses }),
    );
    const file = { name: 'organisations.csv', type: 'text/csv; charset=utf-8', bytes: Buffer.from(text) };
    return { outcome: { lines: rows.length }, file };
  }

  private async rows(tx: EntityManager, choices: ExportChoices) {
    const organisations = await tx.find(OrganisationEntity, {
      where: {
        ...(choices.ids ? { id: In([...choices.ids]), state: In(['active', 'suspended', 'left']) } : active),
        ...(choices.unlisted ? {} : { listing: 'listed' as const }),
      },
      order: { sortName: 'ASC', id: 'ASC' },
      take: importLimits.rows,
    });
    const named = await tx.find(RepresentativeEntity, {
      where: { organisationId: In(organisations.map(({ id }) => id)) },
      order: { createdAt: 'ASC', personId: 'ASC' },
      take: importLimits.rows,
    });
    const byOrganisation = new Map<string, RepresentativeEntity[]>();
    for (const each of named) {
      const others = byOrganisation.get(each.organisationId);
      if (others) others.push(each);
      else byOrganisation.set(each.organisationId, [each]);
    }
    const ids = named.map(({ personId }) => personId);
    const names = await this.people.namesOf(ids, tx);
    const addresses = choices.addresses ? await this.people.addressesOf(tx, ids) : new Map<string, string>();
    return organisations.flatMap((each): Partial<Record<ImportField, string>>[] => {
      const own = {
        ...{
          organisation: each.name,
          acronym: each.acronym ?? '',
          country: each.country,
          region: each.region ?? '',
        },
        ...{ constituency: each.constituency ?? '', languages: each.languages.join(', ') },
        ...{ website: each.website ?? '', contact: each.email ?? '' },
      };
      const people = (byOrganisation.get(each.id) ?? []).map(({ personId, role }) => ({
        ...own,
        ...{ person: names.get(personId)?.displayName ?? '', email: addresses.get(personId) ?? '', role },
        language: names.get(personId)?.language ?? '',
      }));
      return people.length > 0 ? people : [own];
    });
  }
}
