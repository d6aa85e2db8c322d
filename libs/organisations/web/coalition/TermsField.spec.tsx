/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { withWords } from '@plenary/ground/web';
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SettingsPage } from './SettingsPage';

const words = { ...wordsOf('organisations'), ...wordsOf('groups') };
const themes = [
  { key: 'borders', names: { en: 'Borders', es: 'Fronteras' } },
  { key: 'labour', names: { en: 'Labour' } },
];
const coalition = {
  ...{ id: 'c', name: 'Resist', languages: ['en', 'es'], isDemo: false, colour: '#1f5c4d', logoId: null },
  ...{ regions: [{ key: 'africa', names: { en: 'Africa' } }], constituencies: [], themes },
  ...{ applications: 'closed', secondOpinion: false, email: null, secondFactorRoles: [] },
};

/** The themes among the settings, and what was sent of them. */
async function open(more: Answers = {}) {
  const asked = serverSays({
    'GET /api/coalition': { body: coalition },
    'GET /api/membership': { body: { coalitionRoles: ['coordinator'], organisations: [] } },
    'PATCH /api/coalition': ({ body }) => ({ body: { ...coalition, ...(body as object) } }),
    ...more,
  });
  await show(<SettingsPage />, words);
  await act(withWords([], () => Promise.resolve()));
  const part = within((await screen.findByRole('heading', { name: 'Themes' })).closest('section')!);
  const sent = () => asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
  return { part, sent };
}
const button = (part: ReturnType<typeof within>, name: string) => part.getByRole('button', { name });

describe('ORG-29 themes among the settings', () => {
  afterEach(cleanup);

  it('are added, named in the coalition’s languages, put in order, and sent by themselves', async () => {
    const { part, sent } = await open();
    expect(part.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      expect.stringContaining('Borders'),
      expect.stringContaining('Labour'),
    ]);
    await userEvent.click(button(part, 'Move Labour up'));
    await userEvent.click(button(part, 'Change Borders'));
    await userEvent.clear(part.getByRole('textbox', { name: 'Spanish' }));
    await userEvent.type(part.getByRole('textbox', { name: 'Spanish' }), 'Muros');
    await userEvent.click(button(part, 'Add a theme'));
    await userEvent.type(part.getByRole('textbox', { name: 'English' }), 'Climate');
    await userEvent.click(button(part, 'Save changes'));
    await waitFor(() =>
      expect(sent()).toEqual([
        {
          themes: [
            { key: 'labour', names: { en: 'Labour' } },
            { key: 'borders', names: { en: 'Borders', es: 'Muros' } },
            { names: { en: 'Climate' } },
          ],
        },
      ]),
    );
  });

  it('stay where groups have one that was to go: it is said what has it and what to do', async () => {
    const { part, sent } = await open({
      'PATCH /api/coalition': refusal(409, 'group.theme-used', { name: 'Labour', count: 2 }),
    });
    await userEvent.click(button(part, 'Remove Labour'));
    await userEvent.click(button(part, 'Save changes'));
    const alert = await part.findByRole('alert');
    expect(alert).toHaveTextContent(/Labour.*2.*another theme/);
    expect(sent()).toEqual([{ themes: [themes[0]] }]);
  });
});
