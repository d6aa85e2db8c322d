import type { Presence, PresenceMessage } from '@plenary/ground/collab/protocol';
import { until } from '@plenary/ground/testing';
import { document, House, type Writer } from './house.js';

describe('SYNC-23 the last word about a caret counts', () => {
  let house: House;
  let amara: Writer;
  let mateo: Writer;

  beforeEach(async () => {
    house = new House();
    amara = await house.writer('amara');
    mateo = await house.writer('mateo');
  });
  afterEach(() => house.engine.stop());

  const behind = (clock: number) => ({ anchor: [7, clock], head: [7, clock] }) as const;
  const move = (clock: number, clientId = amara.answer!.clientIds[0]!) =>
    house.engine.moveCursor('amara', { document, clientId, cursor: behind(clock) });
  const shown = (): Presence['cursor'] | undefined =>
    mateo.heard
      .filter(({ name }) => name === 'document:presence')
      .flatMap(({ message }) => (message as PresenceMessage).changed)
      .findLast(({ id }) => id === 'amara')?.cursor;
  const standsBehind = (clock: number) =>
    until(() => JSON.stringify(shown()) === JSON.stringify(behind(clock)), 'the last caret is shown');

  it('also where many came in one piece, after the line or the server stood still', async () => {
    await Promise.all(Array.from({ length: 80 }, (_, clock) => move(clock)));
    await standsBehind(79);
  });

  it('also where the one before it was judged later', async () => {
    const [own] = await house.store.grantClientIds(document, { personId: 'amara', organisationId: null }, 1);
    const ownersOf = house.store.ownersOf.bind(house.store);
    let judge = (): void => undefined;
    const held = new Promise<void>((resolve) => (judge = resolve));
    jest.spyOn(house.store, 'ownersOf').mockImplementationOnce(async (...asked) => {
      await held;
      return ownersOf(...asked);
    });
    const both = [move(1, own), move(2, own)];
    // The second has its answer of the database by now, unless it waits for the first.
    await new Promise((resolve) => setImmediate(resolve));
    judge();
    await Promise.all(both);
    const newcomer = await house.writer('lin');
    expect(newcomer.answer!.presence.find(({ id }) => id === 'amara')!.cursor).toEqual(behind(2));
  });
});
