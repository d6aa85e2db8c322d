/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf } from '@plenary/ground/web/testing';
import { act, cleanup, screen, within } from '@testing-library/react';
import { MailboxPage } from './MailboxPage';

const words = { ...wordsOf('operation'), ...wordsOf('identity') };
const message = (about: object) => ({
  ...{ id: '1', to: 'lin@example.org', subject: 'A new password', language: 'en', text: 'Hello' },
  ...{ at: new Date(Date.now() - 7_200_000).toISOString(), ...about },
});
const open = (items: object[]) => {
  serverSays({ 'GET /api/mailbox': { body: { items } } });
  return show(<MailboxPage />, words);
};

describe('the mailbox of a demonstration', () => {
  afterEach(cleanup);

  it('shows each e-mail as it was written: to whom, when, in its language, and its link as one', async () => {
    const here = `${location.origin}/reset#secret`;
    await open([
      message({ text: `Open ${here} today.` }),
      message({ id: '2', subject: 'دعوة', language: 'ar', text: 'See https://elsewhere.example:8443/x' }),
    ]);
    const [first, second] = await screen.findAllByRole('article');
    expect(first).toHaveTextContent('To lin@example.org, 2 hours ago');
    const link = within(first!).getByRole('link', { name: here });
    expect(link).toHaveAttribute('href', '/reset#secret');
    expect(first).toHaveTextContent(`Open ${here} today.`);
    expect(second).toHaveAttribute('lang', 'ar');
    expect(second).toHaveAttribute('dir', 'rtl');
    // Where an e-mail leads outside of this house, nobody is taken by a click.
    expect(within(second!).queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByText(/^No mail server is set/)).toBeInTheDocument();
  });

  it('says that nothing was written, until something is', async () => {
    const clock = jest.spyOn(globalThis, 'setInterval');
    await open([]);
    expect(await screen.findByText('No e-mail was written yet.')).toBeInTheDocument();
    serverSays({ 'GET /api/mailbox': { body: { items: [message({})] } } });
    await act(async () => {
      for (const [look, every] of clock.mock.calls) if (every === 3_000) look();
    });
    expect(await screen.findByRole('heading', { level: 2, name: 'A new password' })).toBeInTheDocument();
    clock.mockRestore();
  });

  it('is closed elsewhere: it says what to do instead, and shows a way on', async () => {
    serverSays({ 'GET /api/mailbox': refusal(404, 'mailbox.closed') });
    await show(<MailboxPage />, words);
    expect(await screen.findByText(/^E-mails are not shown here/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Go to the home page' })).toHaveAttribute('href', '/');
    expect(screen.queryByText(/^No mail server is set/)).not.toBeInTheDocument();
  });
});
