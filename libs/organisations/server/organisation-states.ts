import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenary/ground/server';
import {
  isFoundByAll,
  oneReason,
  organisationStateChanged,
  organisationSubject,
  type OrganisationState,
} from '@plenary/organisations/domain';
import { OrganisationEntity } from './entities/organisation.entity.js';

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
    await tx.events.append(
      organisationStateChanged(organisationSubject(id), {
        ...{ state, before, ...oneReason(reason) },
        ...(hides ? { hides } : {}),
        ...(takesBack ? { takesBack } : {}),
      }),
    );
  }
}
