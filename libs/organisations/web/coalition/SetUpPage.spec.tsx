/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SetUpPage } from './SetUpPage';

const words = { ...wordsOf('organisations'), ...wordsOf('identity') };
const me = {
  person: { id: 'amara', displayName: 'Amara', email: 'amara@example.org', language: 'en', colour: '#000' },
  session: { id: 's', expiresAt: '2027-01-01T00:00:00Z' },
};
const open = async (at: string, answers: Answers = {}) => {
  history.replaceState(null, '', at);
  const asked = serverSays({
    'GET /api/door': { body: { coalition: null, emails: 'sent' } },
    'POST /api/set-up': { status: 201, body: {} },
    'POST /api/session': { status: 201, body: me },
    ...answers,
  });
  const { address } = await show(<SetUpPage />, words);
  await screen.findByRole('heading', { level: 1 });
  return { address, said: () => asked.filter(({ method }) => method !== 'GET') };
};
const field = (name: string) => screen.getByRole('textbox', { name });
const begin = () => userEvent.click(screen.getByRole('button', { name: 'Begin' }));
const fill = async () => {
  await userEvent.type(field('Name of the coalition'), 'Open Seas');
  await userEvent.type(field('Your name'), 'Amara');
  await userEvent.type(field('E-mail address'), 'amara@example.org');
  await userEvent.type(screen.getByLabelText('Password'), 'resist-reclaim');
};
const said = {
  code: 'a-code',
  coalition: {
    ...{ name: 'Open Seas', languages: ['en'], colour: '#1f5c4d', regions: [], constituencies: [] },
  },
  coordinator: {
    ...{ displayName: 'Amara', email: 'amara@example.org', password: 'resist-reclaim', language: 'en' },
  },
};

describe('the first page of an empty installation', () => {
  afterEach(cleanup);

  it('takes the code from the address of the terminal, and lets the first coordinator in', async () => {
    const opened = await open('/set-up#a-code');
    expect(screen.queryByRole('textbox', { name: 'Set-up code' })).not.toBeInTheDocument();
    expect(location.hash).toBe('');
    await fill();
    await begin();
    await waitFor(() => expect(opened.address()).toBe('/organisations'));
    const { email, password } = said.coordinator;
    expect(opened.said()).toMatchObject([
      { path: '/api/set-up', body: said },
      { path: '/api/session', body: { email, password } },
    ]);
  });

  it('asks for the code where the address has none, and sends nothing without a name', async () => {
    const opened = await open('/set-up');
    await begin();
    expect(field('Set-up code')).toBeInvalid();
    await userEvent.type(field('Set-up code'), ' a-code ');
    await begin();
    expect(field('Name of the coalition')).toBeInvalid();
    expect(opened.said()).toEqual([]);
    await fill();
    await begin();
    await waitFor(() => expect(opened.said()[0]?.body).toEqual(said));
  });

  it.each([
    ['a code that is none, over the form', refusal(403, 'coalition.code-wrong'), null, /^This set-up code/],
    ['an address, at its field', refusal(422, 'email.invalid'), 'E-mail address', /^This is not a complete/],
    [
      'what the server calls otherwise, at its field',
      refusal(400, 'request.invalid', { field: 'coordinator.displayName' }),
      'Your name',
      /missing or not as it should be/,
    ],
  ])('says what was wrong with %s', async (_, answer, name, told) => {
    const opened = await open('/set-up#a-code', { 'POST /api/set-up': answer });
    await fill();
    await begin();
    if (name) {
      await waitFor(() => expect(field(name)).toHaveAccessibleDescription(told));
      expect(field(name)).toHaveFocus();
    } else expect(await screen.findByRole('alert')).toHaveTextContent(told);
    expect(field('Name of the coalition')).toHaveValue('Open Seas');
    expect(opened.said()).toHaveLength(1);
  });

  it('leads to the sign-in where the coalition stands and only the sign-in failed', async () => {
    await open('/set-up#a-code', { 'POST /api/session': refusal(429, 'request.rate-limited') });
    await fill();
    await begin();
    expect(await screen.findByRole('heading', { name: 'The coalition is set up' })).toBeInTheDocument();
    expect(await screen.findByLabelText('E-mail address')).toHaveValue('amara@example.org');
    expect(screen.queryByRole('button', { name: 'Begin' })).not.toBeInTheDocument();
  });

  it('is closed once there is a coalition', async () => {
    await open('/set-up#a-code', {
      'GET /api/door': { body: { coalition: { name: 'Us' }, emails: 'sent' } },
    });
    expect(await screen.findByText(/^This coalition has been set up already/)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Begin' })).not.toBeInTheDocument());
    expect(screen.getByRole('link', { name: 'Go to the sign-in page' })).toHaveAttribute('href', '/');
  });
});
