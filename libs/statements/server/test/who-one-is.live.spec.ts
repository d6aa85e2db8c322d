import { Secret, TOTP } from 'otpauth';
import type { DocumentProvider } from '@plenary/ground/collab/client';
import type { Visitor } from '@plenary/organisations/testing';
import { documentOf } from '@plenary/statements/domain';
import { startStatements, type StatementsUnderTest } from '@plenary/statements/testing';
import { LiveTexts, within, write } from './live-texts.js';

const password = 'resist-reclaim-realise';
/** A line that is cut comes again after a moment. Milliseconds. */
const back = 8_000;

describe('who one is on an open socket', () => {
  let rooms: StatementsUnderTest;
  let texts: LiveTexts;
  let amara: Visitor;

  beforeAll(async () => {
    rooms = await startStatements();
    texts = new LiveTexts(rooms);
    await rooms.given.coalition();
    const id = await rooms.given.person();
    await rooms.given.role(id, 'coordinator');
    amara = await rooms.as(id);
  });
  afterAll(async () => {
    texts.close();
    await rooms.close();
  });

  const open = (right: 'edit' | 'read') =>
    rooms.given.statement({ grants: [{ subjectKind: 'everyone', right }] });

  /** Somebody who speaks for the first of two organisations. */
  async function ofTwo() {
    const [first, second] = [await rooms.given.organisation(), await rooms.given.organisation()];
    const id = await rooms.given.person();
    await rooms.given.representative(id, first, 'focal_point');
    await rooms.given.representative(id, second, 'member');
    return { id, first, second };
  }

  const shownBeside = (provider: DocumentProvider, id: string) =>
    provider.people.find((each) => each.personId === id)?.organisation;

  const lastAuthor = async (statement: string, id: string): Promise<string | null> => {
    const [row] = await rooms.database.query(
      'SELECT organisation_id FROM collab_update WHERE document_id = $1 AND person_id = $2 ORDER BY seq DESC',
      [documentOf(statement), id],
    );
    return row?.organisation_id ?? null;
  };

  /** Nothing that was written meanwhile is lost; what is written once the line is back is the other one's. */
  async function writesFor(provider: DocumentProvider, statement: string, id: string, organisation: string) {
    const [{ name }] = await rooms.database.query('SELECT name FROM organisation WHERE id = $1', [
      organisation,
    ]);
    expect(await within(back, () => shownBeside(provider, id) === name)).toBe(true);
    write(provider, ' after');
    await provider.saved();
    expect(await lastAuthor(statement, id)).toBe(organisation);
    expect((await amara.get(`statements/${statement}/text`)).body).toMatch(/ meanwhile.* after/);
  }

  it('IDN-15 takes along the own words out of a text, and nobody else’s', async () => {
    const statement = await open('edit');
    const [{ id }, { id: other }] = [await ofTwo(), await ofTwo()];
    const [mine, theirs] = [await texts.open(id, statement), await texts.open(other, statement)];
    await Promise.all([mine.synced(), theirs.synced()]);
    write(mine, 'These are mine.');
    await mine.saved();
    write(theirs, ' A marker of theirs.');
    await theirs.saved();
    const { statements } = (await (await rooms.as(id)).get('me/export')).body;
    expect(statements.wroteIn).toMatchObject([{ id: statement, began: false, words: ['These are mine.'] }]);
    expect(JSON.stringify(statements)).not.toContain('marker');
  });

  it('ORG-2 who was taken out of an organisation writes for the other one, and loses nothing', async () => {
    const statement = await open('edit');
    const { id, first, second } = await ofTwo();
    const provider = await texts.open(id, statement);
    await provider.synced();
    const gone = amara.delete(`organisations/${first}/people/${id}`);
    write(provider, ' meanwhile');
    expect((await gone).status).toBe(204);
    await writesFor(provider, statement, id, second);
  });

  it('SYNC-16 words written while offline stay for whom one spoke then, whatever was chosen meanwhile', async () => {
    const statement = await open('edit');
    const { id, first, second } = await ofTwo();
    const visitor = await rooms.as(id);
    const provider = await texts.open(id, statement);
    await provider.synced();
    expect((await visitor.put('membership/speaks-for', { organisationId: first })).status).toBeLessThan(300);
    const online = texts.offline(provider);
    write(provider, ' meanwhile');
    expect((await visitor.put('membership/speaks-for', { organisationId: second })).status).toBeLessThan(300);
    online();
    await provider.saved();
    expect(await lastAuthor(statement, id)).toBe(first);
    await writesFor(provider, statement, id, second);
  });

  it('ORG-2 nor does anybody write for an organisation that was suspended', async () => {
    const statement = await open('edit');
    const { id, first, second } = await ofTwo();
    const provider = await texts.open(id, statement);
    await provider.synced();
    const suspended = amara.put(`organisations/${first}/state`, { state: 'suspended', reason: 'x' });
    write(provider, ' meanwhile');
    expect((await suspended).status).toBe(204);
    await writesFor(provider, statement, id, second);
  });

  it('ORG-18 whoever acts for an organisation that is merged writes for the one that goes on', async () => {
    const statement = await open('edit');
    const [gone, kept] = [await rooms.given.organisation(), await rooms.given.organisation()];
    const id = await rooms.given.person();
    await rooms.given.representative(id, gone, 'member');
    const provider = await texts.open(id, statement);
    await provider.synced();
    write(provider, ' meanwhile');
    expect((await amara.post(`organisations/${gone}/merge`, { into: kept, reason: 'x' })).status).toBe(204);
    await writesFor(provider, statement, id, kept);
  });

  it('ORG-3 one that is taken off the list, or has another name, is shown so beside every caret', async () => {
    const statement = await open('read');
    const organisation = await rooms.given.organisation({ name: 'In Danger' });
    const [one, two] = await rooms.given.people(2);
    await rooms.given.representative(one!, organisation, 'member');
    for (const id of [one!, two!]) await rooms.given.role(id, 'observer');
    const mine = await texts.open(one!, statement);
    const other = await texts.open(two!, statement);
    await Promise.all([mine.synced(), other.synced()]);
    const shows = (name: string | null) => within(back, () => shownBeside(other, one!) === name);
    expect(await shows('In Danger')).toBe(true);
    await amara.patch(`organisations/${organisation}`, { name: 'Safe' });
    expect(await shows('Safe')).toBe(true);
    await amara.patch(`organisations/${organisation}`, { listing: 'unlisted' });
    // On the wire, too, it looks as if they spoke for none.
    expect(await shows(null)).toBe(true);
    expect(shownBeside(other, two!)).toBeNull();
  });

  /** Out of the text: what is written from now on reaches nobody. */
  async function isOut(person: Visitor, provider: DocumentProvider, statement: string, word: string) {
    const refused = async () => (await person.get('organisations')).status === 403;
    expect(await within(2_000, refused)).toBe(true);
    expect(await within(2_000, () => provider.status.connection !== 'online')).toBe(true);
    const refusal = texts.refused(provider);
    write(provider, ` ${word}`);
    await refusal;
    expect((await amara.get(`statements/${statement}/text`)).body).not.toContain(word);
  }

  it('ORG-16 who becomes a focal point where those need a second factor is out without one', async () => {
    await amara.patch('coalition', { secondFactorRoles: ['focal_point'] });
    const statement = await open('edit');
    const organisation = await rooms.given.organisation();
    const person = await rooms.as(await rooms.given.person());
    await rooms.given.representative(person.personId, organisation, 'member');
    const provider = await texts.open(person.personId, statement);
    await provider.synced();
    await amara.put(`organisations/${organisation}/people/${person.personId}`, { role: 'focal_point' });
    await isOut(person, provider, statement, 'smuggledA');
    await amara.patch('coalition', { secondFactorRoles: [] });
  });

  it('ORG-16 who takes the second factor away is out, with a key for scripts, too', async () => {
    const statement = await open('edit');
    const person = await rooms.as(await rooms.given.person());
    await rooms.given.role(person.personId, 'penholder');
    const { body } = await person.post('me/authenticator', { password });
    const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate();
    await person.put('me/authenticator', { code });
    await amara.patch('coalition', { secondFactorRoles: ['penholder'] });
    const made = await person.post('me/tokens', {
      name: 'x',
      scope: 'write',
      expiresInDays: 1,
      password: 'resist-reclaim-realise',
    });
    const provider = await texts.openBy(made.body.token as string, statement);
    await provider.synced();
    expect((await person.post('me/authenticator/removal', { password })).status).toBe(204);
    await isOut(person, provider, statement, 'smuggledB');
    await amara.patch('coalition', { secondFactorRoles: [] });
  });
});
