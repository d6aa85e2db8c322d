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

  @Post()
  @Public()
  knock() {
    return {};
  }
}

describe('the log of requests', () => {
  let test: TestApp;
  const written: string[] = [];
  beforeAll(async () => {
    test = await startTestApp(hall({ controllers: [Doors] }));
  });
  afterAll(() => test.close());

  it('names the route and the outcome, and nothing that a person sent', async () => {
    const said = jest.spyOn(Logger.prototype, 'debug').mockImplementation((line: unknown) => {
      written.push(JSON.stringify(line));
    });
    const client = test.client();
    await client.get('/api/doors/0190-secret-id?q=search-words', {
      authorization: 'Bearer plenary_pat_secret',
      cookie: 'plenary_session=secret-cookie',
    });
    await client.post('/api/doors', { email: 'somebody@example.org', password: 'secret-password' });
    for (const end = Date.now() + 2_000; written.length < 2 && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    said.mockRestore();
    const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      { code: 'http.request', method: 'GET', route: '/api/doors/:id', status: 200 },
      { code: 'http.request', method: 'POST', route: '/api/doors', status: 201 },
    ]);
    expect(written.join()).not.toMatch(/secret|search|example\.org|127\.0\.0\.1|::1/);
  });
});
