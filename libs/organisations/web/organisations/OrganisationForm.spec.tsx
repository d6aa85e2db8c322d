/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { button, coordinator, dialog, done, focal, open, press } from '../test/organisation-page';

afterEach(cleanup);

describe('what an organisation says of itself', () => {
  const field = (name: string) => dialog().getByRole('textbox', { name });

  it('its focal point changes, without what coordinators decide', async () => {
    const { said } = await open(focal, { 'PATCH /api/organisations/o': done });
    await press('Edit the organisation');
    expect(dialog().queryByRole('textbox', { name: 'Name' })).not.toBeInTheDocument();
    expect(dialog().queryByRole('combobox', { name: 'Country' })).not.toBeInTheDocument();
    await userEvent.clear(field('Website'));
    await userEvent.type(field('Website'), 'bridge.example');
    await userEvent.selectOptions(
      dialog().getByRole('combobox', { name: 'Language of the description' }),
      'fr',
    );
    expect(field('What it says of itself')).toHaveValue('Nous tenons le pont.');
    await userEvent.clear(field('What it says of itself'));
    await userEvent.click(dialog().getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(said().map(({ body }) => body)).toEqual([
      {
        ...{ acronym: 'SB', website: 'https://bridge.example', email: null, languages: ['en', 'fr'] },
        description: { en: 'We hold the bridge.' },
      },
    ]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it.each([
    [
      'its website',
      refusal(400, 'request.invalid', { field: 'website' }),
      'Website',
      /no complete web address/,
    ],
    ['its name', refusal(409, 'organisation.name-taken'), 'Name', /^There is an organisation with this name/],
    ['a shape', refusal(400, 'request.invalid', { field: 'acronym' }), 'Acronym', /not as it should be/],
  ])('a refusal of %s stands at its field, which has the focus', async (_, answer, name, told) => {
    await open(coordinator, { 'PATCH /api/organisations/o': answer });
    await press('Edit the organisation');
    await userEvent.click(dialog().getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(field(name)).toHaveAccessibleDescription(told));
    expect(field(name)).toHaveFocus();
    expect(dialog().queryByRole('alert')).not.toBeInTheDocument();
  });

  it('a refusal of no field stands under the form', async () => {
    await open(coordinator, { 'PATCH /api/organisations/o': refusal(403, 'organisation.forbidden') });
    await press('Edit the organisation');
    await userEvent.selectOptions(dialog().getByRole('combobox', { name: /^Who sees it/ }), 'unlisted');
    await userEvent.click(dialog().getByRole('button', { name: 'Save changes' }));
    expect(await dialog().findByRole('alert')).toHaveTextContent('Only coordinators and the focal points');
  });

  it('its logo goes by one button, or it is said why not', async () => {
    const { said, now } = await open(
      { ...focal, logoId: 'l' },
      {
        'DELETE /api/organisations/o/logo': () => {
          now.organisation = { ...now.organisation, logoId: null };
          return { body: { logoId: null } };
        },
      },
    );
    expect(screen.getByRole('img', { name: 'Logo of Sea Bridge' })).toHaveAttribute('src', '/api/pictures/l');
    expect(button('Change the logo')).toBeEnabled();
    await press('Remove the logo');
    expect(await screen.findByRole('button', { name: 'Add a logo' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Remove the logo' })).not.toBeInTheDocument();
    expect(said()).toHaveLength(1);
  });
});
