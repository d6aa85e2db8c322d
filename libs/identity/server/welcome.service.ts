import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Mail } from '@plenary/ground/server';
import { identityLetter } from './letters/index.js';
import { resetPurpose } from './new-password.js';
import { SecretLinks } from './secret-links.js';

const days = 14;

/** Letters to people whose account somebody else made: they choose their password. */
@Injectable()
export class WelcomeService {
  constructor(
    private readonly links: SecretLinks,
    private readonly mail: Mail,
  ) {}

  async write(
    tx: EntityManager,
    people: readonly { readonly id: string; readonly email: string; readonly language: string }[],
    coalition: string,
  ): Promise<void> {
    for (const person of people) {
      const link = { purpose: resetPurpose, personId: person.id, hours: days * 24 };
      const url = this.mail.link(`/reset#${await this.links.make(tx, link)}`);
      await this.mail.post(tx, person, identityLetter('welcome', person.language, { coalition }, url));
    }
  }
}
