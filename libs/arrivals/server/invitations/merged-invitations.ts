import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { invitationRevoked } from '@plenary/arrivals/domain';
import { Clock, type RecordedEvent } from '@plenary/ground/kernel';
import { OnEvent, UnitOfWork } from '@plenary/ground/server';
import { InvitationEntity } from '../entities/invitation.entity.js';
import { subjectOf } from './invitations.service.js';

/**
 * ORG-18: invitations to an organisation that goes on as another end. From the merge on nobody comes in by them, since
 * they let into active organisations alone; here it comes on record.
 */
@Injectable()
export class MergedInvitations {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @OnEvent('organisation.merged')
  onMerge({ subject: { id: organisationId } }: RecordedEvent): Promise<void> {
    return this.unit.run(null, async (tx) => {
      const open = { organisationId, revokedAt: IsNull() };
      const ended = await tx.manager.findBy(InvitationEntity, open);
      await tx.manager.update(InvitationEntity, open, { revokedAt: new Date(this.clock.now()) });
      await tx.events.appendAll(
        ended.map((each) => invitationRevoked(subjectOf(each), { invitationId: each.id })),
      );
    });
  }
}
