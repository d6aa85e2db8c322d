import {
  defineEvent,
  newId,
  standingChanged,
  withStanding,
  type RecordedEvent,
  type Standings,
} from '@plenary/ground/kernel';
import { hall, startTestApp, type TestApp } from '@plenary/ground/testing';
import { OnEventEverywhere, UnitOfWork } from '../index.js';

const badgeGiven = defineEvent<'badge.given', { personId: string }>({
  name: 'badge.given',
  audience: () => ({ kind: 'nobody' }),
  standing: ({ payload }) => [payload.personId],
});
const clubClosed = defineEvent<'club.closed', object>({
  name: 'club.closed',
  audience: () => ({ kind: 'nobody' }),
});
const rulesChanged = defineEvent<'club.rules-changed', object>({
  name: 'club.rules-changed',
  audience: () => ({ kind: 'nobody' }),
  standing: () => 'everybody',
});

class Doorkeeper {
  readonly heard: (readonly string[] | null | string)[] = [];

  @OnEventEverywhere(standingChanged.name, 'badge.given', 'club.closed', 'club.rules-changed')
  hear({ name, payload }: RecordedEvent): void {
    this.heard.push(name === standingChanged.name ? (payload as Standings).personIds : name);
  }
}

describe('the standing of people', () => {
  let test: TestApp;
  let keeper: Doorkeeper;
  const [ana, ben] = [newId<'person'>(), newId<'person'>()];
  const club = { kind: 'club', id: newId() };

  beforeAll(async () => {
    test = await startTestApp(hall({ providers: [Doorkeeper] }));
    keeper = test.app.get(Doorkeeper);
  });
  afterAll(() => test.close());
  beforeEach(() => keeper.heard.splice(0));

  const run = (work: Parameters<UnitOfWork['run']>[1]) => test.app.get(UnitOfWork).run(null, work);
  const given = (personId: string) => badgeGiven(club, { personId });

  it('SYNC-20 is said to have changed before what changes it, once for each person', async () => {
    await run(async ({ events }) => {
      await events.appendAll([given(ana), given(ana)]);
      await events.appendAll([given(ana), given(ben)]);
    });
    const badge = 'badge.given';
    expect(keeper.heard).toEqual([[ana], badge, badge, [ben], badge, badge]);
  });

  it('SYNC-20 is of those whom the use case names, where the event does not', async () => {
    await run(({ events }) => events.append(clubClosed(club, {})));
    await run(({ events }) => events.append(withStanding(clubClosed(club, {}), [ana, ben])));
    expect(keeper.heard).toEqual(['club.closed', [ana, ben], 'club.closed']);
  });

  it('SYNC-20 is everybody’s where a rule is another', async () => {
    await run(({ events }) => events.appendAll([rulesChanged(club, {}), given(ana)]));
    expect(keeper.heard).toEqual([null, 'club.rules-changed', 'badge.given']);
  });

  it('SYNC-20 is told in parts where it is of many', async () => {
    const many = Array.from({ length: 1_200 }, () => newId<'person'>());
    await run(({ events }) => events.append(withStanding(clubClosed(club, {}), many)));
    expect(keeper.heard.map((each) => each?.length)).toEqual([500, 500, 200, 'club.closed'.length]);
    expect(keeper.heard.slice(0, 3).flat()).toEqual(many);
  });
});
