/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { refusal } from '@plenary/ground/web/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beginPage, desk, endPage, open, organisation, row, rows, suggestion } from './panel-page';

beforeEach(() => beginPage());
afterEach(endPage);

describe('the panel of suggestions', () => {
  it('lists them in the order of the text, with what they do and why, whose they are', async () => {
    await open([
      await suggestion(51, 'Bruno', (each) => each.replace(1, 0, 6, 'No one')),
      await suggestion(52, 'Chen', (each) => each.type(0, 6, ' ever')),
    ]);
    const chen = await row('Chen');
    await waitFor(() => expect(rows()).toEqual(['Chen', 'Bruno']));
    expect(within(chen).getByText('SW')).toBeInTheDocument();
    expect(within(chen).getByText('Chen says why')).toBeInTheDocument();
    const bruno = await row('Bruno');
    expect(bruno.querySelector('del')).toHaveTextContent('to be deleted: Nobody');
    expect(bruno.querySelector('ins')).toHaveTextContent('to be added: No one');
  });

  it('has what a room above does with one, but not with a draft', async () => {
    const bruno = await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever'));
    const draft = {
      ...(await suggestion(52, 'Chen', (each) => each.type(0, 6, ' at all'))),
      state: 'draft' as const,
    };
    await open([bruno, draft], {}, 'edit', undefined, ({ kind, id, statementId }) => (
      <button>{`Kite of ${kind} ${id} on ${statementId}`}</button>
    ));
    await row('Chen');
    const kites = screen.getAllByRole('button', { name: /^Kite/ });
    expect(kites.map(({ textContent }) => textContent)).toEqual(['Kite of suggestion Bruno on s']);
  });

  it('SUG-5 accepts, says so with a way back, and goes on to the next', async () => {
    const all = [
      await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever')),
      await suggestion(52, 'Chen', (each) => each.delete(1, 6, 9)),
    ];
    const { asked } = await open(all, {
      'POST /api/suggestions/Bruno/accept': { status: 201, body: all[0] },
      'POST /api/suggestions/Bruno/take-back': { status: 201, body: all[0] },
    });
    await userEvent.click(within(await row('Bruno')).getByRole('button', { name: 'Accept' }));
    await screen.findByText('The suggestion by Bruno is in the text now.');
    expect(await row('Chen')).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('It was taken back. The suggestion is open again.');
    expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      '/api/suggestions/Bruno/accept',
      '/api/suggestions/Bruno/take-back',
    ]);
  });

  it('SUG-5 says so as well where the news of it takes the row away before the answer', async () => {
    const bruno = await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever'));
    let answer: () => void = () => undefined;
    const { list, queries } = await open([bruno], {
      'POST /api/suggestions/Bruno/accept': async () => {
        await new Promise<void>((come) => (answer = come));
        return { status: 201, body: bruno };
      },
    });
    await userEvent.click(within(await row('Bruno')).getByRole('button', { name: 'Accept' }));
    list([]);
    await queries.invalidateQueries();
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    answer();
    await screen.findByText('The suggestion by Bruno is in the text now.');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeInTheDocument();
  });

  it('SUG-5 rejects with a reason', async () => {
    const bruno = await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever'));
    const { asked } = await open([bruno], {
      'POST /api/suggestions/Bruno/reject': { status: 201, body: bruno },
    });
    await userEvent.click(within(await row('Bruno')).getByRole('button', { name: 'Reject' }));
    await userEvent.type(await screen.findByLabelText('Why it is rejected'), 'Said in ¶2');
    await userEvent.click(screen.getByRole('button', { name: 'Reject suggestion' }));
    await screen.findByText('The suggestion by Bruno was rejected.');
    expect(asked).toContainEqual({
      ...{ method: 'POST', path: '/api/suggestions/Bruno/reject', body: { reason: 'Said in ¶2' } },
    });
  });

  it('SUG-4 says what organisations think, of which wording, and takes one’s own back', async () => {
    const bruno = await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever'));
    const signals = [
      { organisation: organisation('MSF'), signal: 'support' as const, wording: 1 },
      { organisation: organisation('AI'), signal: 'concern' as const, wording: 2 },
    ];
    const { asked } = await open([{ ...bruno, wording: 2, signals, mySignal: 'concern' }], {
      'PUT /api/suggestions/Bruno/signal': { body: bruno },
    });
    const shown = await row('Bruno');
    expect(within(shown).getByText('MSF')).toHaveTextContent('MSF (of an earlier wording)');
    const concern = within(shown).getByRole('button', { name: 'Concern', pressed: true });
    await userEvent.click(within(shown).getByRole('button', { name: 'Support', pressed: false }));
    await userEvent.click(concern);
    await waitFor(() =>
      expect(asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
        { signal: 'support' },
        { signal: null },
      ]),
    );
  });

  it('says what competes, and what lost its words; that cannot be accepted', async () => {
    const all = [
      await suggestion(51, 'Bruno', (each) => each.replace(1, 0, 6, 'No one')),
      await suggestion(52, 'Chen', (each) => each.delete(1, 4, 9)),
      await suggestion(53, 'Dana', (each) => each.delete(0, 0, 6)),
    ];
    desk.delete(0, 0, 6);
    await open(all);
    const bruno = await row('Bruno');
    await within(bruno).findByText('Something else is suggested for the same words by Chen.');
    const dana = await row('Dana');
    await within(dana).findByText('The words that it would change are gone.');
    expect(within(dana).getByRole('button', { name: 'Accept' })).toBeDisabled();
    expect(within(bruno).getByRole('button', { name: 'Accept' })).toBeEnabled();
  });

  it('goes from one to the next by key', async () => {
    await open([
      await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever')),
      await suggestion(52, 'Chen', (each) => each.delete(1, 6, 9)),
    ]);
    (await row('Bruno')).focus();
    await waitFor(() => expect(rows()).toEqual(['Bruno', 'Chen']));
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(await row('Bruno')).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(await row('Chen')).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(await row('Bruno')).toHaveFocus();
  });

  it('decides about all of one author at once, and says how many were', async () => {
    const all = [
      { ...(await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever'))), id: 'one' },
      { ...(await suggestion(52, 'Bruno', (each) => each.delete(1, 6, 9))), id: 'two' },
      await suggestion(53, 'Chen', (each) => each.type(1, 0, 'So: ')),
      await suggestion(54, 'Dana', (each) => each.type(1, 0, 'And: ')),
    ];
    const { asked } = await open(all, {
      'POST /api/suggestions/one/accept': { status: 201, body: all[0] },
      'POST /api/suggestions/two/accept': refusal(409, 'suggestion.void'),
    });
    await row('Chen');
    await userEvent.selectOptions(screen.getByLabelText('Suggested by'), 'Bruno');
    await userEvent.click(await screen.findByRole('button', { name: 'Accept all 2' }));
    const dialog = await screen.findByRole('dialog', { name: 'Accept all 2' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Accept' }));
    await screen.findByText('Decided: 1 of 2');
    expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      '/api/suggestions/one/accept',
      '/api/suggestions/two/accept',
    ]);
  });

  it('SUG-2 lets its author withdraw, and others decide only who may', async () => {
    const own = await suggestion(51, 'Amara', (each) => each.type(0, 6, ' ever'));
    const { asked } = await open(
      [{ ...own, may: { write: true, signal: false, decide: false, takeBack: false } }],
      { 'DELETE /api/suggestions/Amara': { status: 204 } },
      'comment',
    );
    const shown = await row('Amara');
    expect(within(shown).queryByRole('button', { name: 'Accept' })).toBeNull();
    await userEvent.click(await within(shown).findByRole('button', { name: 'Withdraw' }));
    const dialog = await screen.findByRole('dialog', { name: 'Withdraw this suggestion?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(asked.map(({ method }) => method)).toContain('DELETE'));
  });
});
