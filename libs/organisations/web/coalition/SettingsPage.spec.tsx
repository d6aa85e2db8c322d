/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, withFiles, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SettingsPage } from './SettingsPage';

const words = wordsOf('organisations');
const term = (key: string, en: string, es?: string) => ({ key, names: { en, ...(es ? { es } : {}) } });
const coalition = {
  ...{ id: 'c', name: 'The Coalition', languages: ['en', 'es'], isDemo: false, colour: '#1f5c4d' },
  ...{ applications: 'open', secondOpinion: false, logoId: null, email: 'us@example.org' },
  ...{ regions: [term('africa', 'Africa', 'África'), term('asia', 'Asia')], constituencies: [], themes: [] },
  secondFactorRoles: ['coordinator'],
};
const as = (role: string) => ({
  body: { organisations: [], inactive: [], actingFor: null, coalitionRoles: [role] },
});

/** The page, and what was asked to be changed; the server takes it unless the spec says otherwise. */
const open = async (answer?: Answers[string], about: object = {}) => {
  const now = { coalition: { ...coalition, ...about } };
  const takes = ({ body }: { body: unknown }) => {
    now.coalition = { ...now.coalition, ...(body as object) };
    return { body: now.coalition };
  };
  const asked = serverSays({
    'GET /api/membership': as('coordinator'),
    'GET /api/coalition': () => ({ body: now.coalition }),
    'PATCH /api/coalition': answer ?? takes,
    'DELETE /api/coalition/logo': () => takes({ body: { logoId: null } }),
    'PUT /api/coalition/logo': refusal(413, 'picture.too-large', { most: 300 }),
  });
  await show(<SettingsPage />, words);
  await screen.findByRole('textbox', { name: 'Name of the coalition' });
  await screen.findByRole('combobox', { name: 'Languages it works in' });
  return { said: () => asked.filter(({ method }) => method !== 'GET').map(({ body }) => body), asked };
};
const part = (name: string) => within(screen.getByRole('heading', { level: 2, name }).closest('section')!);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('the settings of the coalition', () => {
  afterEach(cleanup);

  it('are for coordinators: others read why, and nothing of them', async () => {
    serverSays({ 'GET /api/membership': as('facilitator'), 'GET /api/coalition': { body: coalition } });
    await show(<SettingsPage />, words);
    expect(await screen.findByRole('alert')).toHaveTextContent('Only coordinators can do this');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Back to Organisations' })).toBeInTheDocument();
  });

  it('name, languages, colour and address are saved together', async () => {
    const { said } = await open();
    const look = part('Name, languages, colour and contact');
    const name = look.getByRole('textbox', { name: 'Name of the coalition' });
    await userEvent.clear(name);
    await userEvent.type(name, ' Open Seas ');
    await userEvent.click(look.getByRole('button', { name: 'Remove Spanish' }));
    await userEvent.click(look.getByRole('radio', { name: 'Colour 2' }));
    await userEvent.clear(look.getByRole('textbox', { name: /^Address of the coordinators/ }));
    await userEvent.click(look.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(said()).toEqual([{ name: 'Open Seas', colour: '#1d4e79', languages: ['en'], email: null }]);
  });

  it.each([
    ['its field', refusal(422, 'coalition.name-empty'), /^The name of the coalition is empty/, true],
    ['the form', refusal(403, 'coalition.forbidden'), /^Only coordinators can do this/, false],
  ])('what is refused is said at %s', async (_, answer, sentence, atField) => {
    await open(answer);
    const look = part('Name, languages, colour and contact');
    await userEvent.click(look.getByRole('button', { name: 'Save changes' }));
    expect(await look.findByText(sentence)).toBeInTheDocument();
    const name = look.getByRole('textbox', { name: 'Name of the coalition' });
    if (atField) expect(name).toHaveFocus();
    else expect(name).toBeValid();
    expect(screen.queryByText('Saved')).not.toBeInTheDocument();
  });

  it('a role that needs a second factor is ticked at once, and unticked when that is refused', async () => {
    const { said } = await open();
    const facilitator = () => part('Second factor').getByRole('checkbox', { name: 'Facilitator' });
    expect(part('Second factor').getByRole('checkbox', { name: 'Coordinator' })).toBeChecked();
    await userEvent.click(facilitator());
    expect(facilitator()).toBeChecked();
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(said()).toEqual([{ secondFactorRoles: ['coordinator', 'facilitator'] }]);
    cleanup();
    await open(refusal(403, 'coalition.forbidden'));
    await userEvent.click(facilitator());
    await waitFor(() => expect(facilitator()).not.toBeChecked());
    expect(screen.getByRole('alert')).toHaveTextContent('Only coordinators can do this');
  });

  it('the logo is shown, and goes by one button; one that is too large is not taken', async () => {
    withFiles();
    const { asked } = await open(undefined, { logoId: 'l' });
    expect(screen.getByRole('img', { name: 'Logo of The Coalition' })).toHaveAttribute(
      'src',
      '/api/pictures/l',
    );
    const file = new File(['x'], 'logo.png', { type: 'image/png' });
    await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file);
    expect(
      await screen.findByText('The picture is larger than 300 kB. Make it smaller.'),
    ).toBeInTheDocument();
    await press('Remove the logo');
    expect(await screen.findByRole('button', { name: 'Add a logo' })).toBeInTheDocument();
    expect(screen.queryByRole('img', { name: /^Logo/ })).not.toBeInTheDocument();
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toContain('DELETE /api/coalition/logo');
  });
});

describe('the coalition’s own regions', () => {
  afterEach(cleanup);
  const regions = () => part('Regions');
  const lines = () => regions().queryAllByRole('listitem');
  const named = () => lines().map((each) => each.querySelector('bdi')!.textContent);
  const save = () => userEvent.click(regions().getByRole('button', { name: 'Save changes' }));

  it('are named in each language, put in order, added and taken away, and saved as a whole', async () => {
    const { said } = await open();
    expect(named()).toEqual(['Africa', 'Asia']);
    expect(lines()[0]).toHaveTextContent('África');
    await press('Change Asia');
    await userEvent.type(regions().getByRole('textbox', { name: 'Spanish' }), 'Asia y Pacífico');
    await press('Add a region');
    const english = () => regions().getByRole('textbox', { name: 'English' });
    expect(english()).toHaveFocus();
    expect(english()).toHaveValue('');
    await userEvent.type(english(), 'Europe');
    await press('Move Europe up');
    await press('Remove Africa');
    expect(screen.getByRole('button', { name: 'Add a region' })).toHaveFocus();
    expect(named()).toEqual(['Europe', 'Asia']);
    expect(screen.getByRole('button', { name: 'Move Europe up' })).toBeDisabled();
    expect(said()).toEqual([]);
    await save();
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(said()).toEqual([
      {
        regions: [{ names: { en: 'Europe' } }, { key: 'asia', names: { en: 'Asia', es: 'Asia y Pacífico' } }],
      },
    ]);
    expect(regions().queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('one that organisations have stays, and what was done is still there to be mended', async () => {
    await open(refusal(409, 'coalition.term-used', { name: 'Africa', count: 3 }));
    await press('Remove Africa');
    await save();
    expect(await regions().findByRole('alert')).toHaveTextContent('Organisations have “Africa”: 3.');
    expect(named()).toEqual(['Asia']);
  });

  it('without any, nobody is asked; one without a name says so', async () => {
    await open();
    const others = part('Constituencies');
    expect(others.queryAllByRole('listitem')).toEqual([]);
    await press('Add a constituency');
    expect(others.getByText('Without a name yet')).toBeInTheDocument();
  });
});
