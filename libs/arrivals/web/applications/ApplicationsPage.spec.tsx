/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApplicationsPage } from './ApplicationsPage';

const words = { ...wordsOf('arrivals'), ...wordsOf('organisations') };
const application = (name: string, about: object = {}) => ({
  organisation: {
    ...{ id: name, name, acronym: null, country: 'KE', region: null, constituency: null, languages: ['en'] },
    ...{ website: 'javascript:alert(1)', state: 'applied', listing: 'listed', logoId: null, peopleCount: 0 },
  },
  ...{ description: { en: `${name} saves lives.` }, applicantName: 'Paola', applicantEmail: 'p@example.org' },
  ...{ applicantLanguage: 'es', confirmedAt: '2026-11-24T10:00:00Z', note: 'We want to help.' },
  ...{ nameTaken: false, notes: [], ...about },
});
const coalition = {
  ...{ id: 'c', name: 'The Coalition', languages: ['en'], isDemo: false, regions: [], constituencies: [] },
  ...{ applications: 'open', secondOpinion: false },
};
const page = (...items: object[]) => ({
  body: { items, nextCursor: null as string | null, total: items.length },
});

const open = async (queue: object[], answers: Answers = {}, role = 'coordinator') => {
  const now = { queue, coalition };
  const asked = serverSays({
    'GET /api/membership': {
      body: { organisations: [], inactive: [], actingFor: null, coalitionRoles: [role] },
    },
    'GET /api/coalition': () => ({ body: now.coalition }),
    'GET /api/applications': () => page(...now.queue),
    ...answers,
  });
  await show(<ApplicationsPage />, words);
  return { now, said: () => asked.filter(({ method }) => method !== 'GET').map(({ body }) => body) };
};
const card = async (name: string) =>
  within((await screen.findByRole('heading', { level: 2, name })).closest('section')!);
const dialog = (name: string) => within(screen.getByRole('dialog', { name }));

describe('the applications', () => {
  afterEach(cleanup);

  it('are for coordinators', async () => {
    await open([application('Harbour')], {}, 'facilitator');
    expect(await screen.findByRole('alert')).toHaveTextContent('Only coordinators can do this');
    expect(screen.queryByText('Harbour')).not.toBeInTheDocument();
  });

  it('say who asks and why; what is written there is no link', async () => {
    const taken = application('Quay', { nameTaken: true });
    await open([application('Harbour'), taken]);
    const harbour = await card('Harbour');
    expect(harbour.getByText('Harbour saves lives.')).toBeInTheDocument();
    expect(harbour.getByText('We want to help.')).toBeInTheDocument();
    expect(harbour.getByText('Paola').closest('dd')).toHaveTextContent('Paola, p@example.org');
    expect(harbour.queryByRole('link')).not.toBeInTheDocument();
    expect(harbour.queryByText(/^Another organisation has this name/)).not.toBeInTheDocument();
    expect((await card('Quay')).getByText(/^Another organisation has this name/)).toBeInTheDocument();
    expect(screen.getByText('2 applications wait')).toBeInTheDocument();
  });

  it('go on after the first page, and end', async () => {
    await open([], {
      'GET /api/applications': ({ url }) =>
        url.searchParams.get('cursor')
          ? page(application('Quay'))
          : { body: { ...page(application('Harbour')).body, nextCursor: 'more' } },
    });
    await card('Harbour');
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await card('Quay');
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
    cleanup();
    await open([]);
    expect(await screen.findByText('No application is waiting')).toBeInTheDocument();
  });

  it('get notes and opinions, which the next coordinator reads', async () => {
    const note = (id: string, authorName: string, text: string, opinion: string | null) => ({
      ...{ id, authorName, text, opinion, at: new Date(Date.now() - 7_200_000).toISOString() },
    });
    const notes = [note('1', 'Amara', 'I know them.', 'for'), note('2', 'Lin', 'Ask again.', null)];
    const { said } = await open([application('Harbour', { notes })], {
      'POST /api/applications/Harbour/notes': { status: 201, body: {} },
    });
    const harbour = await card('Harbour');
    expect(harbour.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      'Amara I am for it · 2 hours agoI know them.',
      'Lin 2 hours agoAsk again.',
    ]);
    const words = harbour.getByRole('textbox', { name: 'Note for the other coordinators' });
    expect(harbour.getByRole('button', { name: 'Add the note' })).toBeDisabled();
    await userEvent.type(words, 'Not yet.');
    await userEvent.click(harbour.getByRole('button', { name: 'Add the note' }));
    await waitFor(() => expect(words).toHaveValue(''));
    await userEvent.click(harbour.getByRole('button', { name: 'I am against it' }));
    await waitFor(() => expect(said()).toHaveLength(2));
    expect(said()).toEqual([{ text: 'Not yet.' }, { text: '', opinion: 'against' }]);
  });

  it('are decided after a question; who is accepted leaves the list', async () => {
    const { said, now } = await open([application('Harbour')], {
      'PUT /api/applications/Harbour/decision': () => ((now.queue = []), { status: 204 }),
    });
    await userEvent.click((await card('Harbour')).getByRole('button', { name: 'Accept' }));
    const question = dialog('Accept Harbour?');
    expect(question.getByText(/p@example\.org is invited by e-mail/)).toBeInTheDocument();
    await userEvent.click(question.getByRole('button', { name: 'Accept' }));
    expect(await screen.findByText('Harbour is accepted.')).toBeInTheDocument();
    expect(await screen.findByText('No application is waiting')).toBeInTheDocument();
    expect(said()).toEqual([{ state: 'active', reason: '' }]);
  });

  it('are not refused without a reason, which the applicant is told', async () => {
    const { said } = await open([application('Harbour')], {
      'PUT /api/applications/Harbour/decision': { status: 204 },
    });
    await userEvent.click((await card('Harbour')).getByRole('button', { name: 'Do not accept' }));
    const question = dialog('Not accept Harbour?');
    const refuse = question.getByRole('button', { name: 'Do not accept' });
    expect(refuse).toBeDisabled();
    await userEvent.type(
      question.getByRole('textbox', { name: 'Reason (the applicant is told)' }),
      'Too new',
    );
    await userEvent.click(refuse);
    expect(await screen.findByText('Harbour is not accepted.')).toBeInTheDocument();
    expect(said()).toEqual([{ state: 'refused', reason: 'Too new' }]);
  });

  it('wait for a second opinion where the coalition wants one: the question says so and stays', async () => {
    await open([application('Harbour')], {
      'PUT /api/applications/Harbour/decision': refusal(409, 'application.second-opinion'),
    });
    await userEvent.click((await card('Harbour')).getByRole('button', { name: 'Accept' }));
    const question = dialog('Accept Harbour?');
    await userEvent.click(question.getByRole('button', { name: 'Accept' }));
    expect(await question.findByRole('alert')).toHaveTextContent('The coalition wants a second opinion');
  });

  it('are opened and closed here for everybody', async () => {
    let refused = false;
    const { said, now } = await open([], {
      'PATCH /api/coalition': ({ body }) => {
        if (refused) return refusal(403, 'coalition.forbidden');
        now.coalition = { ...now.coalition, ...(body as object) };
        return { body: now.coalition };
      },
    });
    const box = (name: RegExp) => screen.getByRole('checkbox', { name });
    expect(await screen.findByRole('checkbox', { name: /^Organisations may apply/ })).toBeChecked();
    await userEvent.click(box(/^Organisations may apply/));
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    await waitFor(() => expect(box(/^Organisations may apply/)).not.toBeChecked());
    refused = true;
    await userEvent.click(box(/^A second coordinator/));
    expect(await screen.findByRole('alert')).toHaveTextContent('Only coordinators can do this');
    expect(box(/^A second coordinator/)).not.toBeChecked();
    expect(said()).toEqual([{ applications: 'closed' }, { secondOpinion: true }]);
  });
});
