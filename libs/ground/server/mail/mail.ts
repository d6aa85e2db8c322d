import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId, systemClock } from '@plenary/ground/kernel';
import { AppConfig } from '../config/app-config.js';
import { composeLetter, type Letter } from './letter.js';
import { MailEntity } from './mail.entity.js';

/** Letters to people. They are written in the transaction that they tell of, and leave after its commit. */
@Injectable()
export class Mail {
  constructor(private readonly config: AppConfig) {}

  /** The address of a page of this installation, for a link in a letter; `path` begins with a slash. */
  link(path: string): string {
    // Never from a request: whoever sends one chooses its host, and would get the secret of the link.
    return new URL(path, this.config.ownAddress).href;
  }

  async post(tx: EntityManager, to: { email: string; language: string }, letter: Letter): Promise<void> {
    const at = new Date(systemClock.now());
    await tx.insert(MailEntity, {
      id: newId(),
      to: to.email,
      language: to.language,
      ...composeLetter(letter, to.language),
      attempts: 0,
      createdAt: at,
      dueAt: at,
      sentAt: null,
    });
  }
}
