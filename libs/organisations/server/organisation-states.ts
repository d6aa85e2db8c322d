import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '@plenary/ground/server';
import {
  isFoundByAll,
  oneReason,
  organisationStateChanged,
  organisationSubject,
  type OrganisationState,
} from '@plenary/organisations/domain';
import { CoalitionRoleEntity } from './entities/coalition-role.entity.js';
import { OrganisationEntity } from './entities/organisation.entity.js';
import { RepresentativeEntity } from './entities/representative.entity.js';

/** People of a hidden organisation who hear at once that its state changed; others see it at their next look. */
const mostTold = 1_000;

/** How an organisation's state is written down, for whoever has judged that it may change. */
@Injectable()
export class OrganisationStates {
  /** @param organisation as it was, locked. ORG-3: of what not everybody finds, only those hear who do. */
  async change(
    tx: Transaction,
    organisation: OrganisationEntity,
    state: OrganisationState,
    reason: string,
    { mergedInto, takesBack }: { readonly mergedInto?: string; readonly takesBack?: string } = {},
  ): Promise<void> {
    const { id, state: before, listing } = organisation;
    const isOpen = isFoundByAll({ state, listing }) || isFoundByAll({ state: before, listing });
    const told = isOpen ? null : await this.whoFinds(tx.manager, id);
    await tx.manager.update(OrganisationEntity, { id }, { state, ...(mergedInto ? { mergedInto } : {}) });
    await tx.events.append(
      organisationStateChanged(organisationSubject(id), {
        ...{ state, before, ...oneReason(reason) },
        ...(told ? { told } : {}),
        ...(takesBack ? { takesBack } : {}),
      }),
    );
  }

  private async whoFinds(tx: EntityManager, organisationId: string): Promise<string[]> {
    const own = await tx.find(RepresentativeEntity, {
      where: { organisationId },
      select: { personId: true },
      take: mostTold,
    });
    const coordinators = await tx.findBy(CoalitionRoleEntity, { role: 'coordinator' });
    return [...new Set([...own, ...coordinators].map(({ personId }) => personId))];
  }
}
