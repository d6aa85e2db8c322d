/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf } from '@plenary/ground/web/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { JoinPage } from './JoinPage';

const offer = {
  organisation: 'Harbour Union',
  coalition: 'Sea and Land',
  role: 'representative',
  coalitionRole: null,
  email: null,
  language: 'en',
  hasAccount: false,
  by: 'Amara Diop',
  until: '2026-12-24T12:00:00.000Z',
};
const words = { ...wordsOf('arrivals'), ...wordsOf('organisations'), ...wordsOf('identity') };

describe('where an invitation leads', () => {
  beforeEach(() => history.replaceState(null, '', '/join#a-secret'));

  it('offers to try again when nobody answered in time', async () => {
    globalThis.fetch = () => Promise.reject(new DOMException('late', 'TimeoutError'));
    await show(<JoinPage />, words);
    expect(await screen.findByRole('alert')).toHaveTextContent('took too long');
    const asked = serverSays({
      'GET /api/me': refusal(401, 'session.needed'),
      'POST /api/joining/look': { body: offer },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Act for Harbour Union' })).toBeInTheDocument();
    expect(asked.find(({ path }) => path === '/api/joining/look')?.body).toEqual({ secret: 'a-secret' });
  });

  it('does not where the link is worth nothing any more', async () => {
    serverSays({
      'GET /api/me': refusal(401, 'session.needed'),
      'POST /api/joining/look': refusal(410, 'link.unusable'),
    });
    await show(<JoinPage />, words);
    expect(await screen.findByRole('alert')).toHaveTextContent('Ask for a new one');
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });
});
