/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf } from '@plenary/ground/web/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OrganisationsPage } from './OrganisationsPage';

const organisation = (id: string, name: string) => ({
  id,
  name,
  acronym: null,
  country: 'KE',
  region: 'africa',
  constituency: 'women',
  languages: ['en'],
  website: null,
  state: 'active',
  listing: 'listed',
  peopleCount: 4,
});
const coalition = { body: { id: 'c', name: 'The Coalition', languages: ['en'], isDemo: false } };
const words = wordsOf('organisations');
const list = (at = '/') => show(<OrganisationsPage />, words, at);

describe('the list of organisations', () => {
  it('shows the next page when asked', async () => {
    const asked = serverSays({
      'GET /api/coalition': coalition,
      'GET /api/organisations': ({ url }) =>
        url.searchParams.get('cursor')
          ? { body: { items: [organisation('2', 'Zebra Network')], nextCursor: null } }
          : { body: { items: [organisation('1', 'Aurora Women')], nextCursor: 'after-1' } },
    });
    await list();
    const row = await screen.findByRole('row', { name: /Aurora Women/ });
    expect(within(row).getByText('Kenya')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('row', { name: /Zebra Network/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
    expect(asked.at(-1)?.path).toContain('cursor=after-1');
  });

  it('says what to do when nothing matches', async () => {
    serverSays({
      'GET /api/coalition': coalition,
      'GET /api/organisations': { body: { items: [], nextCursor: null } },
    });
    await list();
    expect(await screen.findByText('There are no organisations yet')).toBeInTheDocument();
    cleanup();
    await list('/?query=zz');
    expect(await screen.findByText('No organisation matches')).toBeInTheDocument();
  });

  it('says what is safe when the server failed, with the number for the operator', async () => {
    serverSays({ 'GET /api/coalition': coalition, 'GET /api/organisations': refusal(500, 'server.failed') });
    await list();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('What was saved is safe');
    expect(alert).toHaveTextContent('request-1');
  });
});
