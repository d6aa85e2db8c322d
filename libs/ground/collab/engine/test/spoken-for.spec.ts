import * as Y from 'yjs';
import type { JournalEntry } from '../ports.js';
import { House, type Writer } from './house.js';

describe('SYNC-16 for which organisation words are recorded', () => {
  let house: House;
  let noor: Writer;
  let rows: JournalEntry[];

  beforeEach(async () => {
    house = new House();
    rows = [];
    const append = house.store.append.bind(house.store);
    jest.spyOn(house.store, 'append').mockImplementation((name, epoch, entries) => {
      rows.push(...entries);
      return append(name, epoch, entries);
    });
    noor = await house.writer('noor');
    noor.actor = { ...noor.actor, organisationId: 'sea' };
    const { clientIds } = await noor.join({ writesFor: null });
    noor.doc.clientID = clientIds[0]!;
    house.organisations.add('sea').add('quay');
  });
  afterEach(() => house.engine.stop());

  const recorded = () => rows.map(({ author }) => author?.organisationId);
  const speakFor = (organisationId: string | null) => {
    noor.actor = { ...noor.actor, organisationId };
  };

  it('is the one for which the client id was given, whatever is chosen until they are sent', async () => {
    noor.type('at sea');
    speakFor('quay');
    await noor.push();
    expect(recorded()).toEqual(['sea']);
  });

  it('is the other one from the next id on, of which the answer brings one unasked', async () => {
    speakFor('quay');
    const answer = await noor.join({ clientIds: 0, writesFor: 'sea' });
    expect(answer).toMatchObject({ organisationId: 'quay', clientIds: [expect.any(Number)] });
    noor.type('at the quay');
    await noor.push();
    expect(recorded()).toEqual(['quay']);
    // Nothing is given to who has ids for it, or whose app does not know of this.
    expect((await noor.join({ clientIds: 0, writesFor: 'quay' })).clientIds).toEqual([]);
    expect((await noor.join({ clientIds: 0 })).clientIds).toEqual([]);
  });

  it('is not one for which the person no longer acts: nobody goes on writing in its name', async () => {
    noor.type('at sea');
    speakFor('quay');
    house.organisations.delete('sea');
    await noor.push();
    expect(recorded()).toEqual(['quay']);
  });

  it('of a deletion alone is the one that the person speaks for', async () => {
    noor.type('gone');
    await noor.push();
    speakFor('quay');
    noor.flat.act((edit, paragraphs) => edit.delete(paragraphs.at(-1)!, 0, 1));
    const update = noor.written();
    expect(Y.decodeUpdate(update).structs).toEqual([]);
    await noor.push(update);
    expect(recorded()).toEqual(['sea', 'quay']);
  });

  it('may be written down only when that can be asked: until then the words wait', async () => {
    noor.type('at sea');
    speakFor('quay');
    const has = jest.spyOn(house.organisations, 'has').mockImplementation(() => {
      throw new Error('the database is away');
    });
    const update = noor.written();
    await expect(noor.push(update)).rejects.toMatchObject({ code: 'document.not-saved' });
    has.mockRestore();
    await noor.push(update);
    expect(recorded()).toEqual(['sea']);
  });
});
