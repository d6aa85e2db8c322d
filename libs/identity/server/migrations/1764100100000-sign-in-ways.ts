import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors, passkeys, known devices, sign-in from outside; what a person says of themself; leaving. */
export class SignInWays1764100100000 implements MigrationInterface {
  name = 'SignInWays1764100100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session ADD COLUMN strong boolean NOT NULL DEFAULT false`);
    await runner.query(`
      ALTER TABLE person
        ADD COLUMN full_name text,
        ADD COLUMN time_zone text,
        ADD COLUMN languages text array NOT NULL DEFAULT '{}',
        ADD COLUMN left_at timestamp(3) with time zone`);
    await runner.query(`
      CREATE TABLE authenticator (
        person_id uuid NOT NULL,
        secret text NOT NULL,
        confirmed_at timestamp(3) with time zone,
        last_step integer,
        created_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_authenticator PRIMARY KEY (person_id),
        CONSTRAINT fk_authenticator_person FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
    await runner.query(`
      CREATE TABLE recovery_code (
        person_id uuid NOT NULL,
        code_hash text NOT NULL,
        CONSTRAINT pk_recovery_code PRIMARY KEY (person_id, code_hash),
        CONSTRAINT fk_recovery_code_person FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
    await runner.query(`
      CREATE TABLE passkey (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        credential_id text NOT NULL,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text array NOT NULL,
        name text NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        last_used_at timestamp(3) with time zone,
        CONSTRAINT pk_passkey PRIMARY KEY (id),
        CONSTRAINT fk_passkey_person FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_passkey_credential ON passkey (credential_id)');
    await runner.query('CREATE INDEX ix_passkey_person ON passkey (person_id)');
    await runner.query(`
      CREATE TABLE known_device (
        person_id uuid NOT NULL,
        device_hash text NOT NULL,
        seen_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_known_device PRIMARY KEY (person_id, device_hash),
        CONSTRAINT fk_known_device_person FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
    await runner.query(`
      CREATE TABLE outside_identity (
        issuer text NOT NULL,
        subject text NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_outside_identity PRIMARY KEY (issuer, subject),
        CONSTRAINT fk_outside_identity_person FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
    await runner.query('CREATE INDEX ix_outside_identity_person ON outside_identity (person_id)');
    await runner.query(`
      CREATE TABLE device_recovery (
        person_id uuid NOT NULL,
        begun_by uuid NOT NULL,
        begun_at timestamp(3) with time zone NOT NULL,
        confirmed_by uuid,
        due_at timestamp(3) with time zone,
        CONSTRAINT pk_device_recovery PRIMARY KEY (person_id),
        CONSTRAINT ck_device_recovery_two CHECK (confirmed_by IS DISTINCT FROM begun_by),
        CONSTRAINT fk_device_recovery_person FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
