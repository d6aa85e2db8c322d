import { Body, Controller, Get, Logger, Param, Post, Query } from '@nestjs/common';
import { connect } from 'node:net';
import { IsObject, IsOptional, IsString } from 'class-validator';
import { DataSource } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import { hall, HallDoor, startTestApp, type HttpClient, type TestApp } from '@plenary/ground/testing';
import { CurrentActor, IdPipe, IsId, MayBeAbsent, Needs, PageQuery, Public, readCursor } from '../index.js';

class NoteDto {
  @IsString()
  text!: string;

  @MayBeAbsent()
  @IsId()
  about?: string;

  @IsOptional()
  @IsObject()
  marks?: Record<string, string>;
}

const marker = 'words-that-nobody-else-may-read';

@Controller('notes')
class NotesController {
  written = 0;

  constructor(private readonly database: DataSource) {}

  @Get()
  @Needs('signed-in')
  read(@CurrentActor() actor: { personId: string }) {
    return { personId: actor.personId };
  }

  @Post()
  @Needs('write')
  write(@Body() dto: NoteDto) {
    this.written++;
    return { length: dto.text.length };
  }

  @Get('list')
  @Needs('signed-in')
  list(@Query() query: PageQuery) {
    return readCursor(query.cursor, ['name', 'createdAt']) ?? {};
  }

  @Get('one/:id')
  @Needs('signed-in')
  one(@Param('id', IdPipe) id: string) {
    return { id };
  }

  @Get('unreadable')
  @Public()
  unreadable() {
    return this.database.query(`SELECT $1::text`, ['a\u0000b']);
  }

  @Get('unreadable-json')
  @Public()
  unreadableJson() {
    return this.database.query(`SELECT ($1::jsonb)->>'a'`, ['{"a":"\\u0000"}']);
  }

  @Post('forgotten')
  withoutNeed() {
    this.written++;
    return {};
  }

  @Get('broken')
  @Public()
  broken() {
    throw new Error(`${marker} SELECT * FROM person`);
  }
}

describe('the front door', () => {
  let test: TestApp;
  let client: HttpClient;
  const logged: string[] = [];
  const write = (line: unknown) => void logged.push(JSON.stringify(line));

  beforeAll(async () => {
    test = await startTestApp(hall({ controllers: [NotesController] }));
    const door = test.app.get(HallDoor);
    door.admit('cookie-of-a-person');
    door.admit('reading-token', { sessionKind: 'token', scope: 'read' });
    door.admit('writing-token', { sessionKind: 'token' });
    client = test.client();
    client.cookie = 'plenary_session=cookie-of-a-person';
    Logger.overrideLogger({ log: write, error: write, warn: write });
  });
  afterAll(() => test.close());

  const written = () => test.app.get(NotesController).written;
  /** A request with exactly these headers. */
  const bare = async (headers: Record<string, string>, path = '/api/notes', body = '{"text":"hello"}') => {
    const all = { 'content-type': 'application/json', ...headers };
    const answer = await fetch(test.url + path, { method: 'POST', headers: all, body });
    return { status: answer.status, text: await answer.text() };
  };

  it('is alive and ready', async () => {
    expect((await client.get('/health/live')).body).toEqual({ status: 'live' });
    expect((await client.get('/health/ready')).body).toEqual({ status: 'ready' });
  });

  it('is alive and not ready while the database hangs, and says so soon', async () => {
    const ask = test.database.query.bind(test.database);
    // Only this one question: what else the house asks has to end, or it could not be closed.
    const hangs = jest
      .spyOn(test.database, 'query')
      .mockImplementation((sql, ...rest) =>
        sql === 'SELECT 1' ? new Promise(() => undefined) : ask(sql, ...rest),
      );
    try {
      const { status, body } = await client.get('/health/ready');
      expect([status, body.error.code]).toEqual([503, 'server.database-away']);
      expect((await client.get('/health/live')).status).toBe(200);
    } finally {
      hangs.mockRestore();
    }
  });

  it('lets nobody past a handler that does not say what it needs', async () => {
    expect((await client.post('/api/notes/forgotten')).status).toBe(500);
    expect(written()).toBe(0);
  });

  it('answers in one shape, with the id of the request', async () => {
    const answer = await client.get('/api/nothing/here');
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      error: { code: 'request.not-found', params: {}, requestId: answer.headers.get('x-request-id') },
    });
  });

  it.each([
    ['no shape', {}, 'request.invalid', 'text'],
    ['another kind', { text: 7 }, 'request.invalid', 'text'],
    ['an extra field', { text: 'hello', role: 'coordinator' }, 'request.invalid', 'role'],
  ])('refuses a body with %s and names the field', async (_, body, code, field) => {
    const answer = await client.post('/api/notes', body);
    expect([answer.status, answer.body.error.code, answer.body.error.params]).toEqual([400, code, { field }]);
  });

  it.each([
    ['a NUL', { text: 'a\u0000b' }, 'text'],
    ['half a sign', { text: 'a\ud83d' }, 'text'],
    ['a NUL further in', { text: 'a', marks: { b: '\u0000' } }, 'marks'],
    ['a name with a NUL', { text: 'a', marks: { '\u0000': 'b' } }, 'marks'],
    ['an id in capitals', { text: 'a', about: newId().toUpperCase() }, 'about'],
    ['null where a field may only be absent', { text: 'a', about: null }, 'about'],
  ])('refuses %s, which the database would fail on or take for something else', async (_, body, field) => {
    const answer = await client.post('/api/notes', body);
    expect([answer.status, answer.body.error.params]).toEqual([400, { field }]);
  });

  it('takes whole signs, however many bytes they have', async () => {
    expect((await client.post('/api/notes', { text: '🕊 حقوق' })).status).toBe(201);
  });

  it('takes away what nobody sees and what turns words around, and keeps what means something', async () => {
    const lengthOf = async (text: string) => (await client.post('/api/notes', { text })).body.length;
    expect(await lengthOf('Ali\u202egpj.exe\u001b[31m\u200b')).toBe('Aligpj.exe[31m'.length);
    expect(await lengthOf('می\u200cخواهم 👨\u200d👩')).toBe('می\u200cخواهم 👨\u200d👩'.length);
  });

  it('takes an id in an address in small letters alone', async () => {
    const id = newId();
    expect((await client.get(`/api/notes/one/${id}`)).body).toEqual({ id });
    const capitals = await client.get(`/api/notes/one/${id.toUpperCase()}`);
    expect([capitals.status, capitals.body.error.code]).toEqual([400, 'request.malformed']);
  });

  it('refuses a query with a NUL, and a cursor that hides one or a day that is none', async () => {
    expect((await client.get('/api/notes/list?cursor=%00')).status).toBe(400);
    const cursorWith = (place: object) => Buffer.from(JSON.stringify(place)).toString('base64url');
    const [name, createdAt] = ['a', '2025-01-01T00:00:00.000Z'];
    const asked = async (place: object) =>
      (await client.get(`/api/notes/list?cursor=${cursorWith(place)}`)).status;
    expect(await asked({ name, createdAt })).toBe(200);
    expect(await asked({ name: '\u0000', createdAt })).toBe(400);
    expect(await asked({ name, createdAt: 'about 1' })).toBe(400);
  });

  it.each(['unreadable', 'unreadable-json'])(
    'answers as unreadable what the database cannot keep as text (%s)',
    async (path) => {
      const answer = await client.get(`/api/notes/${path}`);
      expect([answer.status, answer.body.error.code]).toEqual([400, 'request.malformed']);
    },
  );

  it('is not brought down by a body that is nested as deeply as it is long', async () => {
    const deep = `{"text":"a","marks":{"b":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
    const named = { authorization: 'Bearer writing-token' };
    for (const headers of [named, { ...named, 'idempotency-key': newId() }]) {
      expect((await bare(headers, '/api/notes', deep)).status).toBe(400);
    }
  });

  it('refuses a body that is no JSON, or too large, without repeating it', async () => {
    const malformed = await client.post('/api/notes', `{"text": ${marker}`);
    expect([malformed.status, malformed.body.error.code]).toEqual([400, 'request.malformed']);
    expect(JSON.stringify(malformed.body)).not.toContain(marker);
    const large = await client.post('/api/notes', { text: 'x'.repeat(300_000) });
    expect([large.status, large.body.error.code]).toEqual([413, 'request.too-large']);
  });

  it('says nothing of what broke, neither to the caller nor in the log', async () => {
    logged.length = 0;
    const answer = await client.get(`/api/notes/broken?${marker}`);
    expect([answer.status, answer.body.error.code]).toEqual([500, 'server.failed']);
    expect(JSON.stringify(answer.body)).not.toMatch(/words|SELECT|Error|\bat\b/);
    expect(logged.join()).toContain(answer.body.error.requestId);
    expect(logged.join()).not.toContain(marker);
  });

  it.each([
    ['foreign', { origin: 'https://elsewhere.example' }],
    ['null', { origin: 'null' }],
    ['missing', {}],
    ['foreign by the word of the browser', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses a change with a cookie whose origin is %s', async (_, headers) => {
    const before = written();
    const answer = await bare({ cookie: client.cookie!, ...headers } as Record<string, string>);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('request.foreign-origin');
    expect(written()).toBe(before);
  });

  it('takes a change from a page of ours, and from a script with a token', async () => {
    expect((await client.post('/api/notes', { text: 'hello' })).body).toEqual({ length: 5 });
    expect((await bare({ authorization: 'Bearer writing-token' })).status).toBe(201);
  });

  it('a read-only token reads and does not write; no secret at all does neither', async () => {
    const reader = { authorization: 'Bearer reading-token' };
    expect((await test.client().get('/api/notes', reader)).status).toBe(200);
    const refused = await test.client().post('/api/notes', { text: 'hello' }, reader);
    expect([refused.status, refused.body.error.code]).toEqual([403, 'token.read-only']);
    const nobody = await test.client().get('/api/notes');
    expect([nobody.status, nobody.body.error.code]).toEqual([401, 'session.needed']);
  });

  it('refuses an Idempotency-Key that is no UUID', async () => {
    const answer = await client.post('/api/notes', { text: 'hello' }, { 'idempotency-key': 'again' });
    expect(answer.body.error).toMatchObject({
      code: 'request.invalid',
      params: { field: 'Idempotency-Key' },
    });
    const key = { 'idempotency-key': newId() };
    expect((await client.post('/api/notes', { text: 'hello' }, key)).status).toBe(201);
  });

  it('sends the headers that keep answers to themselves', async () => {
    const { headers } = await client.get('/api/notes');
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('shows the description of the API without inline script and without other hosts', async () => {
    const page = await client.get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/);
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const [script] = /[^"]*swagger-ui-init\.js/.exec(page.body)!;
    expect((await client.get(new URL(script, `${test.url}/api/docs`).pathname)).status).toBe(200);
    expect((await client.get('/api/docs-json')).body.paths).toHaveProperty('/api/notes');
  });

  it('shows no description of the API where that is closed', async () => {
    const closed = await startTestApp(hall({ settings: { API_DOCS: 'closed' } }));
    for (const path of ['/api/docs', '/api/docs-json', '/api/docs/swagger-ui-init.js']) {
      const answer = await closed.client().get(path);
      expect([answer.status, answer.body.error.code]).toEqual([404, 'request.not-found']);
    }
    await closed.close();
  });

  it('ends a request that was begun and does not go on', async () => {
    const { port } = new URL(test.url);
    const line = connect(Number(port), '127.0.0.1');
    const ended = new Promise<string>((end) => {
      let said = '';
      line.on('data', (piece: Buffer) => (said += piece.toString()));
      line.on('close', () => end(said));
    });
    line.write('GET /api/notes HTTP/1.1\r\nHost: plenary.example\r\n');
    expect(await ended).toContain('408');
  }, 60_000);
});
