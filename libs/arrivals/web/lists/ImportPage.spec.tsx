/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refresh } from '@plenary/ground/web';
import { serverSays, show, withFiles, wordsOf } from '@plenary/ground/web/testing';
import { act, cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ImportPage } from './ImportPage';

// For a machine that has much else to do. Milliseconds.
configure({ asyncUtilTimeout: 30_000 });

const words = { ...wordsOf('arrivals'), ...wordsOf('organisations') };
const found = {
  ...{ encoding: 'utf-8', separator: ',', heads: ['Organisation', 'Country'], lines: 3, wrongLines: 0 },
  ...{ mapping: { organisation: 0, country: 1 }, sample: [['One', 'Kenya']], problemCount: 0, problems: [] },
  ...{ unknown: [], questions: [], changes: [], newOrganisations: 3, changedOrganisations: 0 },
  ...{ newPeople: 0, newRepresentatives: 0 },
};
const list = () => new File(['Organisation,Country\r\nOne,Kenya'], 'list.csv', { type: 'text/csv' });

/** The page, and a server whose work is what the spec says at the moment. */
async function open() {
  const work: Record<string, object> = {};
  let begun = 0;
  const of = (id: string, said: object) => {
    work[id] = {
      ...{ id, kind: 'organisations.import-preview', state: 'running', step: null, done: 0, total: null },
      ...{ outcome: null, refusal: null, fileName: null, begunAt: '2026-11-24T10:00:00Z', endedAt: null },
      ...said,
    };
  };
  const answers = Object.fromEntries(
    ['w1', 'w2'].flatMap((id) => [
      [`GET /api/me/work/${id}`, () => ({ body: work[id] })],
      [`DELETE /api/me/work/${id}`, { status: 204 }],
    ]),
  );
  const asked = serverSays({
    ...answers,
    'GET /api/membership': { body: { coalitionRoles: ['coordinator'], organisations: [] } },
    'GET /api/coalition': { body: { id: 'c', name: 'Resist', languages: ['en'], isDemo: false } },
    'GET /api/me/work': { body: { items: [] } },
    'POST /api/imports/preview': () => ({ status: 202, body: { id: `w${++begun}` } }),
  });
  const { queries } = await show(<ImportPage />, words);
  const choose = async () => {
    await screen.findByText('Choose a file');
    await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, list());
  };
  const news = (id: string, said: object) => {
    of(id, said);
    return act(() => refresh(queries, [{ kind: 'long-work', id }]));
  };
  const did = (method: string, path: string) =>
    asked.some((each) => each.method === method && each.path === path);
  return { of, choose, news, did };
}

describe('a list that is checked before it is imported', () => {
  beforeAll(withFiles);
  afterEach(cleanup);

  it('shows how far the server is, then what it found, which is put away there', async () => {
    const { of, choose, news, did } = await open();
    of('w1', { step: 'comparing', done: 500, total: 2_000 });
    await choose();
    const bar = await screen.findByRole('progressbar');
    expect(bar).toHaveAccessibleName('Comparing it with what is there');
    expect(bar).toHaveAttribute('aria-valuenow', '500');
    expect(screen.queryByText(/You may close this page/)).not.toBeInTheDocument();
    await news('w1', { step: 'comparing', done: 1_500, total: 2_000 });
    expect(await screen.findByText('1,500 of 2,000')).toBeInTheDocument();
    expect(did('DELETE', '/api/me/work/w1')).toBe(false);
    await news('w1', { state: 'done', outcome: found });
    expect(await screen.findByText('Organisations added: 3')).toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    await waitFor(() => expect(did('DELETE', '/api/me/work/w1')).toBe(true));
  });

  it('keeps what was found while it is looked at anew, and takes nothing before that is over', async () => {
    const { of, choose, news } = await open();
    of('w1', { state: 'done', outcome: found });
    of('w2', { step: 'comparing' });
    await choose();
    const take = await screen.findByRole('button', { name: 'Import the list' });
    await waitFor(() => expect(take).toBeEnabled());
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Encoding' }), 'windows-1252');
    expect(take).toBeDisabled();
    expect(screen.getByText('Organisations added: 3')).toBeInTheDocument();
    await news('w2', { state: 'done', outcome: { ...found, newOrganisations: 4 } });
    expect(await screen.findByText('Organisations added: 4')).toBeInTheDocument();
    expect(take).toBeEnabled();
  });

  it('says why nothing was found', async () => {
    const { of, choose } = await open();
    of('w1', { state: 'failed', refusal: { code: 'long-work.broken', params: {} } });
    await choose();
    expect(await screen.findByRole('alert')).toHaveTextContent(/nothing was changed|nothing changed/i);
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });
});
