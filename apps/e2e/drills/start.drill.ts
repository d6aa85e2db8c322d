import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HttpClient, startServer } from '@plenary/ground/testing';
import { pause } from '@plenary/statements/testing';
import { say } from './say.js';

const kills = Number(process.env['DRILL_STARTS'] ?? 12);
const main = resolve(__dirname, '../../../dist/server/apps/api/main.js');

/** Kills the first start on these data so many milliseconds after its database is there; answers its last words. */
async function killedStart(dataDir: string, after: number): Promise<string> {
  const env = { ...process.env, PLENARY_DATA: dataDir, PORT: '0', DATABASE_URL: '', REDIS_URL: '' };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  const begun = new Promise<void>((heard) =>
    child.stdout.on('data', (piece: Buffer) => {
      words += piece.toString();
      if (words.includes('Making the database')) heard();
    }),
  );
  const ended = new Promise((done) => child.once('exit', done));
  await begun;
  await pause(after);
  child.kill('SIGKILL');
  await ended;
  return words.trim().split('\n').at(-1)!;
}

describe('start', () => {
  it(`the first start, with its migrations and its seed, is killed at ${kills} moments: the next one finishes it`, async () => {
    for (let kill = 0; kill < kills; kill++) {
      const dataDir = mkdtempSync(join(tmpdir(), 'plenary-start-'));
      chmodSync(dataDir, 0o755);
      const after = 300 + kill * 250;
      const last = await killedStart(dataDir, after);
      const server = await startServer({ dataDir });
      const client = new HttpClient(server.url);
      const { body: demo } = await client.get('/api/demo');
      const { email, password } = demo.items[0];
      expect((await client.post('/api/session', { email, password })).status).toBeLessThan(300);
      const { body } = await client.get('/api/organisations?limit=100');
      expect(body.items).toHaveLength(40);
      await server.stop();
      server.forget();
      say(`killed ${after} ms after the database was begun (“${last}”): whole`);
    }
  });
});
