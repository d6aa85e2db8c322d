/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { registerSignOutGuard, sessionOver, setDevicePerson, setSessionOver } from '@plenary/ground/web';
import { refusal, serverSays, show, wordsOf } from '@plenary/ground/web/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SessionGate } from './SessionGate';

const me = {
  person: {
    id: 'amara',
    displayName: 'Amara',
    email: 'amara@example.org',
    language: 'en',
    colour: '#0b6e6e',
  },
  session: { id: 'session', expiresAt: '2027-01-01T00:00:00Z' },
  impersonation: null,
};
const signedOut = {
  'GET /api/me': refusal(401, 'session.needed'),
  'GET /api/demo': { body: { items: [] } },
};
const house = () => show(<SessionGate>the rooms</SessionGate>, wordsOf('identity'));

beforeEach(() => localStorage.clear());

describe('the door', () => {
  it('lets a person in who gives address and password', async () => {
    const asked = serverSays({ ...signedOut, 'POST /api/session': { status: 201, body: me } });
    await house();
    await userEvent.type(await screen.findByLabelText('E-mail address'), ' amara@example.org');
    await userEvent.type(screen.getByLabelText('Password'), 'resist-reclaim-realise');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('the rooms')).toBeInTheDocument();
    expect(asked.find((each) => each.method === 'POST')?.body).toEqual({
      email: 'amara@example.org',
      password: 'resist-reclaim-realise',
    });
  });

  it('says what is wrong and keeps what was typed', async () => {
    serverSays({ ...signedOut, 'POST /api/session': refusal(401, 'session.refused') });
    await house();
    await userEvent.type(await screen.findByLabelText('E-mail address'), 'amara@example.org');
    await userEvent.type(screen.getByLabelText('Password'), 'something else');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('do not match');
    expect(screen.getByLabelText('E-mail address')).toHaveValue('amara@example.org');
  });

  it('signs in with one click on a demonstration', async () => {
    const amara = { email: 'amara@example.org', password: 'open', name: 'Amara', roleKey: 'coordinator' };
    const asked = serverSays({
      ...signedOut,
      'GET /api/demo': { body: { items: [{ ...amara, organisation: 'Rift Valley' }] } },
      'POST /api/session': { status: 201, body: me },
    });
    await house();
    await userEvent.click(await screen.findByRole('button', { name: /Coordinator.*Amara/ }));
    expect(await screen.findByText('the rooms')).toBeInTheDocument();
    expect(asked.at(-1)?.body).toEqual({ email: 'amara@example.org', password: 'open' });
  });

  it('says so when the server cannot be reached, and offers to try again', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('no network'));
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    await house();
    expect(await screen.findByRole('alert')).toHaveTextContent('cannot be reached');
    serverSays({ 'GET /api/me': { body: me } });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('the rooms')).toBeInTheDocument();
  });
});

describe('who comes back from a provider', () => {
  it('is the person of this device, which forgets what another one left there', async () => {
    setDevicePerson('jomar');
    const cleared: (string | null)[] = [];
    const guard = { unsent: async () => [], clear: async (id: string | null) => void cleared.push(id) };
    const release = registerSignOutGuard(guard);
    serverSays({ 'GET /api/me': { body: me } });
    await house();
    expect(await screen.findByText('the rooms')).toBeInTheDocument();
    expect(cleared).toEqual(['jomar']);
    expect(localStorage.getItem('plenary.person')).toBe('amara');
    release();
  });

  it('is in again as who they were, and loses nothing', async () => {
    setDevicePerson('amara');
    setSessionOver('ended');
    const clear = jest.fn(async () => undefined);
    const release = registerSignOutGuard({ unsent: async () => [], clear });
    serverSays({ 'GET /api/me': { body: me } });
    await house();
    expect(await screen.findByText('the rooms')).toBeInTheDocument();
    expect([sessionOver(), clear.mock.calls]).toEqual([null, []]);
    release();
  });

  it('leaves the device to its own person while somebody is impersonated', async () => {
    setDevicePerson('marijke');
    const clear = jest.fn(async () => undefined);
    const release = registerSignOutGuard({ unsent: async () => [], clear });
    serverSays({ 'GET /api/me': { body: { ...me, impersonation: { by: 'Marijke' } } } });
    await house();
    expect(await screen.findByText('the rooms')).toBeInTheDocument();
    expect([localStorage.getItem('plenary.person'), clear.mock.calls]).toEqual(['marijke', []]);
    release();
  });
});

describe('a session that ended', () => {
  it('forgets its local copies', async () => {
    setDevicePerson('amara');
    const cleared: (string | null)[] = [];
    const guard = { unsent: async () => [], clear: async (id: string | null) => void cleared.push(id) };
    const release = registerSignOutGuard(guard);
    serverSays(signedOut);
    await house();
    expect(await screen.findByText(/Your session has ended/)).toBeInTheDocument();
    await waitFor(() => expect(cleared).toEqual(['amara']));
    expect(localStorage.getItem('plenary.person')).toBeNull();
    release();
  });

  it('keeps words that were not sent until the person decides', async () => {
    setDevicePerson('amara');
    const cleared: (string | null)[] = [];
    const work = { id: '1', label: 'Forum statement', text: async () => 'We, the peoples' };
    const guard = { unsent: async () => [work], clear: async (id: string | null) => void cleared.push(id) };
    const release = registerSignOutGuard(guard);
    serverSays(signedOut);
    await house();
    expect(await screen.findByText('Forum statement')).toBeInTheDocument();
    expect(cleared).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /Remove these words/ }));
    await waitFor(() => expect(cleared).toEqual(['amara']));
    release();
  });
});
