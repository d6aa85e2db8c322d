import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { Clock } from '@plenary/ground/kernel';
import { Mail } from '@plenary/ground/server';
import { KnownDeviceEntity } from './entities/known-device.entity.js';
import type { PersonEntity } from './entities/person.entity.js';
import { identityEmail } from './emails/index.js';
import { newSecret, secretHash } from './secrets.js';

const day = 86_400_000;
const rememberedFor = 400 * day;

/** In which browsers people have signed in before; of a new one they hear by e-mail (IDN-12). */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  /** Whether the person has signed in before in the browser that keeps this number. */
  async knows(tx: EntityManager, personId: string, given: string | null): Promise<boolean> {
    return given !== null && tx.existsBy(KnownDeviceEntity, deviceOf(personId, given));
  }

  /** Answers the number that the browser is to keep. A first sign-in ever is news to nobody. */
  async meet(
    tx: EntityManager,
    person: PersonEntity,
    given: string | null,
    label: string | null,
  ): Promise<string> {
    const now = this.clock.now();
    const seenAt = new Date(now - (now % day));
    const number = given ?? newSecret();
    const device = deviceOf(person.id, number);
    const [{ known, met }] = await tx.query(
      `SELECT count(*)::int AS known, bool_or(device_hash = $2) AS met FROM known_device WHERE person_id = $1`,
      [device.personId, device.deviceHash],
    );
    await tx.upsert(KnownDeviceEntity, { ...device, seenAt }, ['personId', 'deviceHash']);
    await tx.delete(KnownDeviceEntity, {
      personId: person.id,
      seenAt: LessThan(new Date(now - rememberedFor)),
    });
    if (known > 0 && !met) {
      const values = { device: label ?? '?' };
      const message = identityEmail('new-device', person.language, values, this.mail.link('/account'));
      await this.mail.post(tx, person, message);
    }
    return number;
  }
}

const deviceOf = (personId: string, number: string) => ({
  personId,
  deviceHash: secretHash(`${personId} ${number}`),
});
