import { Controller, Get, Logger, Param, Post } from '@nestjs/common';
import { hall, startTestApp, type TestApp } from '@plenary/ground/testing';
import { Public } from '../index.js';

@Controller('doors')
class Doors {
  @Get(':id')
  @Public()
  open(@Param('id') id: string) {
    return { id };
  }

  @Get(':id/never')
  @Public()
  wait() {
    return new Promise(() => undefined);
  }

  @Post()
  @Public()
  knock() {
    return {};
  }
}

describe('the log of requests', () => {
  let test: TestApp;
  let written: string[] = [];
  let said: jest.SpyInstance;
  beforeAll(async () => {
    test = await startTestApp(hall({ controllers: [Doors] }));
  });
  afterAll(() => test.close());
  beforeEach(() => {
    written = [];
    said = jest.spyOn(Logger.prototype, 'debug').mockImplementation((line: unknown) => {
      written.push(JSON.stringify(line));
    });
  });
  afterEach(() => said.mockRestore());

  async function lines(count: number): Promise<Record<string, unknown>[]> {
    for (const end = Date.now() + 2_000; written.length < count && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return written.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('names the route and the outcome, and nothing that a person sent', async () => {
    const client = test.client();
    await client.get('/api/doors/0190-secret-id?q=search-words', {
      authorization: 'Bearer plenary_pat_secret',
      cookie: 'plenary_session=secret-cookie',
    });
    await client.post('/api/doors', { email: 'somebody@example.org', password: 'secret-password' });
    expect(await lines(2)).toMatchObject([
      { code: 'http.request', method: 'GET', route: '/api/doors/:id', status: 200 },
      { code: 'http.request', method: 'POST', route: '/api/doors', status: 201 },
    ]);
    expect(written.join()).not.toMatch(/secret|search|example\.org|127\.0\.0\.1|::1/);
  });

  it('names a request that somebody gave up, too', async () => {
    const soon = AbortSignal.timeout(200);
    await expect(fetch(`${test.url}/api/doors/secret/never`, { signal: soon })).rejects.toThrow();
    expect(await lines(1)).toMatchObject([{ route: '/api/doors/:id/never', status: 'left' }]);
    expect(written.join()).not.toContain('secret');
  });
});
