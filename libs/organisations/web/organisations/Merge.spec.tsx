/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { bridge, coordinator, dialog, list, open, press, someone } from '../test/organisation-page';

afterEach(cleanup);

describe('two records of one organisation', () => {
  const kept = {
    ...{ ...bridge, id: 'k', name: 'Sea-Bridge', acronym: null, website: null, region: null },
    ...{ people: [someone('Lin', 'focal_point')], peopleCount: 1 },
  };
  const answers: Answers = {
    'GET /api/organisations': list(bridge, kept),
    'GET /api/organisations/k': { body: kept },
  };

  it('become one after all of it was shown, with a reason; it leads on to the one that stays', async () => {
    const { said, address } = await open(coordinator, {
      ...answers,
      'POST /api/organisations/o/merge': { status: 204 },
    });
    await press('Merge with another record');
    const question = dialog('Merge Sea Bridge into another');
    expect(question.getByText(/This cannot be undone/)).toBeInTheDocument();
    const merge = question.getByRole('button', { name: 'Merge the records' });
    const others = await question.findAllByRole('radio');
    expect(others.map((each) => each.closest('label')!.textContent)).toEqual(['Sea-BridgeKenya']);
    await userEvent.click(others[0]!);
    expect(merge).toBeDisabled();
    const preview = within(await question.findByRole('table', { name: 'What the merge does' }));
    await waitFor(() =>
      expect(
        preview.getAllByRole('row').map((each) => [...each.children].map((cell) => cell.textContent)),
      ).toEqual([
        ['Field', 'Is lost', 'Stays'],
        ['Name', 'Sea Bridge', 'Sea-Bridge'],
        ['Acronym', 'SB', '–'],
        ['Region', 'Africa', '–'],
        ['Website', 'https://sea.example/', '–'],
      ]),
    );
    // Whoever acts for both keeps the greater role.
    const moving = question.getByRole('heading', { name: '2 people move' }).nextElementSibling!;
    expect([...moving.children].map((each) => each.textContent)).toEqual([
      'Rosa: Focal point',
      'Lin: Focal point',
    ]);
    await userEvent.type(question.getByRole('textbox', { name: /^Reason \(on record/ }), '  ');
    expect(merge).toBeDisabled();
    await userEvent.type(question.getByRole('textbox', { name: /^Reason \(on record/ }), 'one and the same');
    await userEvent.click(merge);
    expect(await screen.findByText(/^Sea Bridge is merged/)).toBeInTheDocument();
    expect(said().map(({ body }) => body)).toEqual([{ into: 'k', reason: '  one and the same' }]);
    await waitFor(() => expect(address()).toBe('/organisations/k'));
  });

  it('or it is said why not', async () => {
    const { address } = await open(coordinator, {
      ...answers,
      'POST /api/organisations/o/merge': refusal(409, 'organisation.merge-impossible'),
    });
    await press('Merge with another record');
    await userEvent.click(await dialog().findByRole('radio'));
    await userEvent.type(dialog().getByRole('textbox', { name: /^Reason \(on record/ }), 'x');
    await userEvent.click(dialog().getByRole('button', { name: 'Merge the records' }));
    expect(await dialog().findByText(/^These two cannot be merged/)).toBeInTheDocument();
    expect(address()).toBe('/organisations/o');
  });

  it('are not found by every name', async () => {
    await open(coordinator, { 'GET /api/organisations': list(bridge) });
    await press('Merge with another record');
    expect(await dialog().findByText('No other organisation matches')).toBeInTheDocument();
    expect(dialog().getByRole('button', { name: 'Merge the records' })).toBeDisabled();
  });
});
