/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal } from '@plenary/ground/web/testing';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dialog, done, focal, open, part, press, rosa, someone } from '../test/organisation-page';

afterEach(cleanup);

describe('the people of an organisation', () => {
  const place = (id: string) => `/api/organisations/o/people/${id}`;

  it('become something else at once', async () => {
    const { said } = await open(focal, { [`PUT ${place('lin')}`]: done });
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'What Lin is for it' }),
      'representative',
    );
    expect(await screen.findByText(/^Changed\./)).toBeInTheDocument();
    expect(said()).toEqual([{ method: 'PUT', path: place('lin'), body: { role: 'representative' } }]);
  });

  it('are let go after a question that says what follows', async () => {
    const { said, now } = await open(focal, {
      [`DELETE ${place('lin')}`]: () => {
        now.organisation = { ...now.organisation, people: [rosa], peopleCount: 1 };
        return done;
      },
    });
    await press('Remove Lin from the organisation');
    const question = 'Remove Lin from Sea Bridge?';
    expect(dialog(question).getByText(/^Open texts close within two seconds/)).toBeInTheDocument();
    await userEvent.click(dialog().getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(said()).toEqual([]);
    await press('Remove Lin from the organisation');
    await userEvent.click(dialog(question).getByRole('button', { name: 'Remove from the organisation' }));
    expect(await screen.findByText('Lin no longer acts for it.')).toBeInTheDocument();
    expect(await screen.findByRole('heading', { name: '1 person acts for it' })).toBeInTheDocument();
    expect(said()).toMatchObject([{ method: 'DELETE', path: place('lin') }]);
  });

  it('leave it themselves; not the last who answers for it, which is said', async () => {
    const { said } = await open(
      {},
      { [`DELETE ${place('rosa')}`]: refusal(409, 'organisation.last-focal-point') },
    );
    await press('Leave the organisation');
    expect(dialog('Leave Sea Bridge?').getByText(/The focal points get an e-mail/)).toBeInTheDocument();
    await userEvent.click(dialog().getByRole('button', { name: 'Leave the organisation' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('An organisation needs a focal point');
    expect(said()).toHaveLength(1);
  });

  it('who have not come, or are not reached, are marked; they are written to again', async () => {
    const waiting = someone('Paola', 'member', { awaited: true });
    const unreached = someone('Noor', 'member', { comesBack: true });
    let changed = ['paola'];
    const { said } = await open(
      { ...focal, people: [waiting, unreached] },
      { 'POST /api/people/letters': () => ({ body: { changed } }) },
    );
    const [first, second] = part('2 people act for it').getAllByRole('listitem');
    expect(first).toHaveTextContent('has not signed in yet');
    expect(second).toHaveTextContent('e-mails come back: the address does not accept them');
    expect(screen.getAllByRole('button', { name: /^Send another e-mail/ })).toHaveLength(1);
    await press('Send another e-mail: Paola');
    expect(await screen.findByText('1 e-mail is on its way.')).toBeInTheDocument();
    changed = [];
    await press('Send another e-mail: Paola');
    expect(await screen.findByText(/^1 person got an e-mail within the last twelve/)).toBeInTheDocument();
    expect(said().map(({ body }) => body)).toEqual([{ personIds: ['paola'] }, { personIds: ['paola'] }]);
  });
});
