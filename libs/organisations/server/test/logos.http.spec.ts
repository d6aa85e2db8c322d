import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { FileStore, FileSweep } from '@plenary/ground/server';
import {
  plainPicture,
  pngChunk,
  telltale,
  tellingPicture,
  type PictureFormat,
} from '@plenary/ground/testing';
import { password } from '@plenary/identity/testing';
import { startCoalition, type CoalitionUnderTest, type Visitor } from '@plenary/organisations/testing';

const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code;
const formats: readonly PictureFormat[] = ['png', 'jpeg', 'webp'];
const day = 86_400_000;

describe('logos', () => {
  let rooms: CoalitionUnderTest;
  let amara: Visitor;
  let mateo: Visitor;
  let lin: Visitor;
  let organisation: string;
  const path = () => `organisations/${organisation}/logo`;

  beforeAll(async () => {
    rooms = await startCoalition();
    const { given } = rooms;
    await given.coalition();
    const [coordinator, focal, member] = await given.people(3);
    await given.role(coordinator!, 'coordinator');
    organisation = await given.organisation({ name: 'Sea Bridge' });
    await given.representative(focal!, organisation, 'focal_point');
    await given.representative(member!, organisation, 'member');
    [amara, mateo, lin] = [await rooms.as(coordinator!), await rooms.as(focal!), await rooms.as(member!)];
  });
  afterAll(() => rooms.close());

  const put = (bytes: Uint8Array, type = 'image/png', visitor = mateo, to = path()) =>
    visitor.upload(to, bytes, type, 'PUT');
  /** What everybody is sent of it. */
  async function shown(id: string, headers: Record<string, string> = {}) {
    const answer = await fetch(`${rooms.url}/api/pictures/${id}`, { headers });
    return {
      ...answer,
      status: answer.status,
      headers: answer.headers,
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  }
  async function kept(bytes: Uint8Array, type?: string): Promise<Buffer> {
    const { status, body } = await put(bytes, type);
    expect([status, body.error?.code]).toEqual([200, undefined]);
    return (await shown(body.logoId)).bytes;
  }
  /** Colours at the left and the right edge, half-way down. */
  async function edges(bytes: Buffer) {
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (x: number) => [
      ...data.subarray((Math.floor(info.height / 2) * info.width + x) * 3).subarray(0, 3),
    ];
    const name = ([red, , blue]: number[]) =>
      red! > blue! + 90 ? 'red' : blue! > red! + 90 ? 'blue' : 'other';
    return { size: [info.width, info.height], left: name(at(1)), right: name(at(info.width - 2)) };
  }

  it('a logo is a picture by its bytes, bounded, and cannot run anything', async () => {
    const png = await plainPicture('png');
    expect((await put(png, 'image/png', lin)).status).toBe(403);
    expect(codeOf(await put(Buffer.from('<svg onload=alert(1)>')))).toBe('picture.not-a-picture');
    expect(codeOf(await put(Buffer.concat([png, Buffer.alloc(400_000)])))).toBe('picture.too-large');
    const { body } = await put(png);
    const picture = await shown(body.logoId);
    expect(Object.fromEntries(picture.headers)).toMatchObject({
      ...{
        'content-type': 'image/png',
        'content-disposition': 'inline',
        'x-content-type-options': 'nosniff',
      },
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(await edges(picture.bytes)).toEqual({ size: [40, 30], left: 'red', right: 'blue' });
    expect((await amara.get(`organisations/${organisation}`)).body.logoId).toBe(body.logoId);
    await put(Buffer.concat([png, Buffer.from(telltale)]));
    expect((await shown(body.logoId)).status).toBe(404);
    expect((await mateo.delete(path())).body).toEqual({ logoId: null });
    expect((await put(png, 'image/png', mateo, 'coalition/logo')).status).toBe(403);
    const ours = await put(png, 'image/png', amara, 'coalition/logo');
    expect(ours.status).toBe(200);
    expect((await rooms.nobody.get('door')).body.coalition.logoId).toBe(ours.body.logoId);
    expect((await shown(ours.body.logoId)).status).toBe(200);
  });

  it('who may not change it is told so, and nothing is looked at or kept', async () => {
    const [before] = await rooms.database.query('SELECT count(*)::int AS n FROM file');
    expect((await put(Buffer.from('no picture'), 'image/png', lin)).status).toBe(403);
    expect((await put(await plainPicture('png'), 'image/png', lin)).status).toBe(403);
    expect(await rooms.database.query('SELECT count(*)::int AS n FROM file')).toEqual([before]);
  });

  describe('ORG-23 a logo', () => {
    it.each(formats)('as %s says nothing of where, when and by whom it was made', async (format) => {
      const telling = await tellingPicture(format);
      expect(telling.includes(telltale)).toBe(true);
      const bytes = await kept(telling, `image/${format}`);
      expect(bytes.includes('GPS')).toBe(false);
      const { exif, xmp, icc, iptc, comments, ...known } = await sharp(bytes).metadata();
      expect([exif, xmp, icc, iptc, comments]).toEqual(Array(5).fill(undefined));
      expect(known).toMatchObject({ format, width: 40, height: 30 });
    });

    it.each(formats)('as %s is the same picture, whatever its sender calls it', async (format) => {
      const picture = await plainPicture(format);
      for (const type of ['image/png', 'image/jpeg', 'image/webp']) {
        const { body } = await put(picture, type);
        const { headers, bytes } = await shown(body.logoId);
        expect(headers.get('content-type')).toBe(`image/${format}`);
        expect(await edges(bytes)).toEqual({ size: [40, 30], left: 'red', right: 'blue' });
      }
    });

    it.each(formats)('as %s is a whole picture: half of one is refused', async (format) => {
      const whole = await plainPicture(format, 90, 80);
      for (const share of [0, 0.1, 0.3, 0.5, 0.7, 0.9]) {
        expect(codeOf(await put(whole.subarray(0, Math.floor(whole.length * share))))).toBe(
          'picture.not-a-picture',
        );
      }
      const hole = Buffer.from(whole).fill(
        0,
        Math.floor(whole.length / 2),
        Math.floor(whole.length / 2) + 20,
      );
      expect([200, 415]).toContain((await put(hole)).status);
    });

    it('stands upright, as a camera meant it', async () => {
      const lying = await sharp(
        await sharp(await plainPicture('jpeg', 40, 30))
          .raw()
          .toBuffer(),
        {
          raw: { width: 40, height: 30, channels: 3 },
        },
      )
        .jpeg()
        .withMetadata({ orientation: 3 })
        .toBuffer();
      expect(await edges(await kept(lying))).toEqual({ size: [40, 30], left: 'blue', right: 'red' });
    });

    it('is not larger than a screen, and as light as a page needs it', async () => {
      expect(codeOf(await put(await plainPicture('png', 4_097, 3)))).toBe('picture.too-wide');
      expect(codeOf(await put(await plainPicture('webp', 3, 4_097)))).toBe('picture.too-wide');
      expect(await edges(await kept(await plainPicture('png', 4_096, 1_024)))).toMatchObject({
        size: [1_024, 256],
      });
      const noise = await sharp(
        Buffer.from(Array.from({ length: 900 * 900 * 3 }, (_, n) => (n * 7_919) ^ (n >> 3))),
        {
          raw: { width: 900, height: 900, channels: 3 },
        },
      )
        .jpeg({ quality: 20 })
        .toBuffer();
      expect(noise.length).toBeLessThan(300_000);
      expect((await kept(noise)).length).toBeLessThanOrEqual(300_000);
    });

    it('a small file that unfolds to a large one is refused before it is unfolded', async () => {
      const size = Buffer.from([0, 0, 0x3e, 0x80]);
      const head = pngChunk('IHDR', Buffer.concat([size, size, Buffer.from([1, 0, 0, 0, 0])]));
      const dots = pngChunk('IDAT', deflateSync(Buffer.alloc(16_000 * 2_001)));
      const signature = (await plainPicture('png')).subarray(0, 8);
      const huge = Buffer.concat([signature, head, dots, pngChunk('IEND', '')]);
      expect(await sharp(huge, { limitInputPixels: false }).metadata()).toMatchObject({ width: 16_000 });
      expect(huge.length).toBeLessThan(300_000);
      expect(codeOf(await put(huge))).toBe('picture.too-wide');
      // One that says that it is small, and unfolds to more.
      const small = await plainPicture('png');
      const liar = Buffer.from(huge);
      small.copy(liar, 0, 0, 33);
      expect([200, 415]).toContain((await put(liar)).status);
      // Words that unfold to a hundred megabytes.
      const words = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(100_000_000))]);
      const telling = Buffer.concat([small.subarray(0, 33), pngChunk('zTXt', words), small.subarray(33)]);
      expect((await put(telling)).status).toBe(200);
    });

    it('a moving one stands still', async () => {
      const frames = Buffer.concat([Buffer.alloc(300, 10), Buffer.alloc(300, 250)]);
      const moving = await sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } })
        .webp({ loop: 0, delay: [100, 100] })
        .toBuffer();
      expect(moving.includes('ANMF')).toBe(true);
      const still = await kept(moving);
      expect(still.includes('ANMF')).toBe(false);
      expect(await sharp(still).metadata()).toMatchObject({ width: 10, height: 10 });
    });

    it('nothing else comes along or goes for one: drawings, documents, pages, archives', async () => {
      const png = await plainPicture('png');
      const drawing =
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
      const others = [
        drawing,
        `<?xml version="1.0"?>${drawing}`,
        '%PDF-1.7\n',
        '<!doctype html><script>1</script>',
        'GIF89a',
      ];
      const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
      for (const other of [
        ...others.map((each) => Buffer.from(each)),
        gif,
        Buffer.alloc(0),
        Buffer.alloc(90),
      ]) {
        for (const type of ['image/png', 'image/svg+xml', 'application/octet-stream']) {
          expect([codeOf(await put(other, type)), type]).toEqual(['picture.not-a-picture', type]);
        }
      }
      const page = Buffer.from('<script>alert(1)</script>');
      const both = Buffer.concat([
        png.subarray(0, 33),
        pngChunk('tEXt', page),
        png.subarray(33),
        Buffer.from('PK\x03\x04'),
      ]);
      const bytes = await kept(both);
      expect([bytes.includes('script'), bytes.includes('PK\x03\x04')]).toEqual([false, false]);
    });

    it('whatever is sent is a picture or is refused, and the house stands', async () => {
      const wholes = await Promise.all(formats.flatMap((each) => [plainPicture(each), tellingPicture(each)]));
      const broken = fc.tuple(
        fc.constantFrom(...wholes),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }),
      );
      await fc.assert(
        fc.asyncProperty(broken, async ([whole, changes]) => {
          const copy = Buffer.from(whole);
          for (const [at, value] of changes) copy[at % copy.length] = value;
          return [200, 415, 422].includes((await put(copy)).status);
        }),
        { numRuns: 80 },
      );
    });
  });

  it('one that is replaced is gone for everybody at once, and from the disk after a day', async () => {
    const store = rooms.app.get(FileStore);
    const { logoId } = (await put(await plainPicture('png'))).body;
    await put(await plainPicture('webp'));
    expect((await shown(logoId)).status).toBe(404);
    const sweep = () => rooms.app.get(FileSweep).sweep();
    await sweep();
    expect(await store.size(logoId)).not.toBeNull();
    rooms.clock.forward(day + 1);
    await sweep();
    expect(await store.size(logoId)).toBeNull();
  });

  it('at its address stands a logo that somebody has; another file of theirs is not for everybody', async () => {
    const { logoId } = (await put(await plainPicture('png'))).body;
    expect((await lin.get(`files/${logoId}`)).status).toBe(200);
    await rooms.database.query('UPDATE organisation SET logo_id = NULL WHERE id = $1', [organisation]);
    expect(codeOf(await rooms.nobody.get(`pictures/${logoId}`))).toBe('picture.not-found');
    expect((await lin.get(`files/${logoId}`)).status).toBe(200);
    expect((await rooms.nobody.get(`files/${logoId}`)).status).toBe(401);
    const hidden = await rooms.given.organisation({ listing: 'unlisted' });
    await rooms.database.query('UPDATE file SET owner_id = $2 WHERE id = $1', [logoId, hidden]);
    expect((await lin.get(`files/${logoId}`)).status).toBe(404);
    expect((await amara.get(`files/${logoId}`)).status).toBe(200);
  });

  it('ORG-18 the one that goes on takes over the logo if it has none, and a merged record keeps none', async () => {
    const logoOf = async (id: string) =>
      (await amara.get(`organisations/${id}`)).body.logoId as string | null;
    const merged = async (logos: readonly [boolean, boolean]) => {
      const [gone, goesOn] = [await rooms.given.organisation(), await rooms.given.organisation()];
      const ids: (string | null)[] = [];
      for (const [at, id] of [gone, goesOn].entries()) {
        const answer =
          logos[at] && (await put(await plainPicture('png'), 'image/png', amara, `organisations/${id}/logo`));
        ids.push(answer ? (answer.body.logoId as string) : null);
      }
      expect((await amara.post(`organisations/${gone}/merge`, { into: goesOn, reason: 'one' })).status).toBe(
        204,
      );
      return { ids, gone: await logoOf(gone), goesOn: await logoOf(goesOn) };
    };
    const takes = await merged([true, false]);
    expect([takes.gone, takes.goesOn]).toEqual([null, takes.ids[0]]);
    expect((await shown(takes.ids[0]!)).status).toBe(200);
    const keeps = await merged([true, true]);
    expect([keeps.gone, keeps.goesOn]).toEqual([null, keeps.ids[1]]);
    expect([(await shown(keeps.ids[0]!)).status, (await shown(keeps.ids[1]!)).status]).toEqual([404, 200]);
  });

  it('IDN-15 who leaves takes along what they put here, and is forgotten; the logo stays', async () => {
    const { given } = rooms;
    const one = await rooms.as(await given.person());
    const theirs = await given.organisation();
    await given.representative(one.personId, theirs, 'focal_point');
    const { logoId } = (
      await put(await plainPicture('png'), 'image/png', one, `organisations/${theirs}/logo`)
    ).body;
    expect((await one.get('me/export')).body.files).toMatchObject([
      {
        id: logoId,
        type: 'image/png',
        ownerKind: 'organisation',
        ownerId: theirs,
        at: `/api/files/${logoId}`,
      },
    ]);
    expect((await one.post('me/leaving', { password })).status).toBe(204);
    const rows = await rooms.database.query('SELECT put_by FROM file WHERE id = $1', [logoId]);
    expect(rows).toEqual([{ put_by: null }]);
    const days = await rooms.database.query('SELECT 1 FROM file_day WHERE person_id = $1', [one.personId]);
    expect(days).toEqual([]);
    expect((await shown(logoId)).status).toBe(200);
  });
});
