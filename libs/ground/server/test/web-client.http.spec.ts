import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hall, startTestApp, type HttpClient, type TestApp } from '@plenary/ground/testing';

describe('the web client, as it is served', () => {
  let test: TestApp;
  let client: HttpClient;
  const folder = mkdtempSync(join(tmpdir(), 'plenary-web-'));

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<title>Plenary</title>');
    writeFileSync(join(folder, 'sw.js'), 'self.skipWaiting()');
    writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), `export const words = '${'word '.repeat(1_000)}'`);
    test = await startTestApp(hall({ settings: { PLENARY_WEB: folder } }));
    client = test.client();
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['/', '/statements/0190?find=word', '/account'])(
    '%s leads to the page, asked for anew',
    async (path) => {
      const answer = await client.get(path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(answer.body).toContain('<title>Plenary');
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
    },
  );

  it('keeps files with a hash for a year, and the service worker never', async () => {
    const file = await client.get('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip' });
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('content-encoding')).toBe('gzip');
    expect((await client.get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/assets/gone-4d5e6f.js', '/nothing.png', '/api/nothing', '/..%2f..%2fpackage.json'])(
    '%s is not answered with the page',
    async (path) => {
      const answer = await client.get(path);
      expect([answer.status, answer.body.error.code]).toEqual([404, 'request.not-found']);
    },
  );
});
