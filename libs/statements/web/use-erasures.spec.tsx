/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { openDeviceStore } from '@plenary/ground/collab/client';
import { textModel } from '@plenary/ground/text';
import { keptAnswers, registerSignOutGuard, setDevicePerson } from '@plenary/ground/web';
import { serverSays, type Answers } from '@plenary/ground/web/testing';
import { documentOf, statementFromParagraphs } from '@plenary/statements/domain';
import { dehydrate, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, waitFor } from '@testing-library/react';
import { statementCopies } from './copies';
import { rememberStatement, statementOnDevice } from './editor/device-statements';
import { clearStatements } from './editor/device-copies';
import { useErasures } from './use-erasures';

const person = 'amara';
const kept = { meta: { keptOffline: true } } as const;

function Shell() {
  useErasures(person);
  return null;
}

/** A device that had two texts and an answer when words were erased from one of them. */
async function device() {
  setDevicePerson(person);
  const store = await openDeviceStore(person);
  for (const id of ['s', 'other']) {
    const update = statementFromParagraphs([{ text: 'We met Amal' }], 1);
    await store.add(documentOf(id), [{ update, pending: false }]);
    await store.setFacts(documentOf(id), { epoch: 1, schema: 2, model: textModel, right: 'edit' });
    rememberStatement(person, { id, title: `On Amal in ${id}` } as never);
  }
  store.close();
}
const copies = async () => {
  const store = await openDeviceStore(person);
  const found = (await store.listCopies()).map(({ document }) => document);
  store.close();
  return found.sort();
};
const connect = (queries: QueryClient) => {
  render(
    <QueryClientProvider client={queries}>
      <Shell />
    </QueryClientProvider>,
  );
  window.dispatchEvent(new Event('online'));
};
const says = (items: readonly object[]): Answers => ({ 'GET /api/erased-statements': { body: { items } } });
const answersOnDevice = async () => JSON.stringify((await keptAnswers.persister.restoreClient()) ?? null);
/** A page that has asked for the threads of a statement, and is at another one now. */
async function asked(): Promise<QueryClient> {
  const queries = new QueryClient();
  await queries.fetchQuery({ queryKey: ['threads'], queryFn: () => 'Is Amal safe?', ...kept });
  const clientState = dehydrate(queries, keptAnswers.dehydrateOptions);
  await keptAnswers.persister.persistClient({
    timestamp: Date.now(),
    buster: keptAnswers.buster,
    clientState,
  });
  return queries;
}

describe('what a device keeps of words that were erased', () => {
  let off: () => void;
  beforeEach(async () => {
    off = registerSignOutGuard(statementCopies);
    await device();
  });
  afterEach(async () => {
    cleanup();
    off();
    await clearStatements(person);
  });

  it('STM-29 goes when it next connects, though nobody opens the text', async () => {
    const queries = await asked();
    expect(await answersOnDevice()).toContain('Amal');
    serverSays(says([{ id: 's', epoch: 2 }]));
    connect(queries);
    await waitFor(async () => expect(await copies()).toEqual([documentOf('other')]));
    await waitFor(async () => expect(await answersOnDevice()).not.toContain('Amal'));
    expect([statementOnDevice(person, 's'), statementOnDevice(person, 'other')?.title]).toEqual([
      null,
      'On Amal in other',
    ]);
    expect(queries.getQueryData(['threads'])).toBeUndefined();
  });

  it('STM-29 is looked for once, and again where more was erased', async () => {
    serverSays(says([{ id: 's', epoch: 2 }]));
    connect(new QueryClient());
    await waitFor(async () => expect(await copies()).toEqual([documentOf('other')]));
    cleanup();
    // What came since is of the text as it is.
    const queries = await asked();
    const server = serverSays(says([{ id: 's', epoch: 2 }]));
    connect(queries);
    const forgets = jest.spyOn(queries, 'removeQueries');
    await waitFor(() => expect(server).toHaveLength(1));
    cleanup();
    serverSays(
      says([
        { id: 'other', epoch: 4 },
        { id: 's', epoch: 2 },
      ]),
    );
    connect(queries);
    await waitFor(async () => expect(await copies()).toEqual([]));
    await waitFor(() => expect(queries.getQueryData(['threads'])).toBeUndefined());
    expect(forgets).toHaveBeenCalledTimes(1);
  });
});
