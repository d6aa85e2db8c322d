import type { Socket } from 'socket.io-client';
import { definedEvents, eventsOnRecord } from '@plenary/ground/kernel';
import { Hub, PassingNews, roomOf } from '@plenary/ground/realtime';
import { newsNotices, newsRequests, type NewsMessage } from '@plenary/ground/realtime/protocol';
import { UnitOfWork } from '@plenary/ground/server';
import { heard, openSocket, type NewsCase } from '@plenary/ground/testing';
import { startHouse, type HouseUnderTest } from './capacities/scene.js';
import { houseCases } from './cases.js';
import { listeners, newsScene, type Listener, type NewsScene } from './news/scene.js';

/** Everybody has lists of all that there is before them, also of what is not theirs. */
const { events: newsCases, kinds } = houseCases;

/** Not what is told of a case before it to somebody who has just come. */
const isAbout = ({ subject: { kind, id } }: NewsMessage, { subject, payload }: NewsCase): boolean =>
  kind !== 'activity' && [subject.id, (payload as { into?: string }).into, 'coalition'].includes(id);

describe('every event', () => {
  let house: HouseUnderTest;
  let scene: NewsScene;
  const cookies = new Map<Listener, string>();
  const sockets = new Map<Listener, Socket>();
  const told = new Map<Listener, NewsMessage[]>();

  beforeAll(async () => {
    house = await startHouse();
    scene = await newsScene(house);
    for (const name of listeners) {
      const email = `${scene.people[name]}@people.example`;
      cookies.set(name, (await house.signIn(email, 'resist-reclaim-realise')).cookie!);
    }
  });
  afterAll(async () => {
    sockets.forEach((socket) => socket.close());
    await house.close();
  });

  /** Events after which somebody is admitted anew cut their sockets. */
  async function listen(name: Listener): Promise<void> {
    if (sockets.get(name)?.connected) return;
    const socket = await openSocket(house.url, {
      headers: { cookie: cookies.get(name)!, origin: house.url },
    });
    sockets.set(name, socket);
    await socket.emitWithAck(newsRequests.follow, { subjects: kinds.map((kind) => ({ kind })) });
    socket.on(newsNotices.news, (message: NewsMessage) => told.get(name)?.push(message));
  }

  async function happens(name: string, { subject, payload }: NewsCase): Promise<void> {
    await Promise.all(listeners.map(listen));
    // What was told a moment ago to those who have just come is not of this case.
    await settled();
    listeners.forEach((each) => told.set(each, []));
    const event = definedEvents.get(name)!(subject, payload);
    if (event.audience.kind === 'lists') await house.app.get(PassingNews).tell(event);
    else await house.app.get(UnitOfWork).run(null, (tx) => tx.events.append(event));
    await settled();
  }

  /** All that was told so far has arrived: what is said to everybody comes after it, or the line's end. */
  async function settled(): Promise<void> {
    const ends = [...sockets.values()]
      .filter((socket) => socket.connected)
      .map((socket) => Promise.race([heard(socket, 'settled', 10_000), heard(socket, 'disconnect', 10_000)]));
    house.app.get(Hub).toRoom(roomOf.everybody, 'settled', {});
    await Promise.all(ends);
  }

  it('has a case here', () => {
    expect(definedEvents.size).toBeGreaterThan(40);
    expect([...definedEvents.keys()].filter((name) => !newsCases[name])).toEqual([]);
    expect(Object.keys(newsCases).filter((name) => !definedEvents.has(name))).toEqual([]);
  });

  it.each(Object.keys(newsCases))('%s is heard by its audience and by nobody else', async (name) => {
    for (const each of await newsCases[name]!(scene)) {
      await happens(name, each);
      const heardBy = listeners.filter((one) =>
        told.get(one)!.some((news) => news.name === name && isAbout(news, each)),
      );
      expect({ subject: each.subject.kind, heardBy }).toEqual({
        subject: each.subject.kind,
        heardBy: listeners.filter((one) => each.hears.includes(one)),
      });
      // A name and a subject: whoever asks for it is judged again, and told what they may see.
      const fields = listeners.flatMap((one) => told.get(one)!.flatMap((news) => Object.keys(news)));
      expect(fields.filter((field) => !['name', 'subject', 'anew', 'within'].includes(field))).toEqual([]);
      expect(JSON.stringify([...told.values()])).not.toContain('marker');
    }
  });

  it('AUD-1 is a line more for those who may read it in the activity, and for nobody else', async () => {
    const lineFor = async (name: string, given: NewsCase) => {
      await happens(name, given);
      const [{ id }] = await house.database.query('SELECT max(id) AS id FROM event_log');
      return listeners.filter((one) =>
        told.get(one)!.some(({ subject }) => subject.kind === 'activity' && subject.id === id),
      );
    };
    const given = 'organisation.mandate-given';
    const [own, hidden] = await newsCases[given]!(scene);
    expect(await lineFor(given, own!)).toEqual(['coordinator', 'focal']);
    expect(await lineFor(given, hidden!)).toEqual(['coordinator', 'hiddenFocal']);
    expect(await lineFor('statement.renamed', (await newsCases['statement.renamed']!(scene))[0]!)).toEqual([
      'coordinator',
    ]);
    // AUD-2
    for (const name of [...definedEvents.keys()].filter((each) => !eventsOnRecord().has(each)))
      expect([name, await lineFor(name, (await newsCases[name]!(scene))[0]!)]).toEqual([name, []]);
    const [, done] = await newsCases['person.device-recovery']!(scene);
    expect(await lineFor('person.device-recovery', done!)).toEqual([]);
  });
});
