import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '@plenary/ground/kernel';
import { Mail, OnEvent, UnitOfWork } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import { organisationsEmail } from '../emails/index.js';
import { StandingService } from '../standing/standing.service.js';

/** IDN-17: that a coordinator was let in by the operator is told to the others, by e-mail. */
@Injectable()
export class OperatorHelpNotices {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly mail: Mail,
  ) {}

  @OnEvent('person.device-recovery')
  async onRecovery({ payload }: RecordedEvent<{ personId: string; step: string }>): Promise<void> {
    if (payload.step !== 'operator') return;
    await this.unit.run(null, async ({ manager }) => {
      const coordinators = await this.standings.holdersOf(manager, 'coordinator');
      const others = coordinators.filter((id) => id !== payload.personId);
      const person = (await this.people.namesOf([payload.personId], manager)).get(payload.personId);
      const values = { person: person?.displayName ?? '' };
      await this.mail.postAll(
        manager,
        (await this.people.readersOf(manager, others)).map((to) => ({
          to,
          message: organisationsEmail('operator-help', to.language, values),
        })),
      );
    });
  }
}
