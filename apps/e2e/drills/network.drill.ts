import { peopleWithTokens } from '@plenary/organisations/testing';
import { nothingAmiss, startServer, UnreliableLine, type BuiltServer } from '@plenary/ground/testing';
import {
  openStatement,
  pause,
  textOf,
  tokenAt,
  TypingPeople,
  within,
  write,
  type CoWriter,
} from '@plenary/statements/testing';
import { say } from './say.js';

const times = Number(process.env['DRILL_FLAPS'] ?? 60);

describe('network', () => {
  let server: BuiltServer;
  let line: UnreliableLine;
  let people: TypingPeople;
  beforeEach(async () => {
    server = await startServer();
    line = await UnreliableLine.to(server.url);
  });
  afterEach(async () => {
    people?.close();
    await line.close();
    await server.stop();
    server.forget();
  });

  it(`wifi flaps, 5 s on and 5 s off, ${times} times: nothing lost or doubled, equal within 5 s after the end`, async () => {
    people = await TypingPeople.at(server, 6, [line.url]);
    people.begin();
    for (let flap = 0; flap < times; flap++) {
      await pause(5_000);
      // Sometimes the network says so, sometimes it just falls silent.
      if (flap % 2 === 0) line.cut();
      else line.silence();
      await pause(5_000);
      line.open();
    }
    expect(await people.grown(6, 30_000)).toBe(true);
    await people.end();
    const after = await people.equalAfter(5_000);
    say(`${people.ledger.size} words, equal ${after.toFixed(0)} ms after the end`);
    expect(after).toBeLessThan(5_000);
    expect(await people.check()).toEqual(nothingAmiss);
  });

  it('dead wifi with open sockets: "not saved" within 5 s after the first edit that is not acknowledged', async () => {
    people = await TypingPeople.at(server, 1, [line.url]);
    const [writer] = people.writers;
    line.silence();
    const begun = performance.now();
    write(writer!, ' said into the void');
    expect(await within(5_000, () => writer!.provider.status.late)).toBe(true);
    say(`said after ${(performance.now() - begun).toFixed(0)} ms`);
    line.open();
    await writer!.provider.saved();
  });
});

describe('hall', () => {
  let server: BuiltServer;
  const all: CoWriter[] = [];
  afterAll(async () => {
    all.forEach(({ connection }) => connection.close());
    await server.stop();
    server.forget();
  });

  it('SYNC-43 the server is killed and 300 come back at once while 20 type: all in step within 20 s', async () => {
    server = await startServer();
    const people = await TypingPeople.at(server, 20);
    const { statement } = await tokenAt(server.url);
    const tokens = await peopleWithTokens(server, 280, 'observer');
    for (let i = 0; i < 280; i += 10) {
      const ten = tokens.slice(i, i + 10).map((token) => openStatement(server.url, token, statement));
      all.push(...(await Promise.all(ten)));
      await Promise.all(all.map(({ provider }) => provider.synced()));
    }
    people.begin(200);
    expect(await people.grown(60)).toBe(true);
    await server.kill();
    const begun = performance.now();
    server = await startServer(server);
    const everybody = [...all, ...people.writers];
    const online = () => everybody.every(({ provider }) => provider.status.connection === 'online');
    expect(await within(20_000, online)).toBe(true);
    const back = performance.now() - begun;
    expect(await people.grown(20)).toBe(true);
    await people.end();
    const inStep = await within(20_000 - back, () => new Set(everybody.map(textOf)).size === 1);
    say(
      `all connected after ${back.toFixed(0)} ms, in step ${(performance.now() - begun).toFixed(0)} ms after the kill`,
    );
    expect(inStep).toBe(true);
    expect(await people.check()).toEqual(nothingAmiss);
    people.close();
  });
});
