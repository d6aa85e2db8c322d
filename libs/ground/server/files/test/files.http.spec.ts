import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { newId } from '@plenary/ground/kernel';
import type { HttpAnswer, HttpClient } from '@plenary/ground/testing';
import { FileStore } from '../../index.js';
import { startCabinet, type Cabinet } from './cabinet.js';
import { pdf } from './fixtures.js';

const hour = 3_600_000;
const codeOf = ({ body }: HttpAnswer) => (body as { error?: { code: string } }).error?.code;

describe('files', () => {
  let house: Cabinet;
  let who: HttpClient;
  let store: FileStore;
  beforeAll(async () => {
    house = await startCabinet();
    who = house.somebody();
    store = house.app.get(FileStore);
  });
  afterAll(() => house.close());
  afterEach(() => void (house.drawers.after = async () => undefined));

  const put = async (bytes: Uint8Array, name?: string, drawer = newId()): Promise<string> => {
    const { status, body } = await house.put(who, drawer, bytes, name);
    expect(status).toBe(200);
    return body.id as string;
  };
  const kept = async () => {
    const found = new Set<string>();
    for await (const id of store.ids()) found.add(id);
    return found;
  };
  const drop = (id: string) => house.database.query('DELETE FROM file WHERE id = $1', [id]);

  it('what was put here comes back as it was, for saving, and nothing of it runs', async () => {
    const bytes = pdf(1_000);
    const { status, headers, bytes: sent } = await house.fetch(who, await put(bytes, 'Agenda.pdf'));
    expect([status, sent.equals(bytes)]).toEqual([200, true]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename=Agenda.pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'accept-ranges': 'bytes',
      etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
    });
  });

  it.each([
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['عقد.pdf', 'عقد.pdf'],
    ["it's (100%)*.pdf", "it's (100%).pdf"],
    ['page.html', 'page.html.pdf'],
    ['evil.pdf.exe', 'evil.pdf.exe.pdf'],
    ['two\r\nlines: x.pdf', 'two lines x.pdf'],
    ['reversed\u202efdp.exe', 'reversedfdp.exe.pdf'],
    ['', 'file'],
  ])('a name is a name and no more: %j', async (given, name) => {
    const answer = await house.put(who, newId(), pdf(), given);
    expect(answer.body.name ?? 'file').toBe(name);
    const { headers } = await house.fetch(who, answer.body.id);
    const said = headers['content-disposition']!;
    const [, coded] = /filename\*=UTF-8''([^;]+)/.exec(said) ?? [];
    const [, plain] = /filename="?([^";]+)"?/.exec(said) ?? [];
    expect(coded ? decodeURIComponent(coded) : plain).toBe(name);
    expect(said).toMatch(/^attachment; [\x20-\x7e]+$/);
    if (coded) expect(coded).toMatch(/^[\w!#$&+.^`|~%-]+$/);
  });

  it('is for whoever may read what it belongs to, at that moment; to others it does not exist', async () => {
    const [drawer, other] = [newId(), house.somebody()];
    const id = await put(pdf(), undefined, drawer);
    expect((await house.fetch(other, id)).status).toBe(200);
    house.drawers.keys.set(drawer, (who as HttpClient & { personId: string }).personId);
    expect((await house.fetch(who, id)).status).toBe(200);
    const [refused, unknown] = [
      await other.get(`/api/files/${id}`),
      await other.get(`/api/files/${newId()}`),
    ];
    expect([refused.status, codeOf(refused)]).toEqual([404, 'file.not-found']);
    expect([unknown.status, codeOf(unknown)]).toEqual([404, 'file.not-found']);
    expect((await house.client().get(`/api/files/${id}`)).status).toBe(401);
    // Of a kind that no room has, nobody may anything.
    await house.database.query(`UPDATE file SET owner_kind = 'cellar' WHERE id = $1`, [id]);
    expect((await house.fetch(who, id)).status).toBe(404);
  });

  it.each([
    ['bytes=0-9', 206, 'bytes 0-9/1000', [0, 10]],
    ['bytes=990-', 206, 'bytes 990-999/1000', [990, 1_000]],
    ['bytes=-5', 206, 'bytes 995-999/1000', [995, 1_000]],
    ['bytes=0-0,5-9', 200, null, [0, 1_000]],
    ['lines=1-2', 200, null, [0, 1_000]],
    ['bytes=2000-', 416, 'bytes */1000', [0, 0]],
  ])('of %s it sends that part', async (range, status, says, [from, to]) => {
    const bytes = pdf(1_000);
    const id = await put(bytes);
    const part = await house.fetch(who, id, { range });
    expect([part.status, part.headers['content-range'] ?? null]).toEqual([status, says]);
    expect(part.bytes.equals(bytes.subarray(from, to))).toBe(true);
    const { headers } = part;
    const other = await house.fetch(who, id, { range, 'if-range': '"another"' });
    expect([other.status, other.bytes.length]).toEqual([200, 1_000]);
    if (status !== 206) return;
    const same = await house.fetch(who, id, { range, 'if-range': headers.etag! });
    expect([same.status, same.bytes.equals(part.bytes)]).toEqual([206, true]);
  });

  it('is not sent again to whoever has these very bytes; of its head nothing but the head', async () => {
    const id = await put(pdf(500));
    const etag = (await house.fetch(who, id)).headers.etag!;
    const again = await house.fetch(who, id, { 'if-none-match': etag });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    const head = await house.fetch(who, id, {}, 'HEAD');
    expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([200, 0, '500']);
  });

  it('a text is compressed on the way, and has no parts', async () => {
    const text = 'name,country\n'.repeat(2_000);
    const id = await put(Buffer.from(text), 'list.csv');
    const { headers, bytes } = await house.fetch(who, id, { 'accept-encoding': 'gzip', range: 'bytes=0-9' });
    expect(gunzipSync(bytes).toString()).toBe(text);
    expect(headers).toMatchObject({
      ...{ 'content-type': 'text/plain; charset=utf-8', 'content-encoding': 'gzip', 'accept-ranges': 'none' },
      'content-disposition': 'attachment; filename=list.csv',
    });
  });

  it('one whose bytes are missing, or are others, is said to be lost, not sent', async () => {
    const id = await put(pdf(400));
    const path = await store.nameOf(id);
    await store.put(id, Buffer.from('cut'));
    for (const _ of ['cut', 'missing']) {
      const answer = await who.get(`/api/files/${id}`);
      expect([answer.status, codeOf(answer)]).toEqual([500, 'file.lost']);
      expect(answer.headers.get('content-type')).toContain('application/json');
      expect(JSON.stringify(answer.body)).not.toContain(path);
      await store.delete(id);
    }
  });

  it('row and file stand together: who is refused leaves neither, at once', async () => {
    const before = await kept();
    house.drawers.after = async () => Promise.reject(new RangeError('the drawer fell'));
    expect((await house.put(who, newId(), pdf())).status).toBe(500);
    const rolledBack = [...(await kept())].filter((id) => !before.has(id));
    // Nobody knows here whether it was committed: the sweep finds out.
    expect(rolledBack).toHaveLength(1);
    const locked = newId();
    house.drawers.keys.set(locked, newId());
    expect((await house.put(who, locked, pdf())).status).toBe(404);
    expect([...(await kept())].filter((id) => !before.has(id))).toEqual(rolledBack);
    const [{ rows }] = await house.database.query(`SELECT count(*)::int AS rows FROM file WHERE id = $1`, [
      rolledBack[0],
    ]);
    expect(rows).toBe(0);
  });

  it('a command that arrives twice puts one file here', async () => {
    const [before, drawer] = [await kept(), newId()];
    const again = { 'idempotency-key': newId() };
    const first = await house.put(who, drawer, pdf(), 'a.pdf', again);
    expect((await house.put(who, drawer, pdf(), 'a.pdf', again)).body).toEqual(first.body);
    expect([...(await kept())].filter((id) => !before.has(id))).toEqual([first.body.id]);
  });

  it('what no row claims is swept after a day, and nothing else', async () => {
    const [stays, gone, comesLate] = [await put(pdf()), await put(pdf()), newId()];
    await drop(gone);
    await store.put(comesLate, pdf());
    await house.sweep();
    house.clock.forward(23 * hour);
    await house.sweep();
    expect([...(await kept())]).toEqual(expect.arrayContaining([stays, gone, comesLate]));
    // Its transaction took long, but came to its end.
    await house.database.query(
      `INSERT INTO file (id, sha256, type, bytes, owner_kind, owner_id, put_at)
       VALUES ($1::uuid, '', 'application/pdf', 1, 'drawer', $1::uuid::text, '2026-01-01')`,
      [comesLate],
    );
    house.clock.forward(2 * hour);
    await house.sweep();
    const left = await kept();
    expect([left.has(stays), left.has(gone), left.has(comesLate)]).toEqual([true, false, true]);
    // Its row goes later: its day begins then, and not when it was first seen without one.
    await drop(comesLate);
    await house.sweep();
    expect((await kept()).has(comesLate)).toBe(true);
  });

  it('two installations that share a folder leave each other’s files alone', async () => {
    const id = await put(pdf());
    const [folder] = (await store.nameOf(id)).split(/[\\/][0-9a-f-]{36}[\\/]/);
    const other = await startCabinet({ FILES_FOLDER: folder! });
    try {
      await other.sweep();
      other.clock.forward(30 * hour);
      await other.sweep();
      expect((await house.fetch(who, id)).status).toBe(200);
    } finally {
      await other.close();
    }
  });
});

describe('how much may be put here', () => {
  let house: Cabinet;
  beforeAll(async () => {
    const limits = { FILES_PERSON_DAY_MB: '2', FILES_OWNER_MB: '3', FILES_TOTAL_MB: '6' };
    house = await startCabinet(limits);
  });
  afterAll(() => house.close());
  const big = pdf(800_000);
  const codes = (answers: HttpAnswer[]) => answers.map((each) => codeOf(each) ?? each.status);

  it('by one person on a day, also by many at once, and by whoever removes what was put', async () => {
    const who = house.somebody();
    const answers = await Promise.all(Array.from({ length: 5 }, () => house.put(who, newId(), big)));
    expect(codes(answers).sort()).toEqual([200, 200, ...Array<string>(3).fill('file.day-full')]);
    await house.database.query('DELETE FROM file');
    const refused = await house.put(who, newId(), big);
    expect([refused.status, refused.body.error.params['most']]).toEqual([429, 2]);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(86_400);
    expect(codes([await house.put(house.somebody(), newId(), big)])).toEqual([200]);
    house.clock.forward(24 * hour);
    expect(codes([await house.put(who, newId(), big)])).toEqual([200]);
    await house.database.query('DELETE FROM file');
  });

  it('into one thing, and of all together; who is refused leaves nothing on the disk', async () => {
    const drawer = newId();
    const put = (where: string) => house.put(house.somebody(), where, big);
    const answers = await Promise.all(Array.from({ length: 5 }, () => put(drawer)));
    expect(codes(answers).sort()).toEqual([200, 200, 200, ...Array<string>(2).fill('file.owner-full')]);
    for (const _ of [1, 2, 3, 4]) await put(newId());
    expect(codes([await put(newId())])).toEqual(['file.total-full']);
    const rows: { id: string }[] = await house.database.query('SELECT id FROM file');
    expect(rows).toHaveLength(7);
    const claimed = new Set(rows.map(({ id }) => id));
    const unclaimed: string[] = [];
    for await (const id of house.app.get(FileStore).ids()) if (!claimed.has(id)) unclaimed.push(id);
    // Those whose rows the spec before took away, and no more.
    expect(unclaimed).toHaveLength(4);
  });
});
