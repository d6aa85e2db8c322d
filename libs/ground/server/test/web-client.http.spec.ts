import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { hall, startTestApp, type HttpClient, type TestApp } from '@plenary/ground/testing';

describe('the web client, as it is served', () => {
  let test: TestApp;
  let client: HttpClient;
  const script = `export const words = '${'word '.repeat(1_000)}'`;
  const folder = mkdtempSync(join(tmpdir(), 'plenary-web-'));

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<title>Plenary</title>');
    writeFileSync(join(folder, 'sw.js'), 'self.skipWaiting()');
    const file = join(folder, 'assets', 'app-1a2b3c.js');
    writeFileSync(file, script);
    writeFileSync(`${file}.br`, brotliCompressSync(script));
    writeFileSync(`${file}.gz`, gzipSync(script));
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

  it.each(['/', '/sw.js'])('%s keeps pages and workers to what is ours', async (path) => {
    const { headers } = await client.get(path);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`connect-src 'self' ${test.url.replace('http', 'ws')}`);
    expect(policy).not.toMatch(/ ws:[ ;]|\*/);
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('sends a file as the build has compressed it, to who takes %s', async (accepted, coding) => {
    const answer = await client.get('/assets/app-1a2b3c.js', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(coding);
    expect(answer.headers.get('vary')).toContain('Accept-Encoding');
    expect(answer.body).toBe(script);
  });

  it('puts no policy for pages on each file, and lets no browser guess what it is', async () => {
    const { headers } = await client.get('/assets/app-1a2b3c.js');
    expect(headers.get('content-security-policy')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toContain('text/javascript');
    expect(JSON.stringify([...headers]).length).toBeLessThan(700);
  });

  it('keeps files with a hash for a year, and the service worker never', async () => {
    const file = await client.get('/assets/app-1a2b3c.js');
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await client.get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('what is in the folder is read, and nothing is written to it', async () => {
    expect((await client.post('/assets/app-1a2b3c.js', {})).status).toBe(404);
    expect((await client.get('/index.html')).headers.get('content-security-policy')).toContain('self');
  });

  it.each(['/assets/gone-4d5e6f.js', '/nothing.png', '/api/nothing', '/..%2f..%2fpackage.json'])(
    '%s is not answered with the page',
    async (path) => {
      const answer = await client.get(path);
      expect([answer.status, answer.body.error.code]).toEqual([404, 'request.not-found']);
    },
  );
});
