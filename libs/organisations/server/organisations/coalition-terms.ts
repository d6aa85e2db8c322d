import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId, oneLine, sortNameOf } from '@plenary/ground/kernel';
import {
  failOrganisation,
  nameOfTerm,
  usualConstituencies,
  usualRegions,
  type Term,
} from '@plenary/organisations/domain';
import type { CoalitionEntity } from '../entities/coalition.entity.js';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { OrganisationsRepository } from './organisations.repository.js';

const columns = { regions: 'region', constituencies: 'constituency' } as const;
export type TermList = keyof typeof columns;

interface SaidTerm {
  readonly key?: string;
  readonly names: Readonly<Record<string, string>>;
}

/** The coalition's own regions, and those for whom its organisations speak (ORG-29). */
@Injectable()
export class CoalitionTerms {
  constructor(private readonly organisations: OrganisationsRepository) {}

  async of(tx: EntityManager): Promise<Readonly<Record<TermList, readonly Term[]>>> {
    const coalition = await this.organisations.findCoalition(tx);
    return {
      regions: coalition?.regions ?? usualRegions,
      constituencies: coalition?.constituencies ?? usualConstituencies,
    };
  }

  /** An organisation is of those that the coalition has, or of none. */
  async refuseUnknown(
    tx: EntityManager,
    said: { region?: string | null; constituency?: string | null },
  ): Promise<void> {
    if (!said.region && !said.constituency) return;
    const { regions, constituencies } = await this.of(tx);
    const has = (terms: readonly Term[], one?: string | null) => !one || terms.some(({ key }) => key === one);
    if (!has(regions, said.region)) failOrganisation('coalition.region-unknown');
    if (!has(constituencies, said.constituency)) failOrganisation('coalition.constituency-unknown');
  }

  /** As they are to stand: each named once, and none gone that an organisation has. */
  async changed(
    tx: EntityManager,
    coalition: CoalitionEntity,
    list: TermList,
    said: readonly SaidTerm[],
  ): Promise<Term[]> {
    const before = new Map(coalition[list].map((term) => [term.key, term]));
    const terms = said.map(({ key, names }): Term => {
      const clean = Object.entries(names)
        .map(([language, name]) => [language, oneLine(name)] as const)
        .filter(([, name]) => name !== '');
      if (clean.length === 0) failOrganisation('coalition.term-empty');
      return { key: key && before.has(key) ? key : newId(), names: Object.fromEntries(clean) };
    });
    const named = terms.flatMap(({ names }) =>
      Object.entries(names).map(([language, name]) => ({ id: `${language} ${sortNameOf(name)}`, name })),
    );
    const double = named.find(({ id }, place) => named.findIndex((each) => each.id === id) !== place);
    if (double) failOrganisation('coalition.term-double', { name: double.name });
    const kept = new Set(terms.map(({ key }) => key));
    if (kept.size < terms.length) failOrganisation('coalition.term-double', { name: '' });
    await this.refuseUsed(
      tx,
      coalition,
      list,
      [...before.values()].filter(({ key }) => !kept.has(key)),
    );
    return terms;
  }

  private async refuseUsed(
    tx: EntityManager,
    { languages }: CoalitionEntity,
    list: TermList,
    gone: readonly Term[],
  ): Promise<void> {
    if (gone.length === 0) return;
    const [used] = await tx
      .getRepository(OrganisationEntity)
      .createQueryBuilder('o')
      .select(`o.${columns[list]}`, 'key')
      .addSelect('count(*)::int', 'count')
      .where(`o.${columns[list]} = ANY(:keys)`, { keys: gone.map(({ key }) => key) })
      .groupBy(`o.${columns[list]}`)
      .limit(1)
      .getRawMany<{ key: string; count: number }>();
    if (!used) return;
    const name = nameOfTerm(
      gone.find(({ key }) => key === used.key)!,
      ...languages,
    );
    failOrganisation('coalition.term-used', { name, count: used.count });
  }
}
