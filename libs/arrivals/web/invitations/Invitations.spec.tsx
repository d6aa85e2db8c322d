/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Invitations } from './Invitations';

const words = { ...wordsOf('arrivals'), ...wordsOf('organisations') };
const invitation = (id: string, about: object = {}) => ({
  ...{ id, email: `${id}@example.org`, role: 'member', coalitionRole: null, language: 'en', state: 'open' },
  ...{ uses: 0, mostUses: 1, usedBy: [], comesBack: false, createdAt: '2026-11-01T10:00:00Z' },
  ...{ expiresAt: '2026-12-24T10:00:00Z', ...about },
});
const place = '/api/organisations/o/invitations';

const open = async (items: object[], answers: Answers = {}, emails = 'sent') => {
  const now = { items };
  const asked = serverSays({
    [`GET ${place}`]: () => ({ body: { items: now.items } }),
    'GET /api/door': { body: { coalition: null, emails } },
    ...answers,
  });
  const { queries } = await show(<Invitations organisationId="o" />, words);
  await waitFor(() => expect(queries.isFetching()).toBe(0));
  return { now, said: () => asked.filter(({ method }) => method !== 'GET') };
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const dialog = (name: string) => within(screen.getByRole('dialog', { name }));

describe('the invitations to an organisation', () => {
  afterEach(cleanup);

  it('say to whom, as what, how they stand and who used them; each offers what can still be done', async () => {
    await open([
      invitation('open'),
      invitation('gone', { state: 'expired', comesBack: true }),
      invitation('done', { state: 'used', usedBy: [{ personId: 'p', name: 'Lin' }] }),
      invitation('void', { state: 'void', role: 'focal_point' }),
      invitation('link', { email: null, uses: 2, mostUses: 10 }),
    ]);
    const lines = screen.getAllByRole('listitem');
    expect(lines.map((each) => each.textContent)).toEqual([
      'open@example.org Memberopen until December 24, 2026Send another e-mailWithdraw the invitation',
      'gone@example.org Memberexpired · the e-mail came back: the address does not accept itSend another e-mail',
      'done@example.org Memberused · by Lin',
      'void@example.org Focal pointnot valid: the person who made it may no longer inviteSend another e-mailWithdraw the invitation',
      'Link or QR code Memberopen until December 24, 2026 · 2 of 10 usedWithdraw the invitation',
    ]);
  });

  it('are withdrawn by one button, or it is said why not', async () => {
    const { now, said } = await open([invitation('lin'), invitation('rosa')], {
      'DELETE /api/invitations/lin': () => ((now.items = now.items.slice(1)), { status: 204 }),
      'DELETE /api/invitations/rosa': refusal(404, 'invitation.not-found'),
    });
    await press('Withdraw the invitation: lin@example.org');
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
    await press('Withdraw the invitation: rosa@example.org');
    expect(await screen.findByRole('alert')).toHaveTextContent('This invitation does not exist');
    expect(said()).toHaveLength(2);
    cleanup();
    await open([]);
    expect(screen.getByText('Nobody is invited at present.')).toBeInTheDocument();
  });

  it('are written again; where no e-mail leaves, the link is shown this once, to be passed on', async () => {
    let url: string | null = null;
    const again = () => ({ body: { url, invitation: invitation('lin') } });
    await open([invitation('lin')], { 'POST /api/invitations/lin/letter': again }, 'waiting');
    await press('Send another e-mail: lin@example.org');
    expect(
      await screen.findByText(/^The e-mail to lin@example.org is written\. It leaves/),
    ).toBeInTheDocument();
    url = 'https://plenary.example/join#secret';
    await press('Send another e-mail: lin@example.org');
    const link = await screen.findByRole('textbox', { name: 'Address of the link' });
    expect(link).toHaveValue(url);
    expect(
      dialog('Send another e-mail').getByRole('img', { name: 'QR code of the link' }),
    ).toBeInTheDocument();
    await userEvent.click(dialog('Send another e-mail').getByRole('button', { name: 'Done' }));
    expect(screen.queryByDisplayValue(url)).not.toBeInTheDocument();
  });
});

describe('inviting somebody', () => {
  afterEach(cleanup);
  const made = (about: object) => ({
    status: 201,
    body: { url: null, invitation: invitation('lin'), ...about },
  });

  it('by an e-mail to one address, in a language, for some days', async () => {
    const { said } = await open([], { [`POST ${place}`]: made({}) });
    await press('Invite');
    const form = dialog('Invite');
    expect(form.getByRole('radio', { name: 'By e-mail' })).toBeChecked();
    await userEvent.click(form.getByRole('button', { name: 'Send the e-mail' }));
    expect(form.getByRole('textbox', { name: 'E-mail address' })).toBeInvalid();
    await userEvent.type(form.getByRole('textbox', { name: 'E-mail address' }), 'lin@example.org');
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Role' }), 'Focal point');
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Language of the e-mail' }), 'Spanish');
    const days = form.getByRole('textbox', { name: 'Valid for how many days' });
    await userEvent.clear(days);
    await userEvent.type(days, '7');
    await userEvent.click(form.getByRole('button', { name: 'Send the e-mail' }));
    expect(await screen.findByText('An e-mail to lin@example.org is on its way.')).toBeInTheDocument();
    expect(said().map(({ body }) => body)).toEqual([
      { role: 'focal_point', language: 'es', days: 7, email: 'lin@example.org', mostUses: 1 },
    ]);
    // For the next one.
    expect(form.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('');
  });

  it('by a link for several, which is shown once and copied', async () => {
    const url = 'https://plenary.example/join#secret';
    const { said } = await open([], {
      [`POST ${place}`]: made({ url, invitation: invitation('x', { email: null }) }),
    });
    const user = userEvent.setup();
    await press('Invite');
    await user.click(dialog('Invite').getByRole('radio', { name: 'Link or QR code' }));
    expect(dialog('Invite').queryByRole('textbox', { name: 'E-mail address' })).not.toBeInTheDocument();
    await user.click(dialog('Invite').getByRole('button', { name: 'Make the link' }));
    expect(await screen.findByDisplayValue(url)).toBeInTheDocument();
    expect(screen.getByText(/^The link is shown only now/)).toBeInTheDocument();
    expect(said()[0]!.body).toEqual({ role: 'representative', language: 'en', days: 14, mostUses: 10 });
    await user.click(screen.getByRole('button', { name: 'Copy the link' }));
    expect(await screen.findByText('Copied to the clipboard')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe(url);
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.queryByDisplayValue(url)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    expect(screen.queryByDisplayValue(url)).not.toBeInTheDocument();
  });

  it('too many is said in the form, which keeps what was written', async () => {
    await open([], { [`POST ${place}`]: refusal(409, 'invitation.too-many', { most: 50 }) });
    await press('Invite');
    const form = dialog('Invite');
    await userEvent.type(form.getByRole('textbox', { name: 'E-mail address' }), 'lin@example.org');
    await userEvent.click(form.getByRole('button', { name: 'Send the e-mail' }));
    expect(await form.findByRole('alert')).toHaveTextContent('There are 50 open invitations already');
    expect(form.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('lin@example.org');
  });
});
