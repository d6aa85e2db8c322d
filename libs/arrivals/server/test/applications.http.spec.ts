import { newId } from '@plenary/ground/kernel';
import { Retention } from '@plenary/ground/server';
import { emailsTo, linkIn } from '@plenary/ground/testing';
import { usualConstituencies, usualRegions, type Term } from '@plenary/organisations/domain';
import { arrivalsHouse, startArrivals } from '@plenary/arrivals/testing';
import type { CoalitionUnderTest, Visitor } from '@plenary/organisations/testing';

describe('applications', () => {
  let rooms: CoalitionUnderTest;
  let places = 0;
  let amara: Visitor;
  let bruno: Visitor;
  let other: Visitor;
  beforeAll(async () => {
    rooms = await startArrivals({ ...arrivalsHouse, settings: { TRUSTED_PROXIES: 'loopback' } });
    await rooms.given.coalition('Open Harbours');
    const [first, second, third] = await rooms.given.people(3);
    for (const id of [first!, second!]) await rooms.given.role(id, 'coordinator');
    [amara, bruno, other] = [await rooms.as(first!), await rooms.as(second!), await rooms.as(third!)];
  });
  afterAll(() => rooms.close());

  const wanted = (more: object = {}) => ({
    ...{ name: 'Río Abierto', country: 'CO', region: 'latin-america-caribbean', constituency: 'women' },
    ...{ languages: ['es'], website: 'https://rio.example', description: { es: 'Acompañamos.' } },
    ...{
      applicantName: 'Lucía',
      applicantEmail: `${newId()}@new.example`,
      language: 'es',
      note: 'Queremos entrar.',
    },
    ...more,
  });
  async function applied(more: object = {}): Promise<{ id: string; email: string }> {
    const dto = wanted(more);
    // Each from a place of its own, since applications are counted by place.
    const place = { 'x-forwarded-for': `198.51.100.${++places}` };
    expect((await rooms.nobody.post('applications', dto, place)).status).toBe(204);
    const { secret, page } = linkIn((await emailsTo(rooms.database, dto.applicantEmail))[0]!);
    expect(page).toBe('/apply/confirm');
    expect((await rooms.nobody.post('applications/confirm', { secret })).status).toBe(204);
    expect((await rooms.nobody.post('applications/confirm', { secret })).status).toBe(410);
    const { body } = await amara.get('applications');
    const found = body.items.find(
      (each: { applicantEmail: string }) => each.applicantEmail === dto.applicantEmail,
    );
    return { id: found.organisation.id, email: dto.applicantEmail };
  }

  it('ORG-14 are told to the coordinators; one opinion each; and of the coalition’s own regions alone', async () => {
    await amara.patch('coalition', { applications: 'open', email: 'Hello@harbours.example' });
    const { id } = await applied();
    const [message] = await emailsTo(rooms.database, `${amara.personId}@people.example`);
    expect(message).toMatchObject({ subject: 'Río Abierto applies to join Open Harbours' });
    expect(message!.text).toContain('/organisations/applications');
    expect(message!.html).toContain('Open Harbours</p>');
    for (const opinion of ['against', 'for'] as const)
      await bruno.post(`applications/${id}/notes`, { text: `I am ${opinion}.`, opinion });
    const { items, total } = (await amara.get('applications')).body;
    expect(total).toBe(1);
    const [item] = items;
    expect(item.notes).toMatchObject([
      { text: 'I am against.', opinion: null },
      { text: 'I am for.', opinion: 'for' },
    ]);
    expect((await amara.put(`applications/${id}/decision`, { state: 'refused', reason: 'No.' })).status).toBe(
      204,
    );
    const but = (terms: readonly Term[], one: string) => terms.filter(({ key }) => key !== one);
    const own = { regions: but(usualRegions, 'asia'), constituencies: but(usualConstituencies, 'diaspora') };
    expect((await amara.patch('coalition', own)).body).toMatchObject(own);
    const refused = async (more: object) =>
      (await rooms.nobody.post('applications', wanted(more))).body.error.code;
    expect(await refused({ region: 'asia' })).toBe('coalition.region-unknown');
    expect(await refused({ constituency: 'diaspora' })).toBe('coalition.constituency-unknown');
    expect((await rooms.nobody.get('door')).body.coalition).toMatchObject({
      ...own,
      email: 'hello@harbours.example',
    });
    expect((await amara.patch('coalition', { email: 'nonsense' })).status).toBe(422);
    await amara.patch('coalition', { applications: 'closed', email: null });
  });

  it('ORG-14 are taken only while the coalition takes them, and bounded', async () => {
    expect((await rooms.nobody.post('applications', wanted())).body.error.code).toBe('application.closed');
    expect((await amara.patch('coalition', { applications: 'open' })).status).toBe(200);
    for (const wrong of [{ website: 'javascript:1' }, { note: 'x'.repeat(2_000) }, { state: 'active' }]) {
      expect((await rooms.nobody.post('applications', wanted(wrong))).status).toBe(400);
    }
    expect((await rooms.nobody.post('applications', wanted({ region: 'mars' }))).status).toBe(422);
    const email = `${newId()}@new.example`;
    const answers = [];
    for (let i = 0; i < 5; i++)
      answers.push(await rooms.nobody.post('applications', wanted({ applicantEmail: email })));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 429, 429]);
    expect((await amara.get('applications')).body).toMatchObject({ items: [], total: 0 });
  });

  it('ORG-14 are seen by coordinators alone, once the address is confirmed', async () => {
    const { id } = await applied({ name: 'Harbour of All' });
    expect((await other.get('applications')).status).toBe(403);
    expect((await other.get(`organisations/${id}`)).status).toBe(404);
    expect((await other.get('organisations')).body.items).toEqual([]);
    expect((await amara.get('organisations')).body.items).toEqual([]);
    expect((await other.post(`applications/${id}/notes`, { text: 'x' })).status).toBe(403);
    expect((await amara.put(`organisations/${id}/state`, { state: 'active', reason: '' })).status).toBe(409);
  });

  it('ORG-14 accepted, the applicant is invited as its focal point, in their language', async () => {
    const { id, email } = await applied();
    expect(
      (await amara.post(`applications/${id}/notes`, { text: 'Known to us.', opinion: 'for' })).status,
    ).toBe(204);
    const decision = { state: 'active', reason: '' };
    expect((await other.put(`applications/${id}/decision`, decision)).status).toBe(403);
    expect((await amara.put(`applications/${id}/decision`, decision)).status).toBe(204);
    expect((await amara.put(`applications/${id}/decision`, decision)).status).toBe(404);
    const message = (await emailsTo(rooms.database, email, 2)).at(-1)!;
    // Told that it was accepted, by whom, and until when the answer is awaited.
    expect(message.subject).toMatch(/^Open Harbours ha aceptado a /);
    expect(message.text).toMatch(/Person \d+ le invita a ser su punto focal/);
    expect(message.text).toMatch(/vale hasta el \d+ de \w+ de \d{4} a las \d\d:\d\d UTC/);
    const { secret } = linkIn(message);
    const password = 'una frase larga y tranquila';
    const joining = { secret, displayName: 'Lucía', password, language: 'es' };
    expect((await rooms.nobody.post('joining', joining)).body).toEqual({ next: 'sign-in' });
    const lucia = await rooms.visit(email, password);
    expect((await lucia.get('membership')).body.organisations).toMatchObject([{ id, role: 'focal_point' }]);
    const colleague = {
      role: 'member',
      language: 'es',
      mostUses: 1,
      days: 3,
      email: `${newId()}@new.example`,
    };
    expect((await lucia.post(`organisations/${id}/invitations`, colleague)).status).toBe(201);
  });

  it('ORG-14 refused, the applicant is told why', async () => {
    const { id, email } = await applied({ name: 'A company' });
    expect((await amara.put(`applications/${id}/decision`, { state: 'refused', reason: ' ' })).status).toBe(
      422,
    );
    const decision = { state: 'refused', reason: 'Only organisations of civil society.' };
    expect((await amara.put(`applications/${id}/decision`, decision)).status).toBe(204);
    expect((await emailsTo(rooms.database, email, 2)).at(-1)!.text).toContain(decision.reason);
    expect((await rooms.eventsOf(id)).at(-1)).toMatchObject({
      payload: { state: 'refused', before: 'applied', reason: decision.reason },
      actor_id: amara.personId,
    });
  });

  it('ORG-14 a second opinion is waited for where the coalition wants one; a name is taken once', async () => {
    await amara.patch('coalition', { secondOpinion: true });
    const { id } = await applied({ name: 'Two eyes more' });
    const decide = (by: Visitor) => by.put(`applications/${id}/decision`, { state: 'active', reason: '' });
    await amara.post(`applications/${id}/notes`, { text: '', opinion: 'for' });
    expect((await decide(amara)).body.error.code).toBe('application.second-opinion');
    await bruno.post(`applications/${id}/notes`, { text: 'I know them', opinion: 'for' });
    expect((await decide(amara)).status).toBe(204);
    await amara.patch('coalition', { secondOpinion: false });
    const again = await applied({ name: 'two  eyes more' });
    const { body } = await amara.get('applications');
    expect(
      body.items.find((each: { organisation: { id: string } }) => each.organisation.id === again.id),
    ).toMatchObject({
      nameTaken: true,
    });
    expect(
      (await amara.put(`applications/${again.id}/decision`, { state: 'active', reason: '' })).body.error.code,
    ).toBe('organisation.name-taken');
  });

  it('ORG-14 no second opinion is gone round by refusing first: who was refused is looked at again', async () => {
    await amara.patch('coalition', { secondOpinion: true });
    const { id, email } = await applied({ name: 'Round About' });
    const decide = (state: string) => amara.put(`applications/${id}/decision`, { state, reason: 'not yet' });
    const change = (state: string) => amara.put(`organisations/${id}/state`, { state, reason: 'they asked' });
    expect((await decide('refused')).status).toBe(204);
    expect((await change('active')).body.error.code).toBe('organisation.state-impossible');
    const many = { ids: [id], state: 'active', reason: '' };
    expect((await amara.put('organisations/states', many)).status).toBe(409);
    expect((await change('applied')).status).toBe(204);
    expect((await decide('active')).body.error.code).toBe('application.second-opinion');
    await bruno.post(`applications/${id}/notes`, { text: '', opinion: 'for' });
    expect((await decide('active')).status).toBe(204);
    const emails = await emailsTo(rooms.database, email, 3);
    expect(emails.map(({ subject }) => subject).at(-1)).toContain('ha aceptado a');
    await amara.patch('coalition', { secondOpinion: false });
  });

  it('ORG-10 without an application there is nothing to look at again', async () => {
    const id = await rooms.given.organisation({ state: 'refused' });
    const asked = await amara.put(`organisations/${id}/state`, { state: 'applied', reason: 'x' });
    expect(asked.body.error.code).toBe('organisation.state-impossible');
  });

  it('ORG-11 two of the coalition never have one name, by no way', async () => {
    const first = await applied({ name: 'Twice Named' });
    await amara.put(`applications/${first.id}/decision`, { state: 'refused', reason: 'x' });
    const second = await applied({ name: 'Twice Named' });
    const accept = (id: string) => amara.put(`applications/${id}/decision`, { state: 'active', reason: '' });
    expect((await accept(second.id)).status).toBe(204);
    await amara.put(`organisations/${first.id}/state`, { state: 'applied', reason: 'x' });
    expect((await accept(first.id)).body.error.code).toBe('organisation.name-taken');
  });

  it.each(['name', 'applicantName'])(
    'a link has no place in %s, which stands in an e-mail to anybody',
    async (field) => {
      for (const said of ['Visit https://evil.example', 'Casa WWW.evil.example']) {
        const { error } = (await rooms.nobody.post('applications', wanted({ [field]: said }))).body;
        expect(error).toMatchObject({ code: 'request.invalid', params: { field } });
      }
    },
  );

  it('ORG-14 a flood of applications is one e-mail an hour, and the queue has pages', async () => {
    const told = async () =>
      (await rooms.database.query(`SELECT count(*)::int AS n FROM mail WHERE subject ~ 'applies to join'`))[0]
        .n;
    const before = await told();
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.push((await applied({ name: `Flood ${n}` })).id);
    expect(await told()).toBe(before);
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const { body }: { body: { items: { organisation: { id: string } }[]; nextCursor: string | null } } =
        await amara.get(`applications?limit=1${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map(({ organisation }) => organisation.id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
    for (const id of ids) await amara.put(`applications/${id}/decision`, { state: 'refused', reason: 'x' });
  });

  it('ORG-28 an applicant who was refused is forgotten after a year, an invited one after half a year', async () => {
    const refused = await applied({ name: 'Long Refused' });
    const waiting = await applied({ name: 'Long Waiting' });
    await amara.put(`applications/${refused.id}/decision`, { state: 'refused', reason: 'x' });
    const id = await rooms.given.organisation();
    const email = 'never.came@people.example';
    const wanted = { email, role: 'member', language: 'en', mostUses: 1, days: 3 };
    await amara.post(`organisations/${id}/invitations`, wanted);
    await rooms.database.query(`UPDATE application SET confirmed_at = now() - interval '366 days'`);
    await rooms.database.query(
      `UPDATE invitation SET expires_at = now() - interval '181 days' WHERE email = $1`,
      [email],
    );
    await rooms.app.get(Retention).sweep();
    const addresses = await rooms.database.query(
      'SELECT applicant_email AS email FROM application WHERE organisation_id = ANY($1) ORDER BY applicant_email',
      [[refused.id, waiting.id]],
    );
    expect(addresses.map((each: { email: string }) => each.email === '')).toEqual([true, false]);
    const [line] = (await amara.get(`organisations/${id}/invitations`)).body.items;
    expect(line).toMatchObject({ email: null, state: 'revoked' });
    await amara.put(`applications/${waiting.id}/decision`, { state: 'refused', reason: 'x' });
  });

  it('ORG-14 who is a coordinator no more has no say', async () => {
    await amara.patch('coalition', { secondOpinion: true });
    const former = await rooms.given.person();
    await rooms.given.role(former, 'coordinator');
    const { id } = await applied({ name: 'Second Thoughts' });
    await (await rooms.as(former)).post(`applications/${id}/notes`, { text: 'x', opinion: 'for' });
    await amara.delete(`people/${former}/roles/coordinator`);
    const decide = () => amara.put(`applications/${id}/decision`, { state: 'active', reason: '' });
    expect((await decide()).body.error.code).toBe('application.second-opinion');
    await amara.patch('coalition', { secondOpinion: false });
    expect((await decide()).status).toBe(204);
  });

  it.each([0, false, 'javascript:alert(1)'])('a website that is none (%j) is refused', async (website) => {
    const row = { name: 'W', country: 'CO', region: 'africa', constituency: 'women', languages: [], website };
    expect((await amara.post('organisations', row)).body.error).toMatchObject({
      params: { field: 'website' },
    });
  });

  it('ORG-11 a stranger’s application keeps no name from the coordinators', async () => {
    const { id } = await applied({ name: 'Squatted Name' });
    const row = {
      name: 'Squatted Name',
      country: 'KE',
      region: 'africa',
      constituency: 'women',
      languages: [],
    };
    expect((await amara.post('organisations', row)).status).toBe(201);
    const decision = { state: 'active', reason: '' };
    expect((await amara.put(`applications/${id}/decision`, decision)).body.error.code).toBe(
      'organisation.name-taken',
    );
  });
});
