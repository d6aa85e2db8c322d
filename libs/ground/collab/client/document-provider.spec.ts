import type { Presence } from '@plenary/ground/collab/protocol';
import { stopwatch } from '@plenary/ground/kernel';
import { firstUpdate, rootsOf, textModel } from '@plenary/ground/text';
import { MemoryStore } from './memory-store.js';
import { joinAnswer, ScriptedServer } from './test/scripted-server.js';

const document = 'statement:one';
const rules = { version: 2, attributes: {}, usual: {}, embeds: {}, formats: {} };
const update = firstUpdate([{ attributes: {}, content: [{ text: 'said' }] }], rules, 5);

/** Lets everything run that waits for nothing but its turn. */
const turns = async () => {
  for (let i = 0; i < 20; i++) await new Promise((later) => setImmediate(later));
};

describe('SYNC-24 a page that meets a server of another model', () => {
  async function withCopy() {
    const server = new ScriptedServer();
    const store = new MemoryStore();
    server.script = ({ name }) => (name === 'document:join' ? joinAnswer(document, { update }) : { seq: 1 });
    const before = await server.open(document, store);
    await before.synced();
    server.script = ({ name }) => (name === 'document:join' ? joinAnswer(document) : 'document.not-saved');
    rootsOf(before.doc).blocks.set('y5.0/style', 'unsent');
    await turns();
    before.close();
    await turns();
    return { store, server: new ScriptedServer() };
  }

  it('keeps copy and words, says that it must be loaded anew, and tries again slowly', async () => {
    const { store, server } = await withCopy();
    server.script = () => 'document.schema-outdated';
    const provider = await server.open(document, store);
    await turns();
    expect(provider.status).toMatchObject({ reloadNeeded: true, loaded: true, writable: false, pending: 1 });
    expect([provider.status.closed, provider.status.refusal, provider.generation]).toEqual([null, null, 0]);
    expect(server.of('document:join')).toMatchObject([{ model: textModel, epoch: 2 }]);
    server.clock.advance(29_000);
    await turns();
    expect(server.of('document:join')).toHaveLength(1);
    server.clock.advance(2_000);
    await turns();
    expect(server.of('document:join')).toHaveLength(2);
    expect(server.of('document:push')).toEqual([]);
    const { updates } = await store.load(document);
    expect(updates.map(({ pending }) => pending)).toContain(true);
    provider.close();
  });

  it('goes on as if nothing had been once the server is of its model again', async () => {
    const { store, server } = await withCopy();
    server.script = () => 'document.schema-outdated';
    const provider = await server.open(document, store);
    await turns();
    server.script = ({ name }) => (name === 'document:join' ? joinAnswer(document) : { seq: 2 });
    server.clock.advance(31_000);
    await turns();
    server.clock.advance(1_000);
    await provider.saved();
    expect(provider.status).toMatchObject({ reloadNeeded: false, writable: true, pending: 0 });
    expect(server.of('document:push')).toHaveLength(1);
    provider.close();
  });

  it('is told so by a push as well: the server was replaced while the page was open', async () => {
    const server = new ScriptedServer();
    const store = new MemoryStore();
    const provider = await server.open(document, store);
    await provider.synced();
    server.script = () => 'document.schema-outdated';
    rootsOf(provider.doc).blocks.set('y5.0/style', 'unsent');
    await turns();
    expect(provider.status).toMatchObject({ reloadNeeded: true, pending: 1, refusal: null });
    provider.close();
  });
});

describe('SYNC-23 who is there', () => {
  const someone = (id: string): Presence => ({
    ...{ id, clientId: null, cursor: null, personId: `p-${id}`, name: `Name ${id}`, organisation: null },
    ...{ colour: '#0b6e6e', right: 'edit' as const },
  });

  it('is known whole, also when news of them comes in one piece with the answer to the join', async () => {
    const server = new ScriptedServer();
    server.script = () => 'document.not-saved';
    const provider = await server.open(document, new MemoryStore());
    await turns();
    server.script = ({ name }) => {
      // Right behind the answer: nothing of the page has had its turn in between.
      queueMicrotask(() => provider.onPresence({ document, changed: [someone('next')], left: ['gone'] }));
      const presence = [someone('me'), someone('gone')];
      return name === 'document:join' ? joinAnswer(document, { presence }) : { seq: 1 };
    };
    server.clock.advance(10_000);
    await provider.synced();
    const { people } = provider;
    provider.close();
    expect(people.map(({ id }) => id)).toEqual(['me', 'next']);
  });
});

describe('a device whose clock is set while somebody writes', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([-2, 2])('by %i days goes on sending', async (days) => {
    const server = new ScriptedServer(true, stopwatch);
    const provider = await server.open(document, new MemoryStore());
    await provider.synced();
    const type = (words: string) => rootsOf(provider.doc).blocks.set('y5.0/style', words);
    type('before');
    await provider.saved();
    const real = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => real + days * 86_400_000);
    type('after');
    await provider.saved();
    expect(provider.status).toMatchObject({ pending: 0, late: false });
    expect(server.of('document:push')).toHaveLength(2);
    provider.close();
  });
});
