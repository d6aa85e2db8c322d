import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, In, type EntityManager, type FindOptionsSelect } from 'typeorm';
import {
  Clock,
  DomainError,
  newId,
  type Actor,
  type OrganisationId,
  type PersonId,
} from '@plenary/ground/kernel';
import { Jobs } from '../jobs/jobs.js';
import type { JobPayload } from '../jobs/job-handlers.js';
import { Job, type JobRun } from '../jobs/on-job.js';
import { Retention } from '../retention/retention.js';
import { UnitOfWork, type Transaction } from '../unit-of-work/unit-of-work.js';
import { LongWorkEntity } from './long-work.entity.js';
import { failLongWork } from './long-work.errors.js';
import { longWorkBegun, longWorkEnded, longWorkSubject, longWorkWentOn } from './long-work.events.js';
import type { LongWorkKind } from './long-work-kind.js';
import { WorkProgress, type Progress } from './work-progress.js';

/** What one person may have under way at a time. */
const mostAtOnce = 3;
const shown = 20;
const unended = ['waiting', 'running'] as const;
const jobOf = (id: string) => `long-work ${id}`;
/** All that a screen needs; never what was sent, nor the file. */
const facts = {
  ...{ id: true, personId: true, organisationId: true, kind: true, state: true, step: true, done: true },
  ...{
    total: true,
    outcome: true,
    refusal: true,
    fileName: true,
    fileType: true,
    begunAt: true,
    endedAt: true,
  },
} satisfies FindOptionsSelect<LongWorkEntity>;

/**
 * Work that takes longer than a request should: a person begins it, watches it, and may close the page meanwhile. It is
 * carried out by a job, once, also where the process is killed in it.
 */
@Injectable()
export class LongWorks implements OnModuleInit {
  private readonly kinds = new Map<string, LongWorkKind>();

  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly retention: Retention,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.retention.add({
      what: 'long work of yesterday',
      forget: (tx, now) =>
        tx.query(`DELETE FROM long_work WHERE begun_at < $1::timestamptz - interval '1 day'`, [now]),
    });
  }

  register<Request extends object>(kind: LongWorkKind<Request>): void {
    this.kinds.set(kind.kind, kind as unknown as LongWorkKind);
  }

  /** Writes down what is to be done; it is begun after the commit. A command that arrives twice begins it once. */
  begin(
    actor: Actor,
    kind: string,
    request: object,
    bytes: Uint8Array | null = null,
  ): Promise<{ id: string }> {
    return this.unit.run(actor, async (tx) => {
      const { personId, organisationId } = actor;
      const { newestOnly } = await this.mayBegin(tx.manager, actor, kind);
      await lockedUntilCommit(tx.manager, personId);
      if (newestOnly) await tx.manager.delete(LongWorkEntity, { personId, kind });
      const open = await tx.manager.countBy(LongWorkEntity, { personId, state: In([...unended]) });
      if (open >= mostAtOnce) failLongWork('long-work.too-many', { most: mostAtOnce });
      const id = newId();
      await tx.manager.insert(LongWorkEntity, {
        ...{ id, personId, organisationId, kind, request, state: 'waiting' as const, done: 0, total: null },
        ...{ bytes: bytes && Buffer.from(bytes), begunAt: new Date(this.clock.now()) },
      });
      await this.jobs.add(tx.manager, 'long-work.do', { id }, { key: jobOf(id) });
      await tx.events.append(longWorkBegun(longWorkSubject(id), { personId }));
      return { id };
    });
  }

  /** The newest of this person, over and under way. */
  list(actor: Actor): Promise<LongWorkEntity[]> {
    return this.database.manager.find(LongWorkEntity, {
      ...{ select: facts, where: { personId: actor.personId } },
      ...{ order: { begunAt: 'DESC', id: 'ASC' }, take: shown },
    });
  }

  async get(actor: Actor, id: string): Promise<LongWorkEntity> {
    const where = { id, personId: actor.personId };
    return (
      (await this.database.manager.findOne(LongWorkEntity, { select: facts, where })) ??
      failLongWork('long-work.not-found')
    );
  }

  /** The file that came of it, for whoever may do such work at this moment. */
  async file(actor: Actor, id: string): Promise<{ name: string; type: string; bytes: Buffer }> {
    const found = await this.database.manager.findOneBy(LongWorkEntity, { id, personId: actor.personId });
    if (!found) return failLongWork('long-work.not-found');
    const kind = this.kindOf(found.kind);
    // Nobody could be judged anew.
    if (!kind.refuseUnlessMay) return failLongWork('long-work.not-found');
    await kind.refuseUnlessMay(this.database.manager, actor);
    const { fileName, fileType, file } = found;
    if (!fileName || !fileType || !file) return failLongWork('long-work.not-found');
    return { name: fileName, type: fileType, bytes: file };
  }

  /** Puts one away that is over, with its file. */
  putAway(actor: Actor, id: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const where = { id, personId: actor.personId, state: In(['done', 'failed']) };
      const { affected } = await tx.manager.delete(LongWorkEntity, where);
      if (!affected) failLongWork('long-work.not-found');
    });
  }

  /** Puts away works of these kinds, under way and over, for which this is said; nothing comes of one that is under way. */
  async forget(
    tx: EntityManager,
    kinds: readonly string[],
    says: (work: Pick<LongWorkEntity, 'request' | 'outcome'>) => boolean,
  ): Promise<void> {
    const select = { id: true, request: true, outcome: true } as const;
    const found = await tx.find(LongWorkEntity, { select, where: { kind: In([...kinds]) } });
    const ids = found.filter(says).map(({ id }) => id);
    if (ids.length > 0) await tx.delete(LongWorkEntity, { id: In(ids) });
  }

  @Job('long-work.do', { attempts: 4 })
  async carryOut({ id }: JobPayload, { last }: Pick<JobRun, 'last'>): Promise<void> {
    const where = { id: String(id) };
    const row = await this.database.manager.findOne(LongWorkEntity, { select: facts, where });
    if (!row || !isOpen(row)) return;
    await this.change(row, { state: 'running', step: null, done: 0, total: null });
    try {
      await this.unit.run(actorOf(row), (tx) => this.carryOutOnce(tx, row));
    } catch (reason) {
      if (reason instanceof DomainError) return this.refuse(row, reason.code, reason.params);
      if (last) await this.refuse(row, broken, {});
      throw reason;
    }
  }

  /** A process that dies in the last attempt cannot say that it was the last. */
  @Job('long-work.look-after', { every: 60_000 })
  async closeLost(): Promise<void> {
    const lost: LongWorkEntity[] = await this.database.manager
      .createQueryBuilder(LongWorkEntity, 'w')
      .select(Object.keys(facts).map((each) => `w.${each}`))
      .where('w.state IN (:...unended)', { unended })
      .andWhere(
        `EXISTS (SELECT FROM jobs j WHERE j.key = 'long-work ' || w.id AND j.attempts >= j.max_attempts
                    AND j.locked_at IS NULL)`,
      )
      .getMany();
    for (const row of lost) await this.refuse(row, broken, {});
  }

  /** Whoever comes second waits for the first, and finds it done. */
  private async carryOutOnce(tx: Transaction, { id }: LongWorkEntity): Promise<void> {
    await lockedUntilCommit(tx.manager, id);
    const row = await tx.manager.findOneBy(LongWorkEntity, { id });
    if (!row || !isOpen(row)) return;
    const kind = this.kindOf(row.kind);
    const [actor, progress] = [actorOf(row), new WorkProgress((said) => this.goOn(row, said))];
    await kind.refuseUnlessMay?.(tx.manager, actor);
    const { outcome, file } = await kind
      .carryOut(tx, {
        ...{ id, actor, request: row.request, bytes: row.bytes },
        tell: (step, done, total) => progress.tell({ step, done, total }),
      })
      .finally(() => progress.end());
    const { affected } = await tx.manager.update(LongWorkEntity, { id }, {
      ...{ state: 'done', outcome, request: {}, bytes: null, endedAt: new Date(this.clock.now()) },
      ...{ refusal: null, fileName: file?.name, fileType: file?.type },
      ...{ file: file && Buffer.from(file.bytes) },
    } as never);
    // Put away meanwhile: nobody wants what came of it, so that nothing does.
    if (!affected) failLongWork('long-work.not-found');
    await tx.events.append(longWorkEnded(longWorkSubject(id), { personId: row.personId as PersonId }));
  }

  private goOn(row: LongWorkEntity, { step, done, total }: Progress): Promise<void> {
    return this.change(row, { step, done, total });
  }

  /** Of one that is not over: what was done meanwhile stays done. */
  private change(row: LongWorkEntity, said: Partial<LongWorkEntity>): Promise<void> {
    return this.unit.run(null, async (tx) => {
      const where = { id: row.id, state: In([...unended, 'failed']) };
      const { affected } = await tx.manager.update(LongWorkEntity, where, said as never);
      if (affected) await tx.events.append(longWorkWentOn(longWorkSubject(row.id), personOf(row)));
    });
  }

  /** What was sent is kept only where somebody can try it again under Operation. */
  private refuse(row: LongWorkEntity, code: string, params: object): Promise<void> {
    const gone = code === broken ? {} : { request: {}, bytes: null };
    return this.unit.run(null, async (tx) => {
      const said = {
        state: 'failed',
        refusal: { code, params },
        endedAt: new Date(this.clock.now()),
        ...gone,
      };
      const where = { id: row.id, state: In([...unended]) };
      const { affected } = await tx.manager.update(LongWorkEntity, where, said as never);
      if (affected) await tx.events.append(longWorkEnded(longWorkSubject(row.id), personOf(row)));
    });
  }

  private async mayBegin(tx: EntityManager, actor: Actor, kind: string): Promise<LongWorkKind> {
    const found = this.kindOf(kind);
    await found.refuseUnlessMay?.(tx, actor);
    return found;
  }

  private kindOf(kind: string): LongWorkKind {
    const found = this.kinds.get(kind);
    if (!found) throw new Error(`no room carries out ${kind}`);
    return found;
  }
}

/** Refused without a reason that a person could act on. */
const broken = 'long-work.broken';

/** Not over; what broke may be begun again under Operation. */
const isOpen = ({ state, refusal }: LongWorkEntity): boolean =>
  state === 'waiting' || state === 'running' || (state === 'failed' && refusal?.code === broken);

const personOf = ({ personId }: LongWorkEntity) => ({ personId: personId as PersonId });

/** Whoever began it; no session and no request stands behind it any more. */
const actorOf = ({ id, personId, organisationId }: LongWorkEntity): Actor => ({
  ...{ personId: personId as PersonId, organisationId: organisationId as OrganisationId | null },
  ...{ sessionId: id as Actor['sessionId'], sessionKind: 'browser', scope: 'write', requestId: id },
  ...{ commandId: null, commandDigest: null },
});

const lockedUntilCommit = (tx: EntityManager, what: string): Promise<unknown> =>
  tx.query(`SELECT pg_advisory_xact_lock(hashtext('long work'), hashtext($1))`, [what]);
