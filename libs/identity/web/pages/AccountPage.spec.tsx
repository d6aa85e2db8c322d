/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { registerSignOutGuard } from '@plenary/ground/web';
import { serverSays, show, wordsOf } from '@plenary/ground/web/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SessionGate } from '..';
import { AccountPage } from './AccountPage';

const day = '2026-11-23T10:00:00Z';
const me = {
  person: {
    id: 'amara',
    displayName: 'Amara',
    email: 'amara@example.org',
    fullName: null,
    language: 'en',
    languages: [],
    timeZone: null,
    colour: '#0b6e6e',
  },
  session: { id: 'here', expiresAt: day, needsSecondFactor: false },
};
const device = (id: string, name: string, isCurrent: boolean) => ({
  id,
  device: name,
  createdAt: day,
  lastUsedAt: day,
  expiresAt: day,
  isCurrent,
});
const answers = {
  'GET /api/me': { body: me },
  'GET /api/demo': { body: { items: [] } },
  'GET /api/me/sessions': {
    body: { items: [device('here', 'Firefox', true), device('phone', 'Chrome, Android', false)] },
  },
  'GET /api/me/sign-in-ways': {
    body: { authenticator: false, recoveryCodes: 0, passkeys: [], outside: [], recovery: null },
  },
  'GET /api/me/tokens': { body: { items: [] } },
};
const account = () =>
  show(
    <SessionGate>
      <AccountPage />
    </SessionGate>,
    wordsOf('identity'),
  );

describe('the account', () => {
  it('ends the session of another device, never the present one', async () => {
    const asked = serverSays({ ...answers, 'DELETE /api/me/sessions/phone': { status: 204 } });
    await account();
    // The first to open the page waits for its parts to be loaded.
    const end = { name: 'End the session on Chrome, Android' };
    await userEvent.click(await screen.findByRole('button', end, { timeout: 5_000 }));
    await waitFor(() => expect(asked.map((each) => each.method)).toContain('DELETE'));
    expect(screen.queryByRole('button', { name: 'End the session on Firefox' })).not.toBeInTheDocument();
  });

  it('shows a new key once, with the scope and the days that were chosen', async () => {
    const view = {
      id: 'k',
      name: 'Minutes',
      scope: 'write',
      createdAt: day,
      expiresAt: day,
      lastUsedAt: null,
    };
    const asked = serverSays({
      ...answers,
      'POST /api/me/tokens': { status: 201, body: { token: 'plenary_pat_secret', view } },
    });
    await account();
    await userEvent.type(await screen.findByLabelText('What it is for'), 'Minutes');
    await userEvent.selectOptions(screen.getByLabelText('May'), 'write');
    await userEvent.selectOptions(screen.getByLabelText('Valid for'), '7');
    await userEvent.type(screen.getByLabelText('Your password'), 'a long and quiet sentence');
    await userEvent.click(screen.getByRole('button', { name: 'Create key' }));
    expect(await screen.findByText('plenary_pat_secret')).toBeInTheDocument();
    expect(asked.find((each) => each.method === 'POST')?.body).toEqual({
      name: 'Minutes',
      scope: 'write',
      expiresInDays: 7,
      password: 'a long and quiet sentence',
    });
    await userEvent.click(screen.getByRole('button', { name: 'I have stored it' }));
    expect(screen.queryByText('plenary_pat_secret')).not.toBeInTheDocument();
  });

  it('asks before signing out with words that were not sent, and sends them', async () => {
    const asked = serverSays({ ...answers, 'DELETE /api/session': { status: 204 } });
    let sent = false;
    const cleared: (string | null)[] = [];
    const work = { id: '1', label: 'Forum statement', text: async () => '', send: async () => (sent = true) };
    const release = registerSignOutGuard({
      unsent: async () => [work],
      clear: async (id) => void cleared.push(id),
    });
    await account();
    await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
    const dialog = await screen.findByRole('dialog', { name: 'Words that were not sent yet' });
    expect(asked.map((each) => each.method)).not.toContain('DELETE');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Send now' }));
    await waitFor(() => expect(sent).toBe(true));
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByLabelText('E-mail address')).toBeInTheDocument();
    expect(cleared).toEqual(['amara']);
    release();
  });
});
