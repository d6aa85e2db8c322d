import { Hold, emailsTo, linkIn } from '@plenary/ground/testing';
import { startArrivals } from '@plenary/arrivals/testing';
import type { CoalitionUnderTest, Visitor } from '@plenary/organisations/testing';

const password = 'resist-reclaim-realise';
const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code;

describe('taking one’s data along, and leaving', () => {
  let rooms: CoalitionUnderTest;
  let amara: Visitor;
  let mateo: Visitor;
  let organisation: string;

  beforeAll(async () => {
    rooms = await startArrivals();
    const { given } = rooms;
    await given.coalition();
    const [coordinator, focal] = await given.people(2);
    await given.role(coordinator!, 'coordinator');
    organisation = await given.organisation({ name: 'Sea Bridge' });
    await given.representative(focal!, organisation, 'focal_point');
    [amara, mateo] = [await rooms.as(coordinator!), await rooms.as(focal!)];
  });
  afterAll(() => rooms.close());

  it('IDN-15 takes along what is known of oneself, and leaves: access ends, names go, the record stays', async () => {
    const person = await rooms.as(await rooms.given.person('Noor Haddad'));
    await rooms.given.representative(person.personId, organisation, 'representative');
    await mateo.post(`organisations/${organisation}/mandates`, {
      personId: person.personId,
      kind: 'sign',
      alternate: false,
    });
    await person.patch('me', { fullName: 'Noor al-Haddad', timeZone: 'Asia/Amman', languages: ['ar', 'en'] });
    const { body } = await person.get('me/export');
    expect(body.account).toMatchObject({ displayName: 'Noor Haddad', fullName: 'Noor al-Haddad' });
    expect(body.organisations.actsFor).toMatchObject([
      { organisation: 'Sea Bridge', role: 'representative' },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/argon2|secretHash|passwordHash/);
    expect(body.acts.length).toBeGreaterThan(0);
    expect(codeOf(await person.post('me/leaving', { password: 'not the password' }))).toBe('password.wrong');
    expect((await person.post('me/leaving', { password })).status).toBe(204);
    expect((await person.get('me')).status).toBe(401);
    const seen = (await amara.get(`people/${person.personId}`)).body;
    expect(seen).toMatchObject({ name: 'Former member', fullName: null, organisations: [] });
    expect((await amara.get('people?query=noor')).body.items).toEqual([]);
    const tables: { table_name: string }[] = await rooms.database.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()`,
    );
    for (const { table_name: table } of tables.filter(({ table_name }) => table_name !== 'mail')) {
      const rows = JSON.stringify(await rooms.database.query(`SELECT * FROM ${table}`));
      const named = ['Noor', 'Haddad', `${person.personId}@people.example`].filter((each) =>
        rows.includes(each),
      );
      expect([table, named]).toEqual([table, []]);
    }
    expect(codeOf(await amara.post('me/leaving', { password }))).toBe('coalition.last-coordinator');
    expect((await amara.get('me')).status).toBe(200);
  });

  it('IDN-15 invitations and applications go along, and keep neither address nor name of who has left', async () => {
    const email = 'erase.me@people.example';
    const invited = { email, role: 'member', language: 'en', mostUses: 1, days: 30 };
    await mateo.post(`organisations/${organisation}/invitations`, invited);
    const { secret } = linkIn((await emailsTo(rooms.database, email))[0]!);
    const come = { secret, displayName: 'Erase Me', password, language: 'en' };
    expect((await rooms.nobody.post('joining', come)).body).toEqual({ next: 'sign-in' });
    // One that is still open, one application that is confirmed, and one that is not.
    await mateo.post(`organisations/${organisation}/invitations`, { ...invited, role: 'representative' });
    const open = linkIn((await emailsTo(rooms.database, email, 2)).at(-1)!).secret;
    await amara.patch('coalition', { applications: 'open' });
    const apply = (name: string) =>
      rooms.nobody.post('applications', {
        ...{ name, country: 'CO', region: 'asia', constituency: 'women', languages: ['es'] },
        ...{ applicantName: 'Erase Me', applicantEmail: email, language: 'en', note: '' },
      });
    await apply('Erased Network');
    const message = linkIn((await emailsTo(rooms.database, email, 3)).at(-1)!);
    expect((await rooms.nobody.post('applications/confirm', { secret: message.secret })).status).toBe(204);
    await apply('Never Confirmed');

    const person = await rooms.visit(email, password);
    const { arrivals } = (await person.get('me/export')).body;
    expect(arrivals).toMatchObject({
      invitations: [
        { email, role: 'member', uses: 1 },
        { email, role: 'representative', uses: 0 },
      ],
      applications: [{ applicantEmail: email, applicantName: 'Erase Me' }],
    });
    expect(JSON.stringify(arrivals)).not.toMatch(/secret/i);

    expect((await person.post('me/leaving', { password })).status).toBe(204);
    for (const table of ['invitation', 'application', 'secret_link', 'saved_list']) {
      const rows = JSON.stringify(await rooms.database.query(`SELECT * FROM ${table}`));
      expect([table, rows.includes(email), rows.includes('Erase Me')]).toEqual([table, false, false]);
    }
    // An e-mail that lies in the mailbox lets in nobody.
    expect((await mateo.post('joining/accept', { secret: open })).status).toBe(410);
    const [{ id }] = await rooms.database.query(`SELECT id FROM organisation WHERE name = 'Erased Network'`);
    const decision = { state: 'active', reason: '' };
    expect((await amara.put(`applications/${id}/decision`, decision)).status).toBe(204);
    const all = await rooms.database.query(`SELECT 1 FROM invitation WHERE organisation_id = $1`, [id]);
    expect(all).toEqual([]);
  });

  it.each(['leaves first', 'is merged first'])(
    'IDN-15 who leaves while their organisation is merged acts for nobody afterwards: %s',
    async (order) => {
      const { given } = rooms;
      const [gone, kept] = [await given.organisation(), await given.organisation()];
      const person = await rooms.as(await given.person());
      await given.representative(person.personId, gone, 'member');
      const mandates = await Hold.of(rooms.database, 'LOCK TABLE mandate IN ACCESS EXCLUSIVE MODE');
      const leave = () => person.post('me/leaving', { password });
      const merge = () => amara.post(`organisations/${gone}/merge`, { into: kept, reason: 'x' });
      const first = order === 'leaves first' ? leave() : merge();
      await mandates.waiting(1);
      const second = order === 'leaves first' ? merge() : leave();
      await mandates.waiting(2);
      await mandates.release();
      expect([(await first).status, (await second).status]).toEqual([204, 204]);
      const rows = await rooms.database.query('SELECT 1 FROM representative WHERE person_id = $1', [
        person.personId,
      ]);
      expect(rows).toEqual([]);
    },
  );
});
