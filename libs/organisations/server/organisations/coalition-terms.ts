import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { newId, oneLine, sortNameOf } from '@plenary/ground/kernel';
import {
  failOrganisation,
  nameOfTerm,
  usualConstituencies,
  usualRegions,
  type Term,
  type TermList,
} from '@plenary/organisations/domain';
import type { CoalitionEntity } from '../entities/coalition.entity.js';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { OrganisationsRepository } from './organisations.repository.js';

interface SaidTerm {
  readonly key?: string;
  readonly names: Readonly<Record<string, string>>;
}

/** What has the terms of one list: a term that anything has is not removed. */
export interface TermHolders {
  readonly rows: EntityTarget<ObjectLiteral>;
  /** Property of the rows that holds a key. */
  readonly by: string;
  /** In the words of the room whose rows they are. `count`: how many have the term, one or more. */
  readonly refuse: (had: { readonly name: string; readonly count: number }) => never;
}

const organisationsBy = (column: 'region' | 'constituency'): TermHolders => ({
  rows: OrganisationEntity,
  by: column,
  refuse: (had) => failOrganisation('coalition.term-used', had),
});

const termsOf = (coalition: CoalitionEntity | null): Readonly<Record<TermList, readonly Term[]>> => ({
  regions: coalition?.regions ?? usualRegions,
  constituencies: coalition?.constituencies ?? usualConstituencies,
  themes: coalition?.themes ?? [],
});

const isOf = (terms: readonly Term[], key: string): boolean => terms.some((term) => term.key === key);

/** The coalition's own regions, those for whom its organisations speak, and what its groups work on (ORG-29). */
@Injectable()
export class CoalitionTerms {
  private readonly holders = new Map<TermList, TermHolders>([
    ['regions', organisationsBy('region')],
    ['constituencies', organisationsBy('constituency')],
  ]);

  constructor(private readonly organisations: OrganisationsRepository) {}

  /** Said once, when it starts, by the room whose rows have keys of `list`. */
  register(list: TermList, holders: TermHolders): void {
    this.holders.set(list, holders);
  }

  async of(tx: EntityManager): Promise<Readonly<Record<TermList, readonly Term[]>>> {
    return termsOf(await this.organisations.findCoalition(tx));
  }

  /** Whether the coalition has this one. Said in a transaction, it keeps it until that one ends. */
  async has(tx: EntityManager, list: TermList, key: string): Promise<boolean> {
    return isOf((await this.kept(tx))[list], key);
  }

  /** An organisation is of those that the coalition has, or of none. */
  async refuseUnknown(
    tx: EntityManager,
    said: { region?: string | null; constituency?: string | null },
  ): Promise<void> {
    const { region, constituency } = said;
    if (!region && !constituency) return;
    const { regions, constituencies } = await this.kept(tx);
    if (region && !isOf(regions, region)) failOrganisation('coalition.region-unknown');
    if (constituency && !isOf(constituencies, constituency))
      failOrganisation('coalition.constituency-unknown');
  }

  /** Until the transaction ends, where there is one. */
  private async kept(tx: EntityManager): Promise<Readonly<Record<TermList, readonly Term[]>>> {
    const lock = tx.queryRunner?.isTransactionActive ? 'pessimistic_read' : undefined;
    return termsOf(await this.organisations.findCoalition(tx, lock));
  }

  /** As they are to stand: each named once, and none gone that anything has. `coalition`: locked. */
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
    const holders = this.holders.get(list);
    if (!holders) return;
    const column = `held.${holders.by}`;
    const had = await tx
      .getRepository(holders.rows)
      .createQueryBuilder('held')
      .select(column, 'key')
      .addSelect('count(*)::int', 'count')
      .where(`${column} = ANY(:keys)`, { keys: gone.map(({ key }) => key) })
      .groupBy(column)
      .limit(1)
      .getRawOne<{ key: string; count: number }>();
    if (!had) return;
    const term = gone.find(({ key }) => key === had.key)!;
    holders.refuse({ name: nameOfTerm(term, ...languages), count: had.count });
  }
}
