import { Injectable } from '@nestjs/common';
import { Between, DataSource, type EntityManager } from 'typeorm';
import { Clock, type Actor } from '@plenary/ground/kernel';
import { Job, Jobs, Mail, RateLimits, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { deviceRecovery, failIdentity, identityLimits, sessionEnded } from '@plenary/identity/domain';
import { DeviceRecoveryEntity } from '../entities/device-recovery.entity.js';
import { identityEmail } from '../emails/index.js';
import { SecretLinks } from '../secret-links.js';
import { SessionsRepository } from '../sessions.repository.js';
import { FactorsRepository } from './factors.repository.js';

const stopPurpose = 'device-recovery-stop';
const lapseJob = 'device-recovery.lapse';
/** After it was due, or, for want of a second who agrees, after it began. Milliseconds. */
const lapsesAfter = 7 * 86_400_000;
type LapseTimes = Pick<DeviceRecoveryEntity, 'begunAt' | 'dueAt'>;
const lapsesAt = ({ dueAt, begunAt }: LapseTimes): number => (dueAt ?? begunAt).getTime() + lapsesAfter;
const hasLapsed = (recovery: LapseTimes, now: number): boolean => lapsesAt(recovery) <= now;
const subjectOf = (id: string) => ({ kind: 'person', id }) as const;

/**
 * Letting somebody in again who lost the second factor and the codes on paper (IDN-13): two others say that it is
 * them, the person is told by e-mail at both steps and can stop it, and two days pass. Who the two may be is judged
 * by the room that knows what people are to each other.
 */
@Injectable()
export class DeviceRecoveryService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly factors: FactorsRepository,
    private readonly sessions: SessionsRepository,
    private readonly links: SecretLinks,
    private readonly mail: Mail,
    private readonly limits: RateLimits,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async find(tx: EntityManager, personId: string): Promise<DeviceRecoveryEntity | null> {
    const found = await tx.findOneBy(DeviceRecoveryEntity, { personId });
    return found && !hasLapsed(found, this.clock.now()) ? found : null;
  }

  of(personId: string): Promise<DeviceRecoveryEntity | null> {
    return this.find(this.database.manager, personId);
  }

  hasSecondFactor(personId: string): Promise<boolean> {
    return this.factors.hasAny(this.database.manager, personId);
  }

  /** The first of the two. */
  async begin(tx: Transaction, personId: string, by: string): Promise<void> {
    await this.sessions.lockPerson(tx.manager, personId);
    if (personId === by) failIdentity('recovery.same-person');
    if (!(await this.factors.hasAny(tx.manager, personId))) failIdentity('recovery.nothing-lost');
    if (await this.find(tx.manager, personId)) failIdentity('recovery.exists');
    await tx.manager.delete(DeviceRecoveryEntity, { personId });
    const begunAt = new Date(this.clock.now());
    const begun = { personId, begunBy: by, begunAt, confirmedBy: null, dueAt: null };
    await tx.manager.insert(DeviceRecoveryEntity, begun);
    await this.lapseLater(tx.manager, begun);
    await this.tell(tx, personId, 'begun');
  }

  /** The second; from here on the delay runs. */
  async confirm(tx: Transaction, personId: string, by: string): Promise<void> {
    await this.sessions.lockPerson(tx.manager, personId);
    const found = (await this.find(tx.manager, personId)) ?? failIdentity('recovery.not-found');
    if (found.begunBy === by || personId === by) failIdentity('recovery.same-person');
    if (found.confirmedBy) failIdentity('recovery.exists');
    const dueAt = new Date(this.clock.now() + identityLimits.recoveryDelayHours * 3_600_000);
    await tx.manager.update(DeviceRecoveryEntity, { personId }, { confirmedBy: by, dueAt });
    await this.lapseLater(tx.manager, { ...found, dueAt });
    await this.tell(tx, personId, 'confirmed');
  }

  async stop(tx: Transaction, personId: string): Promise<void> {
    const gone = await tx.manager.delete(DeviceRecoveryEntity, { personId });
    if (!gone.affected) return;
    await this.links.withdraw(tx.manager, stopPurpose, personId);
    await tx.events.append(deviceRecovery(subjectOf(personId), { personId, step: 'stopped' }));
  }

  stopOwn(actor: Actor): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.sessions.lockPerson(tx.manager, actor.personId);
      await this.stop(tx, actor.personId);
    });
  }

  /** By the link of the e-mail: whoever reads the person's mail can stop it, without signing in. */
  async stopByEmail(secret: string, networkAddress: string): Promise<void> {
    await this.limits.take('stop-recovery', networkAddress, 300, 600);
    await this.unit.run(null, async (tx) => {
      const { personId } = await this.links.look(tx.manager, stopPurpose, secret);
      await this.sessions.lockPerson(tx.manager, personId!);
      await this.links.use(tx.manager, stopPurpose, secret);
      await this.stop(tx, personId!);
    });
  }

  /**
   * At a sign-in whose password was right: takes the lost factors away when their time has come. Every session and key
   * from before ends with them: what was lost may be in somebody's hands, signed in.
   */
  async applyDue(personId: string): Promise<void> {
    const now = this.clock.now();
    const due = { personId, dueAt: Between(new Date(now - lapsesAfter), new Date(now)) };
    if (!(await this.database.manager.existsBy(DeviceRecoveryEntity, due))) return;
    await this.unit.run(null, async (tx) => {
      await this.sessions.lockPerson(tx.manager, personId);
      const gone = await tx.manager.delete(DeviceRecoveryEntity, due);
      if (!gone.affected) return;
      await this.takeAway(tx, personId, 'done');
    });
  }

  /** The lost factors, and every session and key from before. The person is locked already. */
  async takeAway(tx: Transaction, personId: string, step: 'done' | 'operator'): Promise<void> {
    await this.factors.deleteAll(tx.manager, personId);
    await this.links.withdraw(tx.manager, stopPurpose, personId);
    for (const id of await this.sessions.deleteOthers(tx.manager, personId, null)) {
      await tx.events.append(sessionEnded({ kind: 'session', id }, { personId }));
    }
    await tx.events.append(deviceRecovery(subjectOf(personId), { personId, step }));
  }

  /**
   * What nobody went through with is not left armed for years; who took the device might wait. What holds is judged by
   * the dates alone (`find`); this is what takes it off the table, and says so.
   */
  @Job(lapseJob)
  async lapse({ personId }: { readonly personId?: string }): Promise<void> {
    await this.unit.run(null, async (tx) => {
      await this.sessions.lockPerson(tx.manager, personId!);
      const found = await tx.manager.findOneBy(DeviceRecoveryEntity, { personId: personId! });
      if (!found) return;
      // Somebody agreed, or it was begun anew, after this job was written down.
      if (!hasLapsed(found, this.clock.now())) return this.lapseLater(tx.manager, found);
      await this.stop(tx, personId!);
      const person = await this.sessions.findPerson(tx.manager, personId!);
      if (person) await this.mail.post(tx.manager, person, identityEmail('recovery-lapsed', person.language));
    });
  }

  private lapseLater(tx: EntityManager, recovery: LapseTimes & { readonly personId: string }): Promise<void> {
    const { personId } = recovery;
    const at = new Date(lapsesAt(recovery));
    return this.jobs.add(tx, lapseJob, { personId }, { at, key: `device-recovery ${personId}` });
  }

  private async tell(tx: Transaction, personId: string, step: 'begun' | 'confirmed'): Promise<void> {
    await tx.events.append(deviceRecovery(subjectOf(personId), { personId, step }));
    const person = await this.sessions.findPerson(tx.manager, personId);
    const link = { purpose: stopPurpose, personId, hours: 24 * 14 };
    const url = this.mail.link(`/stop-recovery#${await this.links.make(tx.manager, link)}`);
    const message = identityEmail(`recovery-${step}`, person!.language, {}, url);
    await this.mail.post(tx.manager, person!, message);
  }
}
