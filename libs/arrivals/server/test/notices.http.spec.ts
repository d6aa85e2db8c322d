import { emailsTo } from '@plenary/ground/testing';
import { startArrivals } from '@plenary/arrivals/testing';
import type { CoalitionUnderTest, Visitor } from '@plenary/organisations/testing';

describe('what happens to an organisation is told to its people', () => {
  let rooms: CoalitionUnderTest;
  let amara: Visitor;
  let sunita: Visitor;
  let tomas: Visitor;
  let red: string;

  beforeAll(async () => {
    rooms = await startArrivals();
    const { given } = rooms;
    await given.coalition('Open Harbours');
    const [one, two, three] = [
      await given.person('Amara Diop'),
      await given.person('Sunita Rai'),
      await given.person('Tomás Vega'),
    ];
    await given.role(one, 'coordinator');
    red = await given.organisation({ name: 'Red Selva Abierta', listing: 'unlisted' });
    await given.representative(two, red, 'focal_point');
    await given.representative(three, red, 'member');
    [amara, sunita, tomas] = [await rooms.as(one), await rooms.as(two), await rooms.as(three)];
  });
  afterAll(() => rooms.close());

  const addressOf = ({ personId }: { personId: string }) => `${personId}@people.example`;
  const subjects = async (person: { personId: string }) =>
    (await emailsTo(rooms.database, addressOf(person), 0)).map(({ subject }) => subject);
  const forgetEmails = () => rooms.database.query('DELETE FROM mail');

  it('ORG-24 a suspension and its end, with the reason; and the person sees why', async () => {
    const path = `organisations/${red}/state`;
    expect((await amara.put(path, { state: 'suspended', reason: 'The fee of 2025 is open.' })).status).toBe(
      204,
    );
    for (const person of [sunita, tomas]) {
      const [message] = await emailsTo(rooms.database, addressOf(person));
      expect(message!.subject).toBe('Red Selva Abierta is suspended in Open Harbours');
      expect(message!.text).toContain('Amara Diop');
      expect(message!.text).toContain('The fee of 2025 is open.');
    }
    expect(await subjects(amara)).toEqual([]);
    expect((await tomas.get('membership')).body).toMatchObject({
      organisations: [],
      actingFor: null,
      inactive: [{ name: 'Red Selva Abierta', state: 'suspended', reason: 'The fee of 2025 is open.' }],
    });
    expect((await sunita.get(`organisations/${red}/history`)).status).toBe(404);

    expect((await amara.put(path, { state: 'active', reason: '' })).status).toBe(204);
    expect(await subjects(tomas)).toContain('The suspension of Red Selva Abierta has ended');
    const [, ended] = await emailsTo(rooms.database, addressOf(tomas), 2);
    expect(ended!.text).not.toContain('reason');
    expect((await tomas.get('membership')).body.inactive).toEqual([]);
    const { body } = await sunita.get(`organisations/${red}/history`);
    expect(body.items).toMatchObject([
      { state: 'active', before: 'suspended', by: 'Amara Diop', reason: null },
      { state: 'suspended', before: 'active', by: 'Amara Diop', reason: 'The fee of 2025 is open.' },
    ]);
    expect((await tomas.get(`organisations/${red}/history`)).status).toBe(403);
  });

  it('ORG-24 of many at once with a fixed number of queries', async () => {
    const [first, second] = [await rooms.given.organisation(), await rooms.given.organisation()];
    const person = { personId: await rooms.given.person() };
    for (const id of [first, second]) await rooms.given.representative(person.personId, id, 'member');
    const act = { ids: [first, second], state: 'left', reason: 'They told us.' };
    expect((await amara.put('organisations/states', act)).body.changed).toHaveLength(2);
    expect(await subjects(person)).toHaveLength(2);
    expect((await amara.put('organisations/states', act)).body.changed).toEqual([]);
    expect(await subjects(person)).toHaveLength(2);
  });

  it('ORG-24 a merge, to those who acted for the one that goes on', async () => {
    const kept = await rooms.given.organisation({ name: 'Red Selva' });
    const gone = await rooms.given.organisation({ name: 'Red Selva (old)' });
    const person = { personId: await rooms.given.person() };
    await rooms.given.representative(person.personId, gone, 'member');
    await rooms.given.representative(sunita.personId, kept, 'member');
    const before = await subjects(sunita);
    expect(
      (await amara.post(`organisations/${gone}/merge`, { into: kept, reason: 'One and the same.' })).status,
    ).toBe(204);
    expect(await subjects(person)).toEqual(['Red Selva (old) goes on as Red Selva']);
    expect(await subjects(sunita)).toEqual(before);
    expect((await amara.get(`organisations/${gone}`)).body).toMatchObject({ mergedIntoName: 'Red Selva' });
  });

  it('ORG-24 who joins, changes, is removed and leaves, to focal points and the person', async () => {
    await forgetEmails();
    const people = `organisations/${red}/people`;
    await amara.put(`${people}/${tomas.personId}`, { role: 'representative' });
    expect(await subjects(tomas)).toEqual(['Your role in Red Selva Abierta has changed']);
    expect(await subjects(sunita)).toEqual(['Tomás Vega has another role in Red Selva Abierta']);
    await sunita.delete(`${people}/${tomas.personId}`);
    expect(await subjects(tomas)).toContain('You no longer act for Red Selva Abierta');
    expect(await subjects(sunita)).toHaveLength(1);

    const made = await sunita.post(`organisations/${red}/invitations`, {
      ...{ role: 'member', mostUses: 3, days: 3, language: 'en' },
    });
    const secret = made.body.url.split('#')[1] as string;
    expect((await tomas.post('joining/accept', { secret })).status).toBe(200);
    expect(await subjects(sunita)).toContain('Tomás Vega now acts for Red Selva Abierta');
    await tomas.delete(`${people}/${tomas.personId}`);
    expect(await subjects(sunita)).toContain('Tomás Vega has left Red Selva Abierta');
    expect(await subjects(tomas)).toHaveLength(2);
  });

  it('ORG-2 a further invitation never changes for whom somebody speaks', async () => {
    const first = await rooms.given.organisation({ name: 'First' });
    const lin = await rooms.as(await rooms.given.person('Lin'));
    await rooms.given.representative(lin.personId, first, 'member');
    const made = await sunita.post(`organisations/${red}/invitations`, {
      ...{ role: 'focal_point', mostUses: 3, days: 3, language: 'en' },
    });
    await lin.post('joining/accept', { secret: made.body.url.split('#')[1] });
    expect((await lin.get('membership')).body).toMatchObject({
      actingFor: { name: 'First' },
      organisations: expect.arrayContaining([expect.objectContaining({ name: 'Red Selva Abierta' })]),
    });
  });
});
