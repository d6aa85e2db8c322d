import type { Socket } from 'socket.io-client';
import { defineEvent, newId, type Audience } from '@plenary/ground/kernel';
import {
  newsLimits,
  newsNotices,
  newsRequests,
  type Followed,
  type NewsMessage,
} from '@plenary/ground/realtime/protocol';
import { UnitOfWork } from '@plenary/ground/server';
import {
  hall,
  HallDoor,
  heard,
  openSocket,
  startTestApp,
  until,
  type TestApp,
} from '@plenary/ground/testing';
import { Hub, PassingNews, roomOf, SubjectDoors } from '../index.js';

const lampLit = defineEvent<'lamp.lit', { audience: Audience }>({
  name: 'lamp.lit',
  audience: ({ payload }) => payload.audience,
});
const sessionEnded = defineEvent<'session.ended', { personId: string }>({
  name: 'session.ended',
  audience: ({ payload }) => ({ kind: 'people', personIds: [payload.personId], alone: true }),
});

describe('news', () => {
  let test: TestApp;
  let door: HallDoor;
  /** People who may hear of lamps, and those who belong to them. */
  const mayHear = new Set<string>();
  const members = new Set<string>();
  const open: Socket[] = [];

  beforeAll(async () => {
    test = await startTestApp(hall());
    door = test.app.get(HallDoor);
    test.app.get(SubjectDoors).register('lamp', {
      mayHear: (people) => new Set(people.filter((id) => mayHear.has(id))),
      members: (people) => new Set(people.filter((id) => members.has(id))),
    });
  });
  afterEach(() => {
    open.splice(0).forEach((socket) => socket.close());
    mayHear.clear();
    members.clear();
  });
  afterAll(() => test.close());

  /** Somebody new with a socket, and all that they are told. */
  async function listener() {
    const secret = newId();
    const who = door.admit(secret);
    const socket = await openSocket(test.url, { auth: { token: secret } });
    open.push(socket);
    const told: NewsMessage[] = [];
    socket.on(newsNotices.news, (message: NewsMessage) => told.push(message));
    const ask = (name: string, message: unknown) =>
      socket.timeout(5_000).emitWithAck(name, message) as Promise<{ error?: { code: string } }>;
    return {
      ...who,
      ...{ socket, told, ask },
      of: (subject: Followed) => told.filter((each) => each.subject.id === subject.id),
      follow: (...subjects: Followed[]) => ask(newsRequests.follow, { subjects }),
      unfollow: (...subjects: Followed[]) => ask(newsRequests.unfollow, { subjects }),
    };
  }

  /** Tells it, and waits until all that follows from it was told. */
  async function light(subject: { kind: string; id: string }, audience: Audience): Promise<void> {
    await test.app.get(UnitOfWork).run(null, (tx) => tx.events.append(lampLit(subject, { audience })));
    await told();
  }

  /** What was told before has arrived. */
  async function told(): Promise<void> {
    const ends = open.filter((socket) => socket.connected).map((socket) => heard(socket, 'told'));
    test.app.get(Hub).toRoom(roomOf.everybody, 'told', {});
    await Promise.all(ends);
  }
  const lamp = () => ({ kind: 'lamp', id: newId() });
  const toFollowers = (subject: { kind: string; id: string }): Audience => ({ kind: 'subject', subject });

  it('of a subject those hear who show it, or a list of its kind, and may know of it', async () => {
    const [one, list, other, outsider, silent] = await Promise.all([1, 2, 3, 4, 5].map(listener));
    const subject = lamp();
    for (const { personId } of [one!, list!, other!, silent!]) mayHear.add(personId);
    await one!.follow(subject);
    await list!.follow({ kind: 'lamp' });
    await other!.follow(lamp());
    expect(await outsider!.follow(subject, { kind: 'lamp' })).toEqual({});
    await light(subject, toFollowers(subject));
    const message = { name: 'lamp.lit', subject };
    expect([one!.told, list!.told]).toEqual([[message], [message]]);
    expect([other!.told, outsider!.told, silent!.told]).toEqual([[], [], []]);
  });

  it('what goes on all the time is told to lists alone, of what their readers may know, the first at once and the rest gathered', async () => {
    const [list, page, outsider] = await Promise.all([1, 2, 3].map(listener));
    const passing = test.app.get(PassingNews);
    // Nothing was told of kites before.
    const kite = () => ({ kind: 'kite', id: newId() });
    const subject = kite();
    test.app.get(SubjectDoors).register('kite', {
      mayHear: (people) => new Set(people.filter((id) => mayHear.has(id))),
    });
    for (const { personId } of [list!, page!]) mayHear.add(personId);
    await list!.follow({ kind: 'kite' });
    await page!.follow(subject);
    await outsider!.follow({ kind: 'kite' });
    const flicker = (of = subject) => passing.tell(lampLit(of, { audience: { kind: 'lists', subject: of } }));
    await flicker();
    // Two hundred who write in forty texts.
    const others = Array.from({ length: 40 }, kite);
    await Promise.all(Array.from({ length: 200 }, (_, at) => flicker(others[at % 40])));
    await told();
    expect(list!.told.map(({ name }) => name)).toEqual(['lamp.lit', 'lamp.lit']);
    expect(list!.told[0]!.subject).toEqual(subject);
    expect([page!.told, outsider!.told]).toEqual([[], []]);
    expect(await test.database.query(`SELECT 1 FROM event_log WHERE subject_id = $1`, [subject.id])).toEqual(
      [],
    );
    // Whoever opens a list while it is told, too.
    const late = await listener();
    mayHear.add(late.personId);
    await late.follow({ kind: 'kite' });
    await until(() => late.told.length === 1, 'what was told a moment ago');
  });

  it('who lost the right hears nothing from that moment, and who is given it hears again', async () => {
    const reader = await listener();
    const subject = lamp();
    mayHear.add(reader.personId);
    await reader.follow(subject);
    await light(subject, toFollowers(subject));
    mayHear.delete(reader.personId);
    await light(subject, toFollowers(subject));
    expect(reader.told).toHaveLength(1);
    mayHear.add(reader.personId);
    await light(subject, toFollowers(subject));
    expect(reader.told).toHaveLength(2);
    await reader.unfollow(subject);
    await light(subject, toFollowers(subject));
    expect(reader.told).toHaveLength(2);
  });

  it('what happened a moment before somebody began to follow is told to them, if they may know', async () => {
    const subject = lamp();
    await light(subject, toFollowers(subject));
    const [reader, outsider] = [await listener(), await listener()];
    mayHear.add(reader.personId);
    await outsider.follow(subject);
    const told = heard<NewsMessage>(reader.socket, newsNotices.news);
    await reader.follow(subject);
    expect(await told).toEqual({ name: 'lamp.lit', subject });
    await light(lamp(), { kind: 'nobody' });
    expect(outsider.told).toEqual([]);
  });

  it('people and members hear without following, and are told when to ask for everything', async () => {
    const [one, member, other] = await Promise.all([1, 2, 3].map(listener));
    const subject = lamp();
    members.add(member!.personId);
    await light(subject, {
      kind: 'several',
      of: [
        { kind: 'people', personIds: [one!.personId] },
        { kind: 'members', of: subject, anew: true },
      ],
    });
    expect(one!.told).toEqual([{ name: 'lamp.lit', subject }]);
    expect(member!.told).toEqual([{ name: 'lamp.lit', subject, anew: true }]);
    expect(other!.told).toEqual([]);
    await light(subject, { kind: 'coalition' });
    expect(other!.told).toEqual([{ name: 'lamp.lit', subject }]);
  });

  it('of a kind that no room knows nobody hears', async () => {
    const reader = await listener();
    const subject = { kind: 'nothing', id: newId() };
    expect(await reader.follow(subject, { kind: 'nothing' })).toEqual({});
    await light(subject, toFollowers(subject));
    expect(reader.of(subject)).toEqual([]);
  });

  it("who follows people, sessions and channels hears nothing of others' and cuts nobody", async () => {
    const victim = await listener();
    const snoop = await listener();
    const ids = [victim.personId, victim.sessionId, victim.socket.id!].map((id) => id.replace(/\W/g, '-'));
    const kinds = ['person', 'own', 'session', 'look', 'everybody', 'subject', 'kind', 'document'];
    for (const kind of kinds) await snoop.follow({ kind }, ...ids.map((id) => ({ kind, id })));
    const wrong = ['person/x', 'own:x', 'x/../own', ''].flatMap((id) => [
      { kind: 'person', id },
      { kind: id, id: 'x' },
    ]);
    for (const each of wrong) {
      expect((await snoop.follow(each)).error?.code).toBe('request.invalid');
    }
    const subject = { kind: 'person', id: victim.personId };
    await light(subject, { kind: 'people', personIds: [victim.personId] });
    await light(subject, { kind: 'people', personIds: [victim.personId], alone: true });
    expect([victim.of(subject).length, snoop.of(subject)]).toEqual([2, []]);
    // Nor does leaving what was never followed take anything away.
    for (const kind of kinds) await snoop.unfollow({ kind }, ...ids.map((id) => ({ kind, id })));
    await light(subject, { kind: 'coalition' });
    expect(snoop.of(subject)).toHaveLength(1);
    const ended = heard(victim.socket, 'disconnect');
    const { personId, sessionId } = victim;
    await test.app
      .get(UnitOfWork)
      .run(null, (tx) => tx.events.append(sessionEnded({ kind: 'session', id: sessionId }, { personId })));
    await ended;
    expect(snoop.socket.connected).toBe(true);
    expect(await snoop.follow()).toEqual({});
  });

  it('says no more than name and subject, whatever is asked', async () => {
    const reader = await listener();
    for (const message of [null, 1, [], {}, { subjects: 'x' }, { subjects: [null] }, { subjects: [{}] }]) {
      expect((await reader.ask(newsRequests.follow, message)).error?.code).toBe('request.invalid');
    }
    const many = Array.from({ length: newsLimits.subjectsPerMessage + 1 }, lamp);
    expect((await reader.follow(...many)).error?.code).toBe('request.invalid');
    for (let at = 0; at < newsLimits.subjectsPerSocket; at += newsLimits.subjectsPerMessage)
      expect(await reader.follow(...many.slice(0, newsLimits.subjectsPerMessage).map(lamp))).toEqual({});
    expect((await reader.follow(lamp())).error?.code).toBe('request.too-large');
  });

  it('a flood of wishes is slowed down, for its own person alone', async () => {
    const [flood, other] = [await listener(), await listener()];
    const answers = await Promise.all(
      Array.from({ length: newsLimits.messageBurst * 2 }, () => flood.follow()),
    );
    expect(answers.some(({ error }) => error?.code === 'request.rate-limited')).toBe(true);
    expect(await other.follow()).toEqual({});
  });
});
