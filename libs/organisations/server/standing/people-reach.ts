import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Mail } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';

/** Of those whom the viewer may know so much: who has not come yet, and to whom e-mails come back. */
export interface Reach {
  readonly awaited: ReadonlySet<string>;
  readonly comesBack: ReadonlySet<string>;
}

/** Whether people have come, and e-mails reach them (ORG-26). */
@Injectable()
export class PeopleReach {
  constructor(
    private readonly people: PeopleService,
    private readonly mail: Mail,
  ) {}

  /** Of people about whom the asker may know it. */
  async of(tx: EntityManager, personIds: readonly string[]): Promise<Reach> {
    if (personIds.length === 0) return { awaited: new Set(), comesBack: new Set() };
    const addresses = await this.people.addressesOf(tx, personIds);
    const refused = await this.mail.comesBack(tx, [...addresses.values()]);
    return {
      awaited: await this.people.awaitedOf(personIds, tx),
      comesBack: new Set(personIds.filter((id) => refused.has(addresses.get(id) ?? ''))),
    };
  }
}
