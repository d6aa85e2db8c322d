/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApplyPage } from './ApplyPage';
import { ConfirmApplicationPage } from './ConfirmApplicationPage';

const words = { ...wordsOf('arrivals'), ...wordsOf('organisations'), ...wordsOf('identity') };
const coalition = {
  ...{ name: 'The Coalition', applications: 'open', email: null, languages: ['en', 'es'], colour: '#1f5c4d' },
  ...{ logoId: null, regions: [{ key: 'africa', names: { en: 'Africa' } }], constituencies: [] },
};
const open = async (answers: Answers = {}, about: object = {}, emails = 'sent') => {
  const asked = serverSays({
    'GET /api/door': { body: { coalition: { ...coalition, ...about }, emails } },
    'GET /api/coalition': refusal(401, 'session.needed'),
    ...answers,
  });
  await show(<ApplyPage />, words);
  return () => asked.filter(({ method }) => method !== 'GET').map(({ body }) => body);
};
const field = (name: string) => screen.getByRole('textbox', { name });
const choose = (name: string, option: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name }), option);
const apply = () => userEvent.click(screen.getByRole('button', { name: 'Apply' }));
const fill = async () => {
  await screen.findByRole('combobox', { name: 'Region' });
  await userEvent.type(field('Name of the organisation'), 'Harbour');
  await choose('Country', 'Kenya');
  await choose('Region', 'Africa');
  await userEvent.type(field('Website'), 'harbour.example');
  await choose('Language of the description', 'Spanish');
  await userEvent.type(field('What it does'), 'Salva vidas.');
  await userEvent.type(field('Your name'), 'Paola');
  await userEvent.type(field('E-mail address'), 'p@example.org');
  await userEvent.type(field('Why it wants to join'), 'To help.');
};

describe('the public form for organisations', () => {
  afterEach(cleanup);

  it('sends nothing while something is missing, then all of it, and says what comes next', async () => {
    const said = await open({ 'POST /api/applications': { status: 202, body: {} } });
    await screen.findByRole('combobox', { name: 'Region' });
    expect(screen.getByText(/^Your organisation wants to join The Coalition/)).toBeInTheDocument();
    expect(screen.queryByRole('combobox', { name: 'Constituency' })).not.toBeInTheDocument();
    await apply();
    expect(field('Name of the organisation')).toBeInvalid();
    expect(said()).toEqual([]);
    await fill();
    await apply();
    expect(await screen.findByText(/^An e-mail to p@example\.org is on its way/)).toBeInTheDocument();
    expect(said()).toEqual([
      {
        ...{ name: 'Harbour', country: 'KE', languages: ['en'], region: 'africa', constituency: '' },
        ...{ website: 'https://harbour.example', description: { es: 'Salva vidas.' }, language: 'en' },
        ...{ applicantName: 'Paola', applicantEmail: 'p@example.org', note: 'To help.' },
      },
    ]);
    expect(screen.queryByRole('button', { name: 'Apply' })).not.toBeInTheDocument();
  });

  it.each([
    ['applicantName', 'Your name'],
    ['applicantEmail', 'E-mail address'],
    ['website', 'Website'],
    ['note', 'Why it wants to join'],
  ])('what the server calls %s is wrong at “%s”, which has the focus', async (name, label) => {
    await open({ 'POST /api/applications': refusal(400, 'request.invalid', { field: name }) });
    await fill();
    await apply();
    await waitFor(() => expect(field(label)).toHaveAccessibleDescription(/missing|no complete/));
    expect(field(label)).toHaveFocus();
    expect(field('Name of the organisation')).toHaveValue('Harbour');
  });

  it('is closed where no applications are taken, with an address to write to, if there is one', async () => {
    await open({}, { applications: 'closed', email: 'us@example.org' });
    expect(await screen.findByText(/^The coalition accepts no applications/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'us@example.org' })).toHaveAttribute(
      'href',
      'mailto:us@example.org',
    );
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    cleanup();
    await open({}, { applications: 'closed' });
    expect(await screen.findByText(/^The coalition accepts no applications/)).toBeInTheDocument();
    expect(screen.queryByText('Address of the coordinators')).not.toBeInTheDocument();
  });

  it('says where no e-mail leaves that it waits', async () => {
    await open({ 'POST /api/applications': { status: 202, body: {} } }, {}, 'waiting');
    await fill();
    await apply();
    expect(
      await screen.findByText(/^The e-mail to p@example\.org is written\. It leaves/),
    ).toBeInTheDocument();
  });
});

describe('the link in the e-mail to an applicant', () => {
  afterEach(cleanup);

  it('does nothing by being opened: a click confirms, or says why not', async () => {
    history.replaceState(null, '', '/apply/confirm#a-secret');
    let answer = refusal(410, 'link.unusable');
    const asked = serverSays({ 'POST /api/applications/confirm': () => answer });
    await show(<ConfirmApplicationPage />, words);
    const confirm = await screen.findByRole('button', { name: 'Confirm' });
    expect(asked).toEqual([]);
    await userEvent.click(confirm);
    await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus());
    expect(screen.getByRole('alert')).toHaveTextContent('Ask for a new one');
    answer = { status: 200, body: {} };
    await userEvent.click(confirm);
    expect(await screen.findByRole('heading', { name: 'The application has arrived' })).toBeInTheDocument();
    expect(asked.map(({ body }) => body)).toEqual([{ secret: 'a-secret' }, { secret: 'a-secret' }]);
  });
});
