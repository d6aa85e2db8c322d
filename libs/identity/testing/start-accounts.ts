import { Module } from '@nestjs/common';
import { newId } from '@plenary/ground/kernel';
import { Participants, type Participant } from '@plenary/ground/server';
import { startTestApp, type House, type HttpClient } from '@plenary/ground/testing';
import {
  hashPassword,
  identityEntities,
  identityMigrations,
  IdentityModule,
  PeopleService,
} from '@plenary/identity/server';

/** Nobody speaks for an organisation here: the room that knows them stands above this one. */
class PlainParticipants extends Participants {
  override async needsSecondFactor(): Promise<boolean> {
    return false;
  }
  override async of(): Promise<Participant> {
    return { displayName: 'Somebody', organisation: null };
  }
}

@Module({})
class PlainHall {}

const people = { provide: Participants, useClass: PlainParticipants };

/** This room alone, on the ground. */
export const identityHouse: House = {
  imports: [IdentityModule, { module: PlainHall, global: true, providers: [people], exports: [people] }],
  entities: identityEntities,
  migrations: identityMigrations,
};

export const password = 'resist-reclaim-realise';

let hashed: Promise<string> | null = null;
/** The same for everybody who is made in a spec: making it takes longer than all else about a person. */
export const hashOfPassword = (): Promise<string> => (hashed ??= hashPassword(password));

/** Starts this room with a builder of people and browsers in which they have signed in. */
export async function startAccounts(settings: House['settings'] = {}) {
  const test = await startTestApp({ ...identityHouse, settings });
  return {
    ...test,
    /** A new person's address. */
    async person(displayName = 'Amara Diallo'): Promise<{ id: string; email: string }> {
      const id = newId();
      const email = `${id}@people.example`;
      const secret = { password: null, passwordHash: await hashOfPassword() };
      const person = { id, email, displayName, language: 'en', ...secret };
      await test.app.get(PeopleService).create(test.database.manager, [person]);
      return { id, email };
    },
    /** A browser of this person. */
    browser: (email: string): Promise<HttpClient> => test.signIn(email, password),
  };
}

export type AccountsUnderTest = Awaited<ReturnType<typeof startAccounts>>;
