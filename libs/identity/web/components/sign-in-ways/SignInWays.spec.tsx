/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LostDevice, SignInWays } from './SignInWays';

const words = wordsOf('identity');
const day = '2026-11-24T10:00:00Z';
const none = { authenticator: false, recoveryCodes: 0, passkeys: [], outside: [], recovery: null };
const ways = '/api/me/sign-in-ways';
const open = async (about: object, answers: Answers = {}) => {
  const now = { ways: { ...none, ...about } };
  const asked = serverSays({ [`GET ${ways}`]: () => ({ body: now.ways }), ...answers });
  await show(
    <>
      <LostDevice />
      <SignInWays />
    </>,
    words,
  );
  await screen.findByText('App that shows codes');
  return { now, said: () => asked.filter(({ method }) => method !== 'GET') };
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const dialog = (name: string) => within(screen.getByRole('dialog', { name }));
const confirm = async (name: string, password: string) => {
  await userEvent.type(dialog(name).getByLabelText('Present password'), password);
  const buttons = dialog(name).getAllByRole('button');
  await userEvent.click(buttons.at(-1)!);
};

describe('what one signs in with besides the password', () => {
  afterEach(cleanup);

  it('is shown with when it was used; codes only where they are of use', async () => {
    await open({
      ...{ authenticator: true, recoveryCodes: 7 },
      passkeys: [
        {
          id: 'p',
          name: 'Phone',
          createdAt: day,
          lastUsedAt: new Date(Date.now() - 7_200_000).toISOString(),
        },
        { id: 'q', name: 'Key', createdAt: day, lastUsedAt: null },
      ],
      outside: [{ provider: 'Union sign-on', createdAt: day }],
    });
    expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      'App that shows codesAsked for at every sign-inRemove the app',
      'PhonePasskey, last used 2 hours agoRemove',
      'KeyPasskey, never usedRemove',
      'Union sign-onanother way to sign in since November 24, 2026Remove',
      'Recovery codesLeft: 7Make new codes',
    ]);
    cleanup();
    await open({});
    expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      'App that shows codesNot set upSet up an app',
    ]);
  });

  it('is taken away after the password was asked for; a wrong one is said at its field', async () => {
    let answer = refusal(403, 'password.wrong');
    const { now, said } = await open(
      { authenticator: true, recoveryCodes: 7 },
      {
        'POST /api/me/authenticator/removal': () => {
          if (answer.status === 204) now.ways = none;
          return answer;
        },
      },
    );
    await press('Remove the app');
    await confirm('Remove the app', 'wrong');
    const field = dialog('Remove the app').getByLabelText('Present password');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/^The present password is not right/));
    await userEvent.click(dialog('Remove the app').getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    answer = { status: 204 };
    await press('Remove the app');
    // What was refused before is not said again.
    expect(dialog('Remove the app').getByLabelText('Present password')).toHaveValue('');
    expect(dialog('Remove the app').queryByText(/is not right/)).not.toBeInTheDocument();
    await confirm('Remove the app', 'a long and quiet sentence');
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(await screen.findByText('Not set up')).toBeInTheDocument();
    expect(said()).toHaveLength(2);
  });

  it('new codes are shown this once, to be written down', async () => {
    const recoveryCodes = ['aaaa-bbbb', 'cccc-dddd'];
    await open(
      { authenticator: true, recoveryCodes: 1 },
      { 'POST /api/me/recovery-codes': { status: 201, body: { recoveryCodes } } },
    );
    await press('Make new codes');
    expect(dialog('Make new codes').getByText(/will no longer work/)).toBeInTheDocument();
    await confirm('Make new codes', 'a long and quiet sentence');
    expect(await screen.findByText('aaaa-bbbb')).toBeInTheDocument();
    expect(screen.getByText('cccc-dddd')).toBeInTheDocument();
    await press('I have written them down');
    expect(screen.queryByText('aaaa-bbbb')).not.toBeInTheDocument();
  });
});

describe('a device that somebody else calls lost', () => {
  afterEach(cleanup);

  it.each([
    [null, /^On November 24, 2026.*somebody said that you lost your device/],
    ['2026-11-26T10:00:00Z', /^Two people say.*removed on November 26, 2026/],
  ])('is the first thing that one sees (due: %s), and stops by one button', async (dueAt, told) => {
    const { now, said } = await open(
      { authenticator: true, recovery: { begunAt: day, dueAt } },
      {
        'DELETE /api/me/recovery': () => {
          now.ways = { ...now.ways, recovery: null };
          return { status: 204 };
        },
      },
    );
    expect(within(screen.getByRole('alert')).getByText(told)).toBeInTheDocument();
    await press('I have not lost it');
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    expect(said()).toHaveLength(1);
  });
});
