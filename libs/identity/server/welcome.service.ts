import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '@plenary/ground/kernel';
import { Mail } from '@plenary/ground/server';
import { identityEmail } from './emails/index.js';
import { resetPurpose } from './new-password.js';
import { PeopleService } from './people.service.js';
import { SecretLinks } from './secret-links.js';

const days = 14;
/** Nobody is written to again before so long. Hours. */
const pause = 12;

/** E-mails to people whose account somebody else made: they choose their password. */
@Injectable()
export class WelcomeService {
  constructor(
    private readonly people: PeopleService,
    private readonly links: SecretLinks,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  async write(
    tx: EntityManager,
    people: readonly { readonly id: string; readonly email: string; readonly language: string }[],
    coalition: string,
  ): Promise<void> {
    const secrets = await this.links.makeAll(
      tx,
      people.map(({ id }) => ({ purpose: resetPurpose, personId: id, hours: days * 24 })),
    );
    await this.mail.postAll(
      tx,
      people.map((to, place) => {
        const url = this.mail.link(`/reset#${secrets[place]}`);
        return { to, message: identityEmail('welcome', to.language, { coalition }, url) };
      }),
    );
  }

  /**
   * Writes once more to those of these people who have not come yet and were not written to of late; the e-mail from
   * before is worth nothing then. Two who ask at once write one e-mail. Answers to whom it wrote.
   */
  async again(tx: EntityManager, personIds: readonly string[], coalition: string): Promise<string[]> {
    await tx.query('SELECT 1 FROM person WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [personIds]);
    const awaited = await this.people.awaitedOf(personIds, tx);
    const lately: { person_id: string }[] = await tx.query(
      `SELECT DISTINCT person_id FROM secret_link
        WHERE purpose = $1 AND person_id = ANY($2) AND created_at > $3`,
      [resetPurpose, [...awaited], new Date(this.clock.now() - pause * 3_600_000)],
    );
    for (const { person_id } of lately) awaited.delete(person_id);
    await this.links.withdrawAll(tx, resetPurpose, [...awaited]);
    await this.write(tx, await this.people.readersOf(tx, [...awaited]), coalition);
    return [...awaited];
  }
}
