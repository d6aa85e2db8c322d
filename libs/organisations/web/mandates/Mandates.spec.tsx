/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal } from '@plenary/ground/web/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { coordinator, dialog, done, focal, list, open, part, press } from '../test/organisation-page';

const day = '2026-11-24T10:00:00Z';
afterEach(cleanup);

describe('the mandates of an organisation', () => {
  const mandates = '/api/organisations/o/mandates';
  const mandate = (id: string, about: object = {}) => ({
    ...{ id, personId: 'lin', name: 'Lin', kind: 'vote', alternate: false, from: day, until: null },
    ...{ state: 'holds', ...about },
  });
  const until = '2026-12-31T10:00:00Z';

  it('say who, what, and from when to when; those that run are ended by who names its people', async () => {
    const { said } = await open(focal, {
      [`GET ${mandates}`]: list(
        mandate('1'),
        mandate('2', { kind: 'sign', alternate: true, until, state: 'ahead' }),
        mandate('3', { until, state: 'over' }),
        mandate('4', { state: 'ended' }),
      ),
      [`DELETE ${mandates}/1`]: done,
      [`DELETE ${mandates}/2`]: refusal(404, 'mandate.not-found'),
    });
    const section = part('Mandates');
    await section.findAllByText('Lin');
    const lines = section.getAllByRole('listitem');
    expect(lines.map((each) => each.textContent)).toEqual([
      'LinVote · from November 24, 2026End the mandate',
      'LinSign, as alternate · November 24, 2026 to December 31, 2026 · not yetEnd the mandate',
      'LinVote · November 24, 2026 to December 31, 2026 · over',
      'LinVote · from November 24, 2026 · ended',
    ]);
    const end = (line: HTMLElement) => userEvent.click(within(line).getByRole('button'));
    await end(lines[0]!);
    expect(await screen.findByText('The mandate is ended.')).toBeInTheDocument();
    await end(lines[1]!);
    expect(await section.findByRole('alert')).toHaveTextContent('This mandate is not there any more');
    expect(said()).toHaveLength(2);
  });

  it('are read by everybody, and given by nobody else, nor while it is not active', async () => {
    const answers = { [`GET ${mandates}`]: list(mandate('1')) };
    await open({}, answers);
    expect(await part('Mandates').findByText('Lin')).toBeInTheDocument();
    expect(part('Mandates').queryByRole('button')).not.toBeInTheDocument();
    cleanup();
    await open({ ...coordinator, state: 'suspended' }, answers);
    expect(await part('Mandates').findByText('Lin')).toBeInTheDocument();
    expect(part('Mandates').queryByRole('button')).not.toBeInTheDocument();
  });

  it('are given to one of its people, for whole days of the giver’s', async () => {
    const { said } = await open(focal, { [`POST ${mandates}`]: { status: 201, body: mandate('1') } });
    await press('Give a mandate');
    const form = dialog('Give a mandate');
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Person' }), 'Lin');
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'To do what' }), 'sign');
    await userEvent.click(form.getByRole('checkbox', { name: /^As alternate/ }));
    await userEvent.type(form.getByLabelText('First day (empty: from now)'), '2026-12-01');
    await userEvent.type(form.getByLabelText('Last day (empty: until ended)'), '2026-12-31');
    await userEvent.click(form.getByRole('button', { name: 'Give a mandate' }));
    expect(await screen.findByText('The mandate is given.')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(said().map(({ body }) => body)).toEqual([
      {
        ...{ personId: 'lin', kind: 'sign', alternate: true },
        from: new Date('2026-12-01T00:00:00').toISOString(),
        until: new Date('2026-12-31T23:59:59').toISOString(),
      },
    ]);
  });

  it('are not given for days that cannot be: the form says so and stays', async () => {
    const { said } = await open(focal, { [`POST ${mandates}`]: refusal(422, 'mandate.term-impossible') });
    await press('Give a mandate');
    await userEvent.click(dialog().getByRole('button', { name: 'Give a mandate' }));
    expect(await dialog().findByRole('alert')).toHaveTextContent('The end lies before the beginning');
    expect(said()[0]!.body).toEqual({ personId: 'rosa', kind: 'vote', alternate: false });
  });
});
