/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { EmailNote } from '../components/PublicPage';
import { ConfirmAddressPage } from './ConfirmAddressPage';
import { ForgottenPage } from './ForgottenPage';
import { OutsidePage } from './OutsidePage';
import { ResetPage } from './ResetPage';
import { StopRecoveryPage } from './StopRecoveryPage';

const words = wordsOf('identity');
const open = async (page: ReactNode, at: string, answers: Answers) => {
  history.replaceState(null, '', at);
  const asked = serverSays(answers);
  const shown = await show(page, words, at);
  return { ...shown, asked };
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const used = refusal(410, 'link.unusable');

afterEach(cleanup);

describe('whoever forgot the password', () => {
  it('is told the same for every address, and where e-mails are that do not go out', async () => {
    const page = (
      <EmailNote.Provider value={<p>Read them here</p>}>
        <ForgottenPage />
      </EmailNote.Provider>
    );
    const { asked } = await open(page, '/forgotten', {
      'POST /api/password-resets': { status: 202, body: {} },
    });
    await userEvent.type(await screen.findByRole('textbox', { name: 'E-mail address' }), ' lin@example.org ');
    await press('Send the e-mail');
    await heading('Check your e-mail');
    expect(screen.getByText(/^If lin@example\.org has an account here/)).toBeInTheDocument();
    expect(screen.getByText('Read them here')).toBeInTheDocument();
    expect(asked.map(({ body }) => body)).toEqual([{ email: 'lin@example.org' }]);
    expect(screen.getByRole('link', { name: 'Back to sign-in' })).toHaveAttribute('href', '/');
  });

  it('sends nothing that is no address, and hears of too many tries', async () => {
    const { asked } = await open(<ForgottenPage />, '/forgotten', {
      'POST /api/password-resets': refusal(429, 'request.rate-limited'),
    });
    const field = await screen.findByRole('textbox', { name: 'E-mail address' });
    await userEvent.type(field, 'lin');
    await press('Send the e-mail');
    expect(field).toBeInvalid();
    expect(asked).toEqual([]);
    await userEvent.type(field, '@example.org');
    await press('Send the e-mail');
    await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus());
    expect(screen.getByRole('alert')).toHaveTextContent('Too many tries in a short time');
    expect(field).toHaveValue('lin@example.org');
  });

  it('chooses a new one: not none, not too easy, and not by a link that was used', async () => {
    let answer = refusal(422, 'password.too-weak');
    const { asked } = await open(<ResetPage />, '/reset#a-secret', {
      'POST /api/password-resets/complete': () => answer,
    });
    const password = await screen.findByLabelText('New password');
    // The secret is not left to be read over a shoulder.
    expect(location.hash).toBe('');
    await press('Set the password');
    expect(password).toBeInvalid();
    expect(asked).toEqual([]);
    await userEvent.type(password, 'resist-reclaim');
    await press('Set the password');
    expect(await screen.findByRole('alert')).toHaveTextContent('The new password is too easy to guess');
    answer = used;
    await press('Set the password');
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('This link has been used'));
    answer = { status: 204 };
    await press('Set the password');
    await heading('Your password is set');
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/');
    expect(asked[0]!.body).toEqual({ secret: 'a-secret', password: 'resist-reclaim' });
  });
});

describe('a link in an e-mail does nothing by being opened', () => {
  it.each([
    [true, 'The address is changed. Use it the next time you sign in.'],
    [false, 'Now the other address has to confirm as well.'],
  ])('an address is confirmed by a click (both ends: %s)', async (done, told) => {
    const { asked } = await open(<ConfirmAddressPage />, '/confirm-address#a-secret', {
      'POST /api/email-changes/confirm': { body: { done } },
    });
    await heading('Confirm this address');
    expect(asked).toEqual([]);
    await press('Confirm');
    expect(await screen.findByText(told)).toBeInTheDocument();
    expect(asked.map(({ body }) => body)).toEqual([{ secret: 'a-secret' }]);
  });

  it('help with a lost device is stopped by a click', async () => {
    let answer = used;
    const { asked } = await open(<StopRecoveryPage />, '/stop-recovery#a-secret', {
      'POST /api/recoveries/stop': () => answer,
    });
    await heading('Somebody says that you lost your device');
    expect(asked).toEqual([]);
    await press('I have not lost it');
    expect(await screen.findByRole('alert')).toHaveTextContent('This link has been used');
    answer = { status: 204 };
    await press('I have not lost it');
    await heading('The removal is stopped');
  });
});

describe('coming back from a provider', () => {
  it('asks for the code that is still missing, and goes in', async () => {
    let answer = refusal(401, 'session.code-wrong');
    const { asked, address } = await open(<OutsidePage />, '/outside#a-secret', {
      'POST /api/outside/code': () => answer,
    });
    await userEvent.type(await screen.findByRole('textbox', { name: /^Code from your app/ }), ' 123456 ');
    await press('Sign in');
    expect(await screen.findByRole('alert')).toHaveTextContent('This code is not right');
    const person = {
      id: 'lin',
      displayName: 'Lin',
      email: 'lin@example.org',
      language: 'en',
      colour: '#000',
    };
    answer = { status: 201, body: { person, session: { id: 's', expiresAt: '2027-01-01T00:00:00Z' } } };
    await press('Sign in');
    await waitFor(() => expect(address()).toBe('/'));
    expect(asked[0]).toMatchObject({ method: 'POST', body: { secret: 'a-secret', code: '123456' } });
  });

  it('says what went wrong, and the way back', async () => {
    await open(<OutsidePage />, '/outside?problem=outside.unknown', {});
    await heading('You are not signed in');
    expect(screen.getByText(/^Nobody here has the address that was confirmed/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Back to sign-in' })).toBeInTheDocument();
  });
});
