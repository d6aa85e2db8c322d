import { Inject, Injectable, Optional } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId, systemClock } from '@plenary/ground/kernel';
import { AppConfig } from '../config/app-config.js';
import { composeLetter, type Letter } from './letter.js';
import { Letterhead } from './letterhead.js';
import { MailEntity } from './mail.entity.js';

/** Rows of one statement. */
const batch = 200;

export interface AddressedLetter {
  readonly to: { readonly email: string; readonly language: string };
  readonly letter: Letter;
}

/** Letters to people. They are written in the transaction that they tell of, and leave after its commit. */
@Injectable()
export class Mail {
  constructor(
    private readonly config: AppConfig,
    @Optional() @Inject(Letterhead) private readonly letterhead: Letterhead | null = null,
  ) {}

  /** The address of a page of this installation, for a link in a letter; `path` begins with a slash. */
  link(path: string): string {
    // Never from a request: whoever sends one chooses its host, and would get the secret of the link.
    return new URL(path, this.config.ownAddress).href;
  }

  post(tx: EntityManager, to: { email: string; language: string }, letter: Letter): Promise<void> {
    return this.postAll(tx, [{ to, letter }]);
  }

  /** Many at once, in few statements. */
  async postAll(tx: EntityManager, letters: readonly AddressedLetter[]): Promise<void> {
    if (letters.length === 0) return;
    const at = new Date(systemClock.now());
    const sender = (await this.letterhead?.sender(tx)) ?? null;
    const rows = letters.map(({ to, letter }) => ({
      id: newId(),
      to: to.email,
      language: to.language,
      ...composeLetter(letter, to.language, sender),
      attempts: 0,
      createdAt: at,
      dueAt: at,
      sentAt: null,
    }));
    for (let from = 0; from < rows.length; from += batch)
      await tx.insert(MailEntity, rows.slice(from, from + batch));
  }
}
