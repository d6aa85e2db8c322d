/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SuggestionMargin } from '../components/SuggestionMargin';
import { useMode } from '../use-mode';
import { beginPage, desk, endPage, open, row, rows, statement, suggestion } from './panel-page';

beforeEach(async () => {
  await beginPage();
  document.body.append(desk.dom);
});
afterEach(() => {
  document.body.replaceChildren();
  endPage();
});

const all = jest.fn();
function Beside() {
  return (
    <SuggestionMargin statement={statement} editor={desk.editor} mode={useMode(statement)} onAll={all} />
  );
}

const mark = (name: RegExp) => screen.findByRole('button', { name });
const atFirst = () => mark(/^1 suggestion at \u2066¶1\u2069: Bruno \(SW\)$/);
const isPhone = (phone: boolean) =>
  jest.spyOn(window, 'matchMedia').mockImplementation((query) => {
    const nothing = () => undefined;
    const told = { addEventListener: nothing, removeEventListener: nothing, dispatchEvent: () => true };
    const old = { onchange: null, addListener: nothing, removeListener: nothing };
    return { matches: phone && query.includes('62em'), media: query, ...told, ...old };
  });

describe('suggestions in the margin', () => {
  const two = async () => [
    await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever')),
    await suggestion(52, 'Chen', (each) => each.delete(1, 6, 9)),
    await suggestion(53, 'Dana', (each) => each.type(1, 0, 'So: ')),
  ];

  it('stand at their paragraph, with who suggests them and for which organisation', async () => {
    await open(await two(), {}, 'edit', <Beside />);
    await atFirst();
    await mark(/^2 suggestions at \u2066¶2\u2069: Dana \(SW\) and Chen \(SW\)$/);
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('are weighed in place: those of one paragraph alone, and Escape gives the focus back to the mark', async () => {
    await open(await two(), {}, 'edit', <Beside />);
    await userEvent.click(await atFirst());
    const card = screen.getByRole('region', { name: /^Suggestions at \u2066¶1/ });
    expect(card).toHaveFocus();
    expect(rows()).toEqual(['Bruno']);
    expect(within(card).getByText('Bruno says why')).toBeInTheDocument();
    expect((await row('Bruno')).querySelector('ins')).toHaveTextContent('to be added: ever');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: /^Suggestions at/ })).toBeNull();
    await waitFor(async () => expect(await atFirst()).toHaveFocus());
  });

  it('SUG-5 are accepted there; the focus goes to the text, where keys take back what was decided', async () => {
    const [bruno, ...others] = await two();
    const { asked } = await open(
      [bruno!, ...others],
      { 'POST /api/suggestions/Bruno/accept': { status: 201, body: bruno } },
      'edit',
      <Beside />,
    );
    await userEvent.click(await atFirst());
    await userEvent.click(within(await row('Bruno')).getByRole('button', { name: 'Accept' }));
    await screen.findByText('The suggestion by Bruno is in the text now.');
    expect(asked.map(({ path }) => path)).toContain('/api/suggestions/Bruno/accept');
    expect(screen.queryByRole('region', { name: /^Suggestions at/ })).toBeNull();
    expect(desk.dom).toHaveFocus();
  });

  it('a question about one of them that is left with Escape leaves the others open', async () => {
    await open(await two(), {}, 'edit', <Beside />);
    await userEvent.click(await atFirst());
    await userEvent.click(within(await row('Bruno')).getByRole('button', { name: 'Reject' }));
    await userEvent.type(await screen.findByLabelText('Why it is rejected'), '{Escape}');
    expect(screen.getByRole('region', { name: /^Suggestions at/ })).toBeInTheDocument();
  });

  it('are a sheet on a phone, and lead to the list of all', async () => {
    const phone = isPhone(true);
    await open(await two(), {}, 'edit', <Beside />);
    await userEvent.click(await atFirst());
    const sheet = await screen.findByRole('dialog', { name: /^Suggestions at \u2066¶1/ });
    expect(rows()).toEqual(['Bruno']);
    await userEvent.click(within(sheet).getByRole('button', { name: 'All suggestions' }));
    expect(all).toHaveBeenCalledTimes(1);
    expect(rows).toThrow();
    phone.mockRestore();
  });
});
