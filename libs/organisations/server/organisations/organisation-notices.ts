import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { Mail, type AddressedEmail, type Transaction } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import type { OrganisationState, RepresentativeRole } from '@plenary/organisations/domain';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { RepresentativeEntity } from '../entities/representative.entity.js';
import { organisationsEmail } from '../emails/index.js';
import { roleInEmail } from '../emails/roles.js';
import { OrganisationsRepository } from './organisations.repository.js';

type Named = Pick<OrganisationEntity, 'id' | 'name'>;
type Reader = Awaited<ReturnType<PeopleService['readersOf']>>[number];

/** Who changed: named by an invitation, given another role, removed by somebody, gone by themselves. */
export type MemberChange = 'joined' | 'changed' | 'removed' | 'left';

/** What happens to an organisation and to those who act for it, told to them by e-mail (ORG-24). */
@Injectable()
export class OrganisationNotices {
  constructor(
    private readonly people: PeopleService,
    private readonly organisations: OrganisationsRepository,
    private readonly mail: Mail,
  ) {}

  /** To all who act for them, whoever did it excepted. The queries do not grow with the organisations. */
  async tellState(
    tx: Transaction,
    actor: Actor,
    changed: readonly (Named & { readonly before: OrganisationState })[],
    state: OrganisationState,
    reason: string,
  ): Promise<void> {
    if (changed.length === 0) return;
    const ids = changed.map(({ id }) => id);
    const acting = await tx.manager.findBy(RepresentativeEntity, { organisationId: In(ids) });
    const readers = await this.readers(
      tx,
      actor,
      acting.map(({ personId }) => personId),
    );
    const said = { ...(await this.by(tx, actor)), reason };
    await this.mail.postAll(
      tx.manager,
      changed.flatMap(({ id, name, before }) => {
        const message =
          state !== 'active'
            ? `state-${state}`
            : before === 'suspended'
              ? 'state-reinstated'
              : 'state-returned';
        return acting
          .filter(({ organisationId }) => organisationId === id)
          .flatMap(({ personId }) => readers.get(personId) ?? [])
          .map((reader) => this.emailTo(reader, message, id, { ...said, organisation: name }));
      }),
    );
  }

  /** To those who acted for the one that goes on as another. */
  async tellMerge(
    tx: Transaction,
    actor: Actor,
    { gone, kept, personIds }: { gone: Named; kept: Named; personIds: readonly string[] },
    reason: string,
  ): Promise<void> {
    const said = { ...(await this.by(tx, actor)), reason, organisation: gone.name, into: kept.name };
    const readers = await this.readers(tx, actor, personIds);
    await this.mail.postAll(
      tx.manager,
      [...readers.values()].map((reader) => this.emailTo(reader, 'merged', kept.id, said)),
    );
  }

  /** To its focal points, and to the person; nobody is told what they did themselves. */
  async tellMember(
    tx: Transaction,
    actor: Pick<Actor, 'personId'>,
    organisationId: string,
    personId: string,
    change: MemberChange,
    role: RepresentativeRole,
  ): Promise<void> {
    const focal = await tx.manager.findBy(RepresentativeEntity, {
      ...{ organisationId, role: 'focal_point' as const, personId: Not(personId) },
    });
    const told = [
      ...focal.map((each) => each.personId),
      ...(change === 'changed' || change === 'removed' ? [personId] : []),
    ];
    const readers = await this.readers(tx, actor, told);
    if (readers.size === 0) return;
    const organisation = await tx.manager.findOneBy(OrganisationEntity, { id: organisationId });
    const { by, coalition } = await this.by(tx, actor);
    const person = (await this.people.namesOf([personId], tx.manager)).get(personId)?.displayName ?? '';
    const said = { by, coalition, person, organisation: organisation?.name ?? '' };
    await this.mail.postAll(
      tx.manager,
      [...readers.values()].map((reader) =>
        this.emailTo(reader, reader.id === personId ? `you-${change}` : `member-${change}`, organisationId, {
          ...said,
          role: roleInEmail(role, reader.language),
        }),
      ),
    );
  }

  private emailTo(
    to: Reader,
    name: string,
    organisationId: string,
    said: Readonly<Record<string, string>>,
  ): AddressedEmail {
    const message = organisationsEmail(
      name,
      to.language,
      said,
      this.mail.link(`/organisations/${organisationId}`),
    );
    // A reason that nobody gave is not announced.
    return {
      to,
      message: said['reason'] === '' ? { ...message, lines: message.lines.slice(0, 1) } : message,
    };
  }

  private async readers(
    tx: Transaction,
    { personId }: Pick<Actor, 'personId'>,
    ids: readonly string[],
  ): Promise<Map<string, Reader>> {
    const others = ids.filter((id) => id !== personId);
    if (others.length === 0) return new Map();
    return new Map((await this.people.readersOf(tx.manager, others)).map((each) => [each.id, each]));
  }

  private async by(tx: Transaction, { personId }: Pick<Actor, 'personId'>) {
    const names = await this.people.namesOf([personId], tx.manager);
    return { by: names.get(personId)?.displayName ?? 'Plenary', coalition: await this.coalitionName(tx) };
  }

  private async coalitionName(tx: Transaction): Promise<string> {
    return (await this.organisations.findCoalition(tx.manager))?.name ?? 'Plenary';
  }
}
