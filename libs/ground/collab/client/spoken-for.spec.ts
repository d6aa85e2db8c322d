import { stopwatch } from '@plenary/ground/kernel';
import { firstUpdate, rootsOf } from '@plenary/ground/text';
import { MemoryStore } from './memory-store.js';
import { joinAnswer, ScriptedServer } from './test/scripted-server.js';

const document = 'statement:one';
const rules = { version: 2, attributes: {}, usual: {}, embeds: {}, formats: {} };
const update = firstUpdate([{ attributes: {}, content: [{ text: 'said' }] }], rules, 5);

const turns = async () => {
  for (let i = 0; i < 20; i++) await new Promise((later) => setImmediate(later));
};

/** Gives ids as they are wanted, and one unasked to who spoke for another organisation. */
class Registry {
  private nextId = 70;
  speaksFor: string | null = 'sea';
  readonly given = new Map<number, string | null>();

  readonly answer = ({ name, message }: { name: string; message: Record<string, unknown> }) => {
    if (name !== 'document:join') return { seq: 1 };
    const isAnother = 'writesFor' in message && message['writesFor'] !== this.speaksFor;
    const count = Math.max(Number(message['clientIds']), isAnother ? 1 : 0);
    const clientIds = Array.from({ length: count }, () => this.nextId++);
    for (const id of clientIds) this.given.set(id, this.speaksFor);
    return joinAnswer(document, { update, clientIds, organisationId: this.speaksFor });
  };
}

describe('SYNC-16 the ids that a device writes under', () => {
  let registry: Registry;
  let server: ScriptedServer;
  let store: MemoryStore;
  beforeEach(() => {
    registry = new Registry();
    server = new ScriptedServer(true, stopwatch);
    store = new MemoryStore();
    server.script = registry.answer;
  });

  const forWhom = (doc: { clientID: number }) => registry.given.get(doc.clientID);
  const write = (doc: Parameters<typeof rootsOf>[0], value: string) =>
    rootsOf(doc).blocks.set('y5.0/style', value);

  it('are others once the person speaks for another organisation; what was written keeps its own', async () => {
    const provider = await server.open(document, store);
    await provider.synced();
    const before = provider.doc.clientID;
    expect(forWhom(provider.doc)).toBe('sea');
    server.goesDown();
    write(provider.doc, 'while offline');
    registry.speaksFor = 'quay';
    server.goesUp();
    await provider.saved();
    expect(forWhom(provider.doc)).toBe('quay');
    expect(rootsOf(provider.doc).blocks._map.get('y5.0/style')!.id.client).toBe(before);
    write(provider.doc, 'afterwards');
    expect(provider.status.refusal).toBeNull();
    await provider.saved();
    provider.close();
    await turns();
    // Those that were kept for the first one are gone, too.
    for (let id = await store.takeSpareId(document); id !== null; id = await store.takeSpareId(document))
      expect(registry.given.get(id)).toBe('quay');
  });

  it('are known by the next page to be for one organisation, also when it opens without a line', async () => {
    const first = await server.open(document, store);
    await first.synced();
    first.close();
    await turns();
    server.goesDown();
    const second = await server.open(document, store);
    await turns();
    expect(forWhom(second.doc)).toBe('sea');
    registry.speaksFor = null;
    server.goesUp();
    await second.synced();
    await turns();
    expect(server.of('document:join').at(-1)).toMatchObject({ writesFor: 'sea' });
    expect(registry.given.get(second.doc.clientID)).toBeNull();
    second.close();
  });

  it('stay as they are as long as nothing changes', async () => {
    const provider = await server.open(document, store);
    await provider.synced();
    const before = provider.doc.clientID;
    server.goesDown();
    server.goesUp();
    await provider.synced();
    expect(provider.doc.clientID).toBe(before);
    provider.close();
  });
});
