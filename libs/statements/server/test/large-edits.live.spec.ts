import type { Visitor } from '@plenary/organisations/testing';
import { startStatements, type StatementsUnderTest } from '@plenary/statements/testing';
import { LiveTexts, write } from './live-texts.js';

/** As a dropped file, or what a script writes at once. */
const large = 'All of a library. '.repeat(140_000);

describe('SYNC-15 an edit that is larger than the server takes', () => {
  let rooms: StatementsUnderTest;
  let texts: LiveTexts;
  let visitor: Visitor;

  beforeAll(async () => {
    rooms = await startStatements();
    texts = new LiveTexts(rooms);
    const id = await rooms.given.person();
    await rooms.given.role(id, 'coordinator');
    visitor = await rooms.as(id);
  });
  afterAll(async () => {
    texts.close();
    await rooms.close();
  });

  it('is set aside with its words and told; what was written before is saved, and what comes after, too', async () => {
    const statement = await rooms.given.statement({ paragraphs: [{ text: 'We ask' }] });
    const provider = await texts.open(visitor.personId, statement);
    await provider.synced();
    write(provider, ' for routes');
    write(provider, large);
    await expect(provider.saved()).rejects.toMatchObject({ code: 'document.too-large' });
    expect(provider.status.refusal).toMatchObject({ code: 'document.too-large' });
    expect(provider.status.refusal!.text).toContain(large.trim());
    await provider.synced();
    provider.forgetRefusal();
    write(provider, ' that are safe');
    await provider.saved();
    expect(provider.status).toMatchObject({ pending: 0, saving: 'saved', refusal: null });
    const { body } = await visitor.get(`statements/${statement}/text`);
    expect(body).toContain('We ask for routes that are safe');
    expect(body).not.toContain('library');
  });
});
