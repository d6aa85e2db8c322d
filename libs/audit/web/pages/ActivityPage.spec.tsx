/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import type { RoomWords } from '@plenary/ground/web';
import { serverSays, show, wordsOf } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ActivityPage } from './ActivityPage';

const name = (kind: string, id: string, called: string | null) => ({
  ...{ kind, id, name: called },
  link: called === null ? null : `/${kind}s/${id}`,
});
const line = (about: object) => ({
  ...{ id: '1', at: '2026-11-24T10:00:00Z', actor: null, organisation: null, person: null, other: null },
  ...{ fields: [], details: {}, ...about },
});

/** Words of a room that this page has never heard of. */
const kites: Record<string, string> = {
  'event.kite.flown': 'Kite flown',
  'say.kite.flown': '{{person}} flew {{subject}}',
  'unnamed.kite': 'a kite behind clouds',
  metres_one: '{{number}} metre',
  metres_other: '{{number}} metres',
  'wind.fair': 'with a fair wind',
};
const kiteWords = Object.fromEntries(
  ['en', 'es', 'fr', 'ar'].map((language) => [language, async () => ({ default: kites })]),
) as unknown as RoomWords;
const words = {
  ...wordsOf('audit'),
  ...wordsOf('organisations'),
  ...wordsOf('statements'),
  'kites-record': kiteWords,
};

const open = async (kinds: readonly object[], items: readonly object[], exported: readonly object[] = []) => {
  serverSays({
    'GET /api/activity': { body: { items, nextCursor: null } },
    'GET /api/activity/kinds': { body: { items: kinds } },
    'GET /api/activity/export': { body: { items: exported } },
    'GET /api/membership': { body: { coalitionRoles: [], organisations: [] } },
  });
  await show(<ActivityPage />, words);
};

describe('the page of activity', () => {
  afterEach(cleanup);

  it('AUD-6 reads events of any room in that room’s own words', async () => {
    const told = [
      { as: 'count', key: 'height', words: 'kites-record:metres' },
      { as: 'word', key: 'wind', words: 'kites-record:wind' },
      { as: 'word', key: 'mood', words: 'kites-record:mood' },
      { as: 'reason', key: 'reason' },
    ];
    const details = { height: 40, wind: 'fair', mood: 'unheard-of', reason: 'the feast' };
    await open(
      [{ name: 'kite.flown', told }],
      [
        line({
          name: 'kite.flown',
          subject: name('kite', 'k', 'Red kite'),
          person: name('person', 'p', 'Noor'),
          details,
        }),
        line({ id: '2', name: 'kite.flown', subject: name('kite', 'h', null) }),
      ],
    );
    expect(await screen.findByRole('link', { name: 'Red kite' })).toHaveAttribute('href', '/kites/k');
    expect(screen.getByText('40 metres · with a fair wind · Reason: the feast')).toBeInTheDocument();
    expect(screen.getByText(/a kite behind clouds/)).toHaveTextContent(/^somebody flew a kite behind clouds/);
    expect(screen.getByRole('option', { name: 'Kite flown' })).toBeInTheDocument();
  });

  it('AUD-6 says what was before and after, to whom, and from when', async () => {
    const right = [
      { as: 'change', key: 'right', before: 'before', words: 'statements:right' },
      { as: 'to', key: 'to', words: 'statements:subject' },
    ];
    const term = [{ as: 'word', key: 'wind', words: 'kites-record:wind', term: ['from', 'until'] }];
    const text = name('statement', 's', 'A text');
    await open(
      [
        { name: 'statement.right-granted', told: right },
        { name: 'kite.flown', told: term },
      ],
      [
        line({
          name: 'statement.right-granted',
          subject: text,
          details: { right: 'edit', before: 'read', to: 'everyone' },
        }),
        line({
          id: '2',
          name: 'statement.right-granted',
          subject: text,
          other: name('group', 'g', 'Women'),
          details: { right: 'edit' },
        }),
        line({
          id: '3',
          name: 'kite.flown',
          subject: name('kite', 'k', 'Kite'),
          details: { wind: 'fair', from: '2026-11-25' },
        }),
      ],
    );
    expect(
      await screen.findByText('Read → Edit · to Everyone who acts for an active organisation'),
    ).toBeInTheDocument();
    expect(screen.getByText(/to Women$/)).toBeInTheDocument();
    expect(screen.getByText(/^with a fair wind, from .*2026$/)).toBeInTheDocument();
  });

  it('AUD-4 is exported in words, and no cell is a formula', async () => {
    const flown = line({
      name: 'kite.flown',
      actor: name('person', 'p', '=HYPERLINK(1)'),
      subject: name('kite', 'k', 'Red kite'),
      person: name('person', 'p', 'Noor'),
      details: { wind: 'fair' },
    });
    const kinds = [{ name: 'kite.flown', told: [{ as: 'word', key: 'wind', words: 'kites-record:wind' }] }];
    await open(kinds, [flown], [flown]);
    const saved: Blob[] = [];
    URL.createObjectURL = (file) => `blob:${saved.push(file as Blob)}`;
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = () => undefined;
    await screen.findByText('with a fair wind');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const [heads, row] = (await textOf(saved[0]!)).split('\r\n');
    expect(heads).toMatch(/When,What,Who,In the name of,Details$/);
    expect(row).toMatch(/Noor flew Red kite,"?'=HYPERLINK\(1\)"?,,with a fair wind$/);
  });
});

const textOf = (file: Blob): Promise<string> =>
  new Promise((read) => {
    const reader = new FileReader();
    reader.onload = () => read(String(reader.result));
    reader.readAsText(file);
  });
