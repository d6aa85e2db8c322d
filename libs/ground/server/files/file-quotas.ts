import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, type PersonId, type Subject } from '@plenary/ground/kernel';
import { AppConfig } from '../config/app-config.js';
import { Retention } from '../retention/retention.js';
import { failFile } from './files.errors.js';

const megabyte = 1_000_000;
const dayMs = 86_400_000;

/** Who puts how much where. */
export interface Putting {
  readonly personId: PersonId;
  readonly owner: Subject;
  readonly bytes: number;
}

/**
 * How much may be kept: by one person on a day, of one owner, and of all together. The day's bytes are counted beside the
 * files, so that whoever puts and removes again and again is bounded, too: the disk has all of it for a while.
 */
@Injectable()
export class FileQuotas implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.add({
      what: 'bytes put on earlier days',
      forget: (tx, now) => tx.query('DELETE FROM file_day WHERE day < $1::date', [dayOf(now.getTime())]),
    });
  }

  /** Before anything is written to the disk. What is under way at the same moment is judged by `count`. */
  async refuseIfFull({ personId, owner, bytes }: Putting): Promise<void> {
    const tx = this.database.manager;
    const [row] = await tx.query('SELECT bytes FROM file_day WHERE person_id = $1 AND day = $2', [
      personId,
      dayOf(this.clock.now()),
    ]);
    this.refuseDay(Number(row?.bytes ?? 0) + bytes);
    await this.refuseKept(tx, owner, bytes);
  }

  /** Within the transaction that writes the row, after it: two at once wait for each other. */
  async count(tx: EntityManager, { personId, owner, bytes }: Putting): Promise<void> {
    const [row] = await tx.query(
      `INSERT INTO file_day (person_id, day, bytes) VALUES ($1, $2, $3)
       ON CONFLICT (person_id, day) DO UPDATE SET bytes = file_day.bytes + EXCLUDED.bytes RETURNING bytes`,
      [personId, dayOf(this.clock.now()), bytes],
    );
    this.refuseDay(Number(row.bytes));
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('files'))`);
    await this.refuseKept(tx, owner, 0);
  }

  private refuseDay(bytes: number): void {
    const most = this.config.filesPersonDayMb;
    if (bytes <= most * megabyte) return;
    failFile('file.day-full', { most, retryAfterMs: dayMs - (this.clock.now() % dayMs) });
  }

  private async refuseKept(tx: EntityManager, { kind, id }: Subject, more: number): Promise<void> {
    const [kept] = await tx.query(
      `SELECT coalesce(sum(bytes), 0) AS everything,
              coalesce(sum(bytes) FILTER (WHERE owner_kind = $1 AND owner_id = $2), 0) AS own FROM file`,
      [kind, id],
    );
    const { filesOwnerMb, filesTotalMb } = this.config;
    if (Number(kept.own) + more > filesOwnerMb * megabyte)
      failFile('file.owner-full', { most: filesOwnerMb });
    if (Number(kept.everything) + more > filesTotalMb * megabyte)
      failFile('file.total-full', { most: filesTotalMb });
  }
}

/** Days of UTC, which are everybody's. */
const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);
