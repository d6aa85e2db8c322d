/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ImpersonationBar } from './ImpersonationBar';
import { SeeAs } from './SeeAs';

const words = { ...wordsOf('impersonation'), ...wordsOf('organisations') };
const impersonation = { id: 'l', personId: 'lin', name: 'Lin' };
// A page that is loaded anew is more than jsdom has: it says so on the console, and stays.
const loaded = () => jest.spyOn(console, 'error').mockImplementation(() => undefined);

describe('seeing as somebody else', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(cleanup);

  const ask = async (answer: Answers[string]) => {
    const asked = serverSays({ 'POST /api/people/lin/looks': answer });
    await show(<SeeAs person={{ id: 'lin', name: 'Lin' }} />, words);
    await userEvent.click(await screen.findByRole('button', { name: 'See as Lin' }));
    const dialog = within(screen.getByRole('dialog', { name: 'See as Lin' }));
    const begin = dialog.getByRole('button', { name: 'Begin' });
    const reason = dialog.getByRole('textbox', { name: /^Reason \(on record/ });
    return { asked, dialog, begin, reason };
  };

  it('asks why, since the person is told, and begins nothing without it', async () => {
    const { asked, dialog, begin, reason } = await ask({ status: 201, body: impersonation });
    expect(dialog.getByText(/It is on record, and Lin gets an e-mail/)).toBeInTheDocument();
    expect(begin).toBeDisabled();
    await userEvent.type(reason, ' ');
    expect(begin).toBeDisabled();
    await userEvent.type(reason, 'She asked');
    const said = loaded();
    await userEvent.click(begin);
    await waitFor(() => expect(JSON.parse(sessionStorage.getItem('plenary.look')!)).toEqual(impersonation));
    said.mockRestore();
    expect(asked).toMatchObject([{ body: { reason: ' She asked' } }]);
  });

  it('is refused in words, and this tab stays one’s own', async () => {
    const { dialog, begin, reason } = await ask(refusal(409, 'look.oneself'));
    await userEvent.type(reason, 'x');
    await userEvent.click(begin);
    expect(await dialog.findByRole('alert')).toHaveTextContent('This is your own view already');
    expect(sessionStorage.getItem('plenary.look')).toBeNull();
  });
});

describe('the bar above everything that somebody else sees', () => {
  afterEach(cleanup);

  it('is not there while one sees what is one’s own', async () => {
    sessionStorage.clear();
    serverSays({});
    const { container } = await show(<ImpersonationBar />, words);
    expect(container).not.toHaveTextContent('You cannot change anything');
    expect(screen.queryByRole('button', { name: 'Back to my own view' })).not.toBeInTheDocument();
  });

  it('says whose eyes these are, and ends it, also when the server does not answer', async () => {
    sessionStorage.setItem('plenary.look', JSON.stringify(impersonation));
    const asked = serverSays({ 'DELETE /api/looks/l': refusal(500, 'server.failed') });
    await show(<ImpersonationBar />, words);
    const bar = await screen.findByRole('region', { name: 'Seeing Plenary as somebody else' });
    expect(bar).toHaveTextContent('You see Plenary as Lin. You cannot change anything.');
    const said = loaded();
    await userEvent.click(within(bar).getByRole('button', { name: 'Back to my own view' }));
    await waitFor(() => expect(sessionStorage.getItem('plenary.look')).toBeNull());
    said.mockRestore();
    expect(asked).toMatchObject([{ method: 'DELETE' }]);
  });
});
