import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { withStanding } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';
import {
  isFoundByAll,
  oneReason,
  organisationStateChanged,
  organisationSubject,
  type OrganisationState,
} from '@plenary/organisations/domain';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { RepresentativeEntity } from '../entities/representative.entity.js';

/** How an organisation's state is written down, for whoever has judged that it may change. */
@Injectable()
export class OrganisationStates {
  /** @param organisation as it was, locked. ORG-3: of what not everybody finds, or found, only those hear who do. */
  async change(
    tx: Transaction,
    organisation: OrganisationEntity,
    state: OrganisationState,
    reason: string,
    { mergedInto, takesBack }: { readonly mergedInto?: string; readonly takesBack?: string } = {},
  ): Promise<void> {
    const { id, state: before, listing } = organisation;
    const hides = isFoundByAll({ state: before, listing }) && !isFoundByAll({ state, listing });
    await tx.manager.update(OrganisationEntity, { id }, { state, ...(mergedInto ? { mergedInto } : {}) });
    const changed = organisationStateChanged(organisationSubject(id), {
      ...{ state, before, ...oneReason(reason) },
      ...(hides ? { hides } : {}),
      ...(takesBack ? { takesBack } : {}),
    });
    await tx.events.append(withStanding(changed, await this.peopleOf(tx.manager, id)));
  }

  private async peopleOf(tx: EntityManager, organisationId: string): Promise<string[]> {
    const own = await tx.find(RepresentativeEntity, {
      where: { organisationId },
      select: { personId: true },
    });
    return own.map(({ personId }) => personId);
  }
}
