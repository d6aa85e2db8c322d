import { nothingAmiss, startServer, type BuiltServer } from '@plenary/ground/testing';
import { pause, TypingPeople } from '@plenary/statements/testing';
import { say } from './say.js';

const kills = Number(process.env['DRILL_KILLS'] ?? 100);

describe('kill', () => {
  let server: BuiltServer;
  let people: TypingPeople;
  afterAll(async () => {
    people?.close();
    await server?.stop();
    server?.forget();
  });

  it(`SYNC-6 ${kills} times kill -9 while 20 people type: 0 acknowledged words lost or doubled, usable within 5 s`, async () => {
    server = await startServer();
    people = await TypingPeople.at(server, 20);
    people.begin(70);
    const starts: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      await pause(800 + 1_700 * Math.random());
      await server.kill();
      const begun = performance.now();
      server = await startServer(server);
      starts.push(performance.now() - begun);
      expect(await people.grown(10, 30_000)).toBe(true);
      if ((kill + 1) % 20 === 0) say(`${kill + 1} kills, ${people.ledger.size} words`);
    }
    await people.end();
    expect(await people.check(20_000)).toEqual(nothingAmiss);
    const slowest = Math.max(...starts);
    say(
      `${people.ledger.size} acknowledged words, none lost or doubled; usable after at most ${slowest.toFixed(0)} ms`,
    );
    expect(slowest).toBeLessThan(5_000);
  });
});
