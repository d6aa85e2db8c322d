import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import { Clock, newId } from '@plenary/ground/kernel';
import { failIdentity } from '@plenary/identity/domain';
import { SecretLinkEntity } from './entities/secret-link.entity.js';
import { newSecret, secretHash } from './secrets.js';

/** Rows of one statement. */
const batch = 500;

export interface NewSecretLink {
  /** What it is for; who uses it names the same. */
  readonly purpose: string;
  readonly personId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly hours: number;
}

/** Links that are worth one use (IDN-8). The secret leaves in an e-mail and is kept nowhere. */
@Injectable()
export class SecretLinks {
  constructor(private readonly clock: Clock) {}

  /** Answers the secret. It belongs behind the `#` of an address: browsers send that part to nobody. */
  async make(tx: EntityManager, wanted: NewSecretLink): Promise<string> {
    return (await this.makeAll(tx, [wanted]))[0]!;
  }

  /** Many at once, in few statements: the secrets, in the order of what was wanted. */
  async makeAll(tx: EntityManager, wanted: readonly NewSecretLink[]): Promise<string[]> {
    const now = this.clock.now();
    await tx.delete(SecretLinkEntity, { expiresAt: LessThan(new Date(now - 86_400_000)) });
    const secrets = wanted.map(() => newSecret());
    const rows = wanted.map(({ purpose, personId, data, hours }, place) => ({
      ...{ id: newId(), purpose, personId: personId ?? null, data: (data ?? {}) as never },
      ...{ secretHash: secretHash(secrets[place]!), createdAt: new Date(now), usedAt: null },
      expiresAt: new Date(now + hours * 3_600_000),
    }));
    for (let from = 0; from < rows.length; from += batch) {
      await tx.insert(SecretLinkEntity, rows.slice(from, from + batch));
    }
    return secrets;
  }

  /** Uses it up. Throws `link.unusable` for what is unknown, used, too old or for something else: all alike. */
  async use(tx: EntityManager, purpose: string, secret: string): Promise<SecretLinkEntity> {
    const link = await this.locked(tx, purpose, secret);
    await tx.update(SecretLinkEntity, { id: link.id }, { usedAt: new Date(this.clock.now()) });
    return link;
  }

  /** Looks at it without using it up, for a page that shows what it is about. */
  async look(tx: EntityManager, purpose: string, secret: string): Promise<SecretLinkEntity> {
    const link = await tx.findOneBy(SecretLinkEntity, { purpose, secretHash: secretHash(secret) });
    return isUsable(link, this.clock.now()) ? link : failIdentity('link.unusable');
  }

  /** Makes every open link of a person for one purpose worthless. */
  async withdraw(tx: EntityManager, purpose: string, personId: string): Promise<void> {
    await tx.delete(SecretLinkEntity, { purpose, personId });
  }

  async withdrawAll(tx: EntityManager, purpose: string, personIds: readonly string[]): Promise<void> {
    await tx.delete(SecretLinkEntity, { purpose, personId: In([...personIds]) });
  }

  /** As `withdraw`, for links that were made for an address which has no account yet. */
  async withdrawFrom(tx: EntityManager, purpose: string, field: string, address: string): Promise<void> {
    await tx.query(`DELETE FROM secret_link WHERE purpose = $1 AND data ->> $2 = $3`, [
      purpose,
      field,
      address,
    ]);
  }

  private async locked(tx: EntityManager, purpose: string, secret: string): Promise<SecretLinkEntity> {
    const link = await tx.findOne(SecretLinkEntity, {
      where: { purpose, secretHash: secretHash(secret) },
      lock: { mode: 'pessimistic_write' },
    });
    return isUsable(link, this.clock.now()) ? link : failIdentity('link.unusable');
  }
}

const isUsable = (link: SecretLinkEntity | null, now: number): link is SecretLinkEntity =>
  link !== null && link.usedAt === null && link.expiresAt.getTime() > now;
