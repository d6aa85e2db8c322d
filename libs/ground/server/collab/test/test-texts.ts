import { Global, Module } from '@nestjs/common';
import type { Actor, ActorScope, Right } from '@plenary/ground/kernel';
import { Authenticator, Participants } from '@plenary/ground/server';
import type { TextRules } from '@plenary/ground/text';
import { startTestApp, type TestApp } from '@plenary/ground/testing';
import { CollabService, DocumentKinds } from '../index.js';

const rules: TextRules = {
  version: 1,
  attributes: { level: (value) => value === 1 || value === 2 },
  usual: { level: 1 },
  embeds: { footnote: { text: (value) => typeof value === 'string' } },
  formats: {
    bold: { values: {}, grows: true },
    link: { values: { href: (value) => String(value).startsWith('https://') }, grows: false },
  },
};

/** Token `<person>` or `<person>:read`: who they are is what they say, since accounts are another room's business. */
class People extends Authenticator {
  async authenticate({ bearer }: { bearer: string | null }) {
    if (!bearer) return null;
    const [personId, scope] = bearer.split('/') as [string, ActorScope | undefined];
    const session = { sessionId: `s-${personId}`, sessionKind: 'token' as const, strong: false };
    return { personId, ...session, scope: scope ?? 'write' };
  }
}

class Names extends Participants {
  async needsSecondFactor() {
    return false;
  }

  async of(personId: string) {
    return { displayName: `Name of ${personId}`, organisation: { id: personId, name: 'Red Andina' } };
  }
}

@Global()
@Module({
  providers: [
    { provide: Authenticator, useClass: People },
    { provide: Participants, useClass: Names },
  ],
  exports: [Authenticator, Participants],
})
class TestPeople {}

export interface TextsUnderTest extends TestApp {
  readonly collab: CollabService;
  /** Rights of people, by id; who is not listed may edit. */
  readonly rights: Map<string, Right>;
}

/** The text road alone, over real sockets and the real database. */
export async function startTexts(): Promise<TextsUnderTest> {
  const house = await startTestApp({ imports: [TestPeople], entities: [], migrations: [] });
  const rights = new Map<string, Right>();
  const collab = house.app.get(CollabService);
  house.app.get(DocumentKinds).register('text', {
    rules,
    access: {
      rightOf: async (actor: Actor) => rights.get(actor.personId) ?? 'edit',
      actsFor: async () => true,
    },
  });
  return Object.assign(house, { collab, rights });
}
