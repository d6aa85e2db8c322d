import { SetupService } from '../coalition/setup.service.js';
import { usualConstituencies, usualRegions } from '@plenary/organisations/domain';
import { startCoalition, type CoalitionUnderTest } from '@plenary/organisations/testing';

const women = usualConstituencies.filter(({ key }) => key === 'women');
const password = 'a long and quiet sentence';

describe('setting up a coalition', () => {
  let rooms: CoalitionUnderTest;
  beforeAll(async () => void (rooms = await startCoalition()));
  afterAll(() => rooms.close());

  const wanted = (code: string, more: object = {}) => ({
    code,
    coalition: {
      ...{
        name: 'Open Harbours',
        languages: ['en', 'fr'],
        colour: '#1f5c4d',
        regions: [],
        constituencies: ['women'],
      },
      ...more,
    },
    coordinator: { displayName: 'Nadia', email: 'Nadia@Example.org', password, language: 'fr' },
  });

  it('ORG-12 takes the code of the terminal, once, and makes its first coordinator', async () => {
    const setup = rooms.app.get(SetupService);
    expect((await rooms.nobody.get('door')).body).toEqual({ coalition: null, emails: 'waiting' });
    expect((await rooms.nobody.post('set-up', wanted('x'.repeat(43)))).body.error.code).toBe(
      'coalition.code-wrong',
    );
    const [first, second] = [(await setup.code())!, (await setup.code())!];
    expect((await rooms.nobody.post('set-up', wanted(first, { name: ' ' }))).status).toBe(422);
    expect((await rooms.nobody.post('set-up', wanted(first, { colour: 'red' }))).status).toBe(400);
    const both = await Promise.all([first, second].map((code) => rooms.nobody.post('set-up', wanted(code))));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await setup.code()).toBeNull();
    const nadia = await rooms.visit('nadia@example.org', password);
    expect((await nadia.get('membership')).body.coalitionRoles).toEqual(['coordinator']);
    expect((await nadia.get('coalition')).body).toMatchObject({
      ...{ name: 'Open Harbours', isDemo: false, constituencies: women, applications: 'closed' },
      // What its groups work on, nobody knows beforehand.
      themes: [],
    });
    expect((await rooms.nobody.get('door')).body.coalition).toEqual({
      ...{ name: 'Open Harbours', languages: ['en', 'fr'], colour: '#1f5c4d', isDemo: false },
      ...{ applications: 'closed', regions: usualRegions, constituencies: women, email: null },
      logoId: null,
    });
  });

  it('is changed afterwards by coordinators alone', async () => {
    const nadia = await rooms.visit('nadia@example.org', password);
    const other = await rooms.as(await rooms.given.person());
    expect((await other.patch('coalition', { name: 'Mine' })).status).toBe(403);
    expect((await nadia.patch('coalition', { applications: 'open' })).body.applications).toBe('open');
    expect((await nadia.patch('coalition', { isDemo: true })).status).toBe(400);
  });

  it('an installation stays what it was begun as', async () => {
    const setup = rooms.app.get(SetupService);
    expect(await setup.begin('empty')).toBe('empty');
    expect(await setup.begin('demo')).toBe('empty');
  });
});
