import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '@plenary/ground/kernel';
import { Files } from '@plenary/ground/server';
import { logoRule } from './logo-rule.js';

interface Picture {
  readonly id: string;
  readonly owner: string;
  readonly kind: 'organisation' | 'coalition';
  readonly created_at: Date;
}

/**
 * Logos stood in a table once. A migration knows no folder, so they are carried over when the house opens, before it
 * answers anybody: all of them, then the table goes, in one transaction. Of several processes one does it.
 */
@Injectable()
export class CarryPicturesOver implements OnModuleInit {
  private readonly log = new Logger('pictures');

  constructor(
    private readonly database: DataSource,
    private readonly files: Files,
  ) {}

  onModuleInit(): Promise<void> {
    return this.database.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('carry pictures over'))`);
      const [{ made }] = await tx.query(`SELECT to_regclass('picture') IS NOT NULL AS made`);
      if (!made) return;
      const pictures: Picture[] = await tx.query(
        `SELECT p.id, p.created_at, o.id AS owner, 'organisation' AS kind
           FROM picture p JOIN organisation o ON o.logo_id = p.id
          UNION ALL
         SELECT p.id, p.created_at, c.id, 'coalition' FROM picture p JOIN coalition c ON c.logo_id = p.id`,
      );
      for (const each of pictures) await this.carry(tx, each);
      await tx.query('DROP TABLE picture');
    });
  }

  /** One that cannot be drawn was shown as broken, and goes. */
  private async carry(tx: EntityManager, { id, owner, kind, created_at: putAt }: Picture): Promise<void> {
    const [{ bytes }] = await tx.query('SELECT bytes FROM picture WHERE id = $1', [id]);
    try {
      const content = await logoRule.check(bytes as Buffer);
      await this.files.put(tx, { id, putAt }, { kind, id: owner }, content);
    } catch (reason) {
      if (!(reason instanceof DomainError) || !reason.code.startsWith('picture.')) throw reason;
      this.log.warn({ code: 'picture.not-carried-over', reason: reason.code });
      await tx.query(`UPDATE ${kind} SET logo_id = NULL WHERE id = $1`, [owner]);
    }
  }
}
