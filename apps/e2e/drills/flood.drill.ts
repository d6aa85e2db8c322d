import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startServer, type BuiltServer } from '@plenary/ground/testing';
import { documentOf } from '@plenary/statements/domain';
import { openStatement, pause, tokenAt, write, type CoWriter } from '@plenary/statements/testing';
import { say } from './say.js';

const kinds = ['joins', 'verifies', 'pushes', 'words', 'carets', 'nonsense'] as const;
const sockets = Number(process.env['DRILL_SOCKETS'] ?? 10);
/** Milliseconds. */
const floodFor = Number(process.env['DRILL_FLOOD'] ?? 10_000);
const wanted = 200;

describe('flood', () => {
  let server: BuiltServer;
  let honest: CoWriter;
  let flooder: string;
  let statement: string;

  beforeAll(async () => {
    server = await startServer();
    const penholder = await tokenAt(server.url);
    ({ statement } = penholder);
    flooder = (await tokenAt(server.url, 'observer')).token;
    honest = await openStatement(server.url, penholder.token, statement);
    await honest.provider.synced();
  });
  afterAll(async () => {
    honest?.connection.close();
    await server?.stop();
    server?.forget();
  });

  /** Milliseconds from each word until the server said that it is saved, in order of size. */
  async function acknowledgements(): Promise<readonly number[]> {
    const times: number[] = [];
    for (const end = performance.now() + floodFor; performance.now() < end;) {
      const begun = performance.now();
      write(honest, ' word');
      await honest.provider.saved();
      times.push(performance.now() - begun);
      await pause(60);
    }
    return times.sort((one, other) => one - other);
  }

  async function flooded(kind: string): Promise<readonly number[]> {
    const script = join(process.cwd(), 'apps/e2e/drills/flooders.mjs');
    const given = [script, server.url, flooder, documentOf(statement), kind, String(sockets)];
    const child = spawn(process.execPath, given, { stdio: ['ignore', 'ignore', 'inherit'] });
    await pause(1_500);
    const times = await acknowledgements();
    child.kill('SIGTERM');
    await new Promise((ended) => child.once('exit', ended));
    return times;
  }

  const part = (times: readonly number[], share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  const figures = (what: string, times: readonly number[]) =>
    say(
      `${what}: p50 ${part(times, 0.5).toFixed(0)}, p95 ${part(times, 0.95).toFixed(0)}, most ${times.at(-1)!.toFixed(0)} ms (${times.length} words)`,
    );

  it('nobody floods', async () => {
    figures('quiet', await acknowledgements());
  });

  it.each(kinds)(
    `SYNC-14 ${sockets} sockets of one observer flood with %s: an honest word is saved within ${wanted} ms`,
    async (kind) => {
      const times = await flooded(kind);
      figures(kind, times);
      expect(part(times, 0.95)).toBeLessThanOrEqual(wanted);
    },
  );
});
