import type { InvitationView } from '@plenary/arrivals/domain';
import type { InvitationEntity } from '../entities/invitation.entity.js';
import type { InvitationUseEntity } from '../entities/invitation-use.entity.js';
import type { KnownPerson } from '@plenary/organisations/server';

/** Whether an invitation can be used at this moment (milliseconds since 1970). */
export const isOpen = (invitation: InvitationEntity, now: number): boolean =>
  invitation.revokedAt === null &&
  invitation.uses < invitation.mostUses &&
  invitation.expiresAt.getTime() > now;

/** @param uses of this invitation alone. */
export function presentInvitation(
  invitation: InvitationEntity,
  uses: readonly InvitationUseEntity[],
  people: ReadonlyMap<string, KnownPerson>,
  { comesBack, isVoid, now }: { readonly comesBack: boolean; readonly isVoid: boolean; readonly now: number },
): InvitationView {
  const { id, organisationId, role, coalitionRole, email, mostUses } = invitation;
  return {
    ...{ id, organisationId, role, coalitionRole, email, mostUses },
    uses: invitation.uses,
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    state: isVoid && isOpen(invitation, now) ? 'void' : stateOf(invitation, now),
    comesBack,
    usedBy: uses.map(({ personId, at }) => ({
      personId,
      name: people.get(personId)?.displayName ?? '',
      at: at.toISOString(),
    })),
  };
}

function stateOf(invitation: InvitationEntity, now: number): InvitationView['state'] {
  if (invitation.revokedAt) return 'revoked';
  if (invitation.uses >= invitation.mostUses) return 'used';
  return isOpen(invitation, now) ? 'open' : 'expired';
}
