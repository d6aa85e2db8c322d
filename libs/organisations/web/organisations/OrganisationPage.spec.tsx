/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal } from '@plenary/ground/web/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { coordinator, dialog, done, focal, list, open, part, press, visit } from '../test/organisation-page';

const day = '2026-11-24T10:00:00Z';
/** What the page knows, as "question: answer". */
const facts = () =>
  screen.getAllByRole('term').map((term) => `${term.textContent}: ${term.nextSibling?.textContent}`);

afterEach(cleanup);

describe('the page of an organisation', () => {
  it('tells what is known of it, in the reader’s language, and who acts for it; nothing to press', async () => {
    await open();
    await screen.findByText('Women on the move');
    expect(facts()).toEqual([
      'Acronym: SB',
      'Country: Kenya, Africa',
      'Constituency: Women on the move',
      'Languages: English, French',
      'Website: sea.example',
    ]);
    expect(screen.getByRole('link', { name: 'sea.example' })).toHaveAttribute('href', 'https://sea.example/');
    expect(screen.getByText('We hold the bridge.')).toBeInTheDocument();
    expect(screen.queryByText('Nous tenons le pont.')).not.toBeInTheDocument();
    const people = part('2 people act for it');
    expect(people.getByRole('link', { name: 'Lin' })).toHaveAttribute('href', '/people/lin');
    expect(people.getAllByRole('listitem')[1]).toHaveTextContent('Member');
    expect(await screen.findByText('Nobody holds a mandate')).toBeInTheDocument();
    // Rosa may go herself, and do nothing else.
    expect(screen.getAllByRole('button').map((each) => each.getAttribute('aria-label'))).toEqual([
      'Leave the organisation',
    ]);
    expect(screen.queryByRole('heading', { name: 'History of its state' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Activity of this organisation' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'What its people may do, and why' })).toHaveAttribute(
      'href',
      '/rights?about=organisations&id=o',
    );
  });

  it('falls back to the language that there is, and makes no link of what is no web address', async () => {
    await open({ description: { fr: 'Nous tenons le pont.' }, website: 'javascript:alert(1)' });
    expect(screen.getByText('Nous tenons le pont.')).toHaveAttribute('lang', 'fr');
    expect(screen.getByText('javascript:alert(1)').closest('a')).toBeNull();
  });

  it('says at first sight what is unusual about it, and why nobody acts for it', async () => {
    await open({ state: 'suspended', listing: 'unlisted', people: [], peopleCount: 0 });
    const head = within(screen.getByRole('banner'));
    expect(head.getByText('Suspended')).toBeInTheDocument();
    expect(head.getByText('Unlisted')).toBeInTheDocument();
    expect(facts()).toEqual(expect.arrayContaining(['State: Suspended', 'Who sees it: Unlisted']));
    expect(screen.getByText(/^A coordinator of the coalition names its focal/)).toBeInTheDocument();
    cleanup();
    await open({ ...focal, people: [], peopleCount: 0 });
    expect(screen.getByText('Invite its focal point below.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Give a mandate' })).not.toBeInTheDocument();
  });

  it('that goes on as another leads there, and nothing of it is changed any more', async () => {
    await open({ ...focal, state: 'merged', mergedInto: 'k', mergedIntoName: 'Land Bridge' });
    expect(screen.getByRole('link', { name: 'Land Bridge' })).toHaveAttribute('href', '/organisations/k');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Mandates' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Activity of this organisation' })).toBeInTheDocument();
  });

  it('that one does not find says so', async () => {
    await visit({}, { 'GET /api/organisations/o': refusal(404, 'organisation.not-found') });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This organisation does not exist, or it is not listed',
    );
    expect(screen.getByRole('link', { name: 'Back to Organisations' })).toBeInTheDocument();
  });

  it('tells those who name its people how it came to its state', async () => {
    const change = (id: string, state: string, before: string | null, about: object = {}) => ({
      ...{ id, at: day, state, before, by: 'Amara', reason: null, ...about },
    });
    await open(focal, {
      'GET /api/organisations/o/history': list(
        change('3', 'active', 'suspended'),
        change('2', 'suspended', 'active', { reason: 'No answer for a year' }),
        change('1', 'applied', null, { by: null }),
      ),
    });
    const history = part('History of its state');
    await history.findByText('Suspension ended');
    expect(history.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      'Suspension endedAmara · November 24, 2026',
      'SuspendedNo answer for a yearAmara · November 24, 2026',
      'AppliedPlenary · November 24, 2026',
    ]);
    expect(screen.getByRole('link', { name: 'Activity of this organisation' })).toHaveAttribute(
      'href',
      '/activity?organisation=o',
    );
  });
});

describe('what coordinators decide about an organisation', () => {
  const offered = () =>
    screen
      .getAllByRole('button')
      .map((each) => each.textContent)
      .filter((text) => /Suspend|suspension|left|again|application|Merge/.test(text ?? ''));

  it.each([
    ['active', ['Suspend', 'Record that it left', 'Merge with another record']],
    ['suspended', ['End the suspension', 'Record that it left', 'Merge with another record']],
    ['left', ['Accept it again', 'Merge with another record']],
    ['refused', ['Look at it again']],
    ['applied', []],
  ])('is, while it is %s, %j', async (state, actions) => {
    await open({ ...coordinator, people: [], state });
    expect(offered()).toEqual(actions);
  });

  it('asks first and for a reason, and says why it was refused where the reason stands', async () => {
    let refused = true;
    const { said } = await open(coordinator, {
      'PUT /api/organisations/o/state': () =>
        refused ? refusal(422, 'organisation.reason-needed') : { status: 204 },
    });
    await press('Suspend');
    expect(dialog('Suspend Sea Bridge?').getByText(/leave every open text within two/)).toBeInTheDocument();
    await userEvent.click(dialog().getByRole('button', { name: 'Suspend' }));
    expect(await dialog().findByRole('alert')).toHaveTextContent('Write the reason');
    refused = false;
    await userEvent.type(dialog().getByRole('textbox', { name: /^Reason \(on record/ }), 'No answer');
    await userEvent.click(dialog().getByRole('button', { name: 'Suspend' }));
    expect(await screen.findByText('Sea Bridge is suspended.')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(said().map(({ body }) => body)).toEqual([
      { state: 'suspended', reason: '' },
      { state: 'suspended', reason: 'No answer' },
    ]);
  });

  it('a reason that was given up is not kept for the next question; taking in needs none', async () => {
    const { said } = await open(
      { ...coordinator, state: 'suspended' },
      { 'PUT /api/organisations/o/state': done },
    );
    await press('Record that it left');
    await userEvent.type(dialog().getByRole('textbox'), 'They wrote so');
    await userEvent.click(dialog().getByRole('button', { name: 'Cancel' }));
    await press('End the suspension');
    expect(dialog().getByRole('textbox', { name: 'Note (optional, on record)' })).toHaveValue('');
    await userEvent.click(dialog().getByRole('button', { name: 'End the suspension' }));
    expect(await screen.findByText('The suspension of Sea Bridge has ended.')).toBeInTheDocument();
    expect(said().map(({ body }) => body)).toEqual([{ state: 'active', reason: '' }]);
  });
});
