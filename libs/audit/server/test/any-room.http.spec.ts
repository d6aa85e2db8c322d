import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { defineEvent, newId } from '@plenary/ground/kernel';
import { Subjects, UnitOfWork } from '@plenary/ground/server';
import type { Visitor } from '@plenary/organisations/testing';
import { startStatements, statementsHouse } from '@plenary/statements/testing';
import { AuditModule } from '../audit.module.js';

const colours = { red: 'Red kite', blue: 'Blue kite' };
const hidden = newId();
const red = newId();

/** An event of a room that nobody has heard of, with all that is told of it. */
const kiteFlown = defineEvent<
  'kite.flown',
  { personId: string; height: number; wind: string; secret: string; reason: string; over: string }
>({
  name: 'kite.flown',
  audience: () => ({ kind: 'nobody' }),
  record: {
    other: ({ over }) => ({ kind: 'organisation', id: over }),
    told: [
      { as: 'count', key: 'height', words: 'kites-record:metres' },
      { as: 'word', key: 'wind', words: 'kites-record:wind' },
      { as: 'reason', key: 'reason' },
    ],
  },
});
const kiteLost = defineEvent<'kite.lost', object>({
  name: 'kite.lost',
  audience: () => ({ kind: 'nobody' }),
});

@Injectable()
class Kites implements OnModuleInit {
  constructor(private readonly subjects: Subjects) {}

  onModuleInit(): void {
    this.subjects.register({
      kind: 'kite',
      read: async (_personId, ids) =>
        new Map(ids.filter((id) => id !== hidden).map((id) => [id, id === red ? colours.red : colours.blue])),
      readersOf: async (id, personIds) => new Set(id === hidden ? [] : personIds),
      may: async () => new Set(),
      link: (id) => `/kites/${id}`,
    });
  }
}

@Module({ providers: [Kites] })
class KitesModule {}

describe('activity of a room that this one does not know', () => {
  let rooms: Awaited<ReturnType<typeof startStatements>>;
  let amara: Visitor;
  let own: string;

  beforeAll(async () => {
    rooms = await startStatements({
      ...statementsHouse,
      imports: [...statementsHouse.imports, AuditModule, KitesModule],
    });
    const { given } = rooms;
    await given.coalition();
    const coordinator = await given.person('Amara');
    await given.role(coordinator, 'coordinator');
    own = await given.organisation({ name: 'Sea Bridge' });
    amara = await rooms.as(coordinator);
    const told = {
      personId: coordinator,
      height: 40,
      wind: 'fair',
      secret: 'MARKER',
      reason: 'why',
      over: own,
    };
    await rooms.app
      .get(UnitOfWork)
      .run(null, (tx) =>
        tx.events.appendAll([
          kiteFlown({ kind: 'kite', id: red }, told),
          kiteFlown({ kind: 'kite', id: hidden }, told),
          kiteLost({ kind: 'kite', id: red }, {}),
        ]),
      );
  });
  afterAll(() => rooms.close());

  it('AUD-6 is listed as its definition says, with names as the reader may see them', async () => {
    const { body } = await amara.get('activity?name=kite.flown');
    const line = { name: 'kite.flown', person: { name: 'Amara' }, fields: [] };
    const details = { height: 40, wind: 'fair', reason: 'why' };
    expect(body.items).toMatchObject([
      { ...line, details, subject: { kind: 'kite', name: null, link: null }, other: null },
      {
        ...line,
        ...{ details, subject: { kind: 'kite', name: 'Red kite', link: `/kites/${red}` } },
        other: { kind: 'organisation', name: 'Sea Bridge', link: `/organisations/${own}` },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('MARKER');
  });

  it('AUD-2 what its definition puts on no record is in no list', async () => {
    expect(JSON.stringify((await amara.get('activity')).body)).not.toContain('kite.lost');
    expect((await amara.get('activity?name=kite.lost')).status).toBe(400);
  });

  it('AUD-6 a page learns with which words it reads', async () => {
    const { items } = (await amara.get('activity/kinds')).body;
    expect(items.find(({ name }: { name: string }) => name === 'kite.flown').told).toEqual([
      { as: 'count', key: 'height', words: 'kites-record:metres' },
      { as: 'word', key: 'wind', words: 'kites-record:wind' },
      { as: 'reason', key: 'reason' },
    ]);
  });
});
