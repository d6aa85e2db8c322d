/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import { persistQueryClientRestore, persistQueryClientSave } from '@tanstack/react-query-persist-client';
import { ApiError } from '../api/api-error';
import { setDevicePerson } from '../session/device-person';
import { forgetAnswers, keptAnswers } from './kept-answers';
import { keptOffline, makeQueryClient } from './query-cache';

const unreached = new ApiError('network.unreachable', 0);
const options = (queryClient: QueryClient) => ({ queryClient, ...keptAnswers });
const save = (queries: QueryClient) => persistQueryClientSave(options(queries));

describe('answers without a network', () => {
  beforeEach(async () => {
    await forgetAnswers();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    setDevicePerson('amara');
  });

  /** A page that was just opened, with what the device kept. */
  async function opened(): Promise<QueryClient> {
    const queries = makeQueryClient();
    await persistQueryClientRestore(options(queries));
    return queries;
  }

  /** Asks for something that is kept; the answer is what a screen shows then. */
  async function ask(queries: QueryClient, name: string, answer: () => Promise<unknown>) {
    const observer = new QueryObserver(queries, { queryKey: [name], queryFn: answer, meta: keptOffline });
    await queries.invalidateQueries({ queryKey: [name] });
    const close = observer.subscribe(() => undefined);
    await observer.refetch();
    close();
    return observer.getCurrentResult().data;
  }

  const silence = () => Promise.reject(unreached);

  it('are there at every page load, however often they were asked for in vain', async () => {
    const first = await opened();
    await ask(first, 'me', async () => 'Amara');
    await save(first);
    for (let load = 0; load < 5; load++) {
      const queries = await opened();
      expect(await ask(queries, 'me', silence)).toBe('Amara');
      expect(queries.getQueryState(['me'])?.status).toBe('error');
      await save(queries);
    }
    expect((await opened()).getQueryState(['me'])).toMatchObject({ status: 'success', error: null });
  });

  it('of several tabs are kept together, and of one thing the newer', async () => {
    const [one, other] = [await opened(), await opened()];
    await ask(one, 'list', async () => 'old');
    await ask(one, 'first', async () => 1);
    await save(one);
    await new Promise((later) => setTimeout(later, 5));
    await ask(other, 'list', async () => 'new');
    await ask(other, 'second', async () => 2);
    await save(other);
    await save(one);
    const queries = await opened();
    expect(['list', 'first', 'second'].map((name) => queries.getQueryData([name]))).toEqual(['new', 1, 2]);
  });

  it('go from the device when the person may not see them any more, or when nobody is signed in', async () => {
    const queries = await opened();
    await ask(queries, 'secret', async () => 'for some');
    await ask(queries, 'me', async () => 'Amara');
    await save(queries);
    await ask(queries, 'secret', () => Promise.reject(new ApiError('statement.not-found', 404)));
    await ask(queries, 'me', async () => null);
    await save(queries);
    const next = await opened();
    expect([next.getQueryData(['secret']), next.getQueryData(['me'])]).toEqual([undefined, undefined]);
  });

  it('of one person are never kept under another, who came in by another tab', async () => {
    const queries = await opened();
    await ask(queries, 'me', async () => 'Amara');
    localStorage.setItem('plenary.person', 'jomar');
    await save(queries);
    setDevicePerson('jomar');
    expect((await opened()).getQueryData(['me'])).toBeUndefined();
  });
});
