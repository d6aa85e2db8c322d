/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { InactiveNotices } from './InactiveNotices';
import { SpokenFor } from './SpokenFor';
import { Standing } from './Standing';

const words = wordsOf('organisations');
const acts = (id: string, name: string, role = 'member') => ({ id, name, acronym: null, role });
const [sea, land] = [acts('s', 'Sea Bridge', 'focal_point'), acts('l', 'Land Bridge')];
const asleep = {
  ...acts('x', 'Sky Bridge'),
  state: 'suspended',
  since: null,
  reason: 'No answer for a year',
};
const of = (about: object) => ({
  ...{ organisations: [sea, land], actingFor: sea, inactive: [], coalitionRoles: [], ...about },
});
const speaks = 'PUT /api/membership/speaks-for';

const open = async (part: ReactNode, about: object, answers: Answers = {}) => {
  const now = { membership: of(about) };
  const asked = serverSays({ 'GET /api/membership': () => ({ body: now.membership }), ...answers });
  const { queries } = await show(part, words);
  await waitFor(() => expect(queries.getQueryData(['membership'])).toBeDefined());
  return { now, said: () => asked.filter(({ method }) => method !== 'GET').map(({ body }) => body) };
};
const choice = () => screen.findByRole('combobox', { name: 'You speak for' });

describe('for whom one acts', () => {
  afterEach(cleanup);

  it('is told with each role, and why one does not speak for an organisation at present', async () => {
    await open(<Standing />, { inactive: [asleep], coalitionRoles: ['observer'] });
    expect(await screen.findByRole('link', { name: 'Land Bridge' })).toHaveAttribute(
      'href',
      '/organisations/l',
    );
    expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      'Sea BridgeFocal point',
      'Land BridgeMember',
      'Sky BridgeThe reason given: No answer for a yearMember · Suspended',
      'ObserverFor the coalition',
    ]);
  });

  it('is chosen by who acts for several, on the account page', async () => {
    const { now, said } = await open(
      <Standing />,
      {},
      {
        [speaks]: () => {
          now.membership = of({ actingFor: land });
          return { status: 204 };
        },
      },
    );
    await userEvent.selectOptions(await choice(), 'Land Bridge');
    expect(await screen.findByText('You speak for Land Bridge now.')).toBeInTheDocument();
    await waitFor(async () => expect(await choice()).toHaveDisplayValue('Land Bridge'));
    expect(said()).toEqual([{ organisationId: 'l' }]);
  });

  it('stays as it was where that is refused, which is said at the choice', async () => {
    await open(<Standing />, {}, { [speaks]: refusal(403, 'organisation.forbidden') });
    await userEvent.selectOptions(await choice(), 'Land Bridge');
    const sentence = /^Only coordinators and the focal points/;
    await waitFor(async () => expect(await choice()).toHaveAccessibleDescription(sentence));
    expect(await choice()).toHaveDisplayValue('Sea Bridge');
  });

  it('is always in sight: a name for who acts for one, a choice for who acts for several', async () => {
    await open(<SpokenFor />, { organisations: [sea] });
    expect(await screen.findByText('Sea Bridge')).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    cleanup();
    const { said } = await open(<SpokenFor />, {}, { [speaks]: refusal(403, 'organisation.forbidden') });
    await userEvent.selectOptions(await choice(), 'Land Bridge');
    expect(await screen.findByText(/^Only coordinators and the focal points/)).toBeInTheDocument();
    expect(said()).toHaveLength(1);
    cleanup();
    await open(<SpokenFor />, { organisations: [], actingFor: null });
    expect(screen.queryByText('You speak for')).not.toBeInTheDocument();
  });

  it('says at once where one speaks for an organisation no more, and whom to ask', async () => {
    await open(<InactiveNotices />, {
      inactive: [asleep, { ...asleep, id: 'y', state: 'left', reason: null }],
    });
    const [suspended, left] = await screen.findAllByRole('status');
    expect(suspended).toHaveTextContent(
      /^Sky Bridge is suspended at present: you do not speak for it\.The reason given: No answer for a year/,
    );
    expect(left).toHaveTextContent(/^Sky Bridge has left the coalition.*ask the coordinators/);
    expect(left).not.toHaveTextContent('The reason given');
  });
});
