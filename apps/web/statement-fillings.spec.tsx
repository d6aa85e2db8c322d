/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { openDeviceStore } from '@plenary/ground/collab/client';
import { textModel } from '@plenary/ground/text';
import { setDevicePerson } from '@plenary/ground/web';
import { giveWords, serverSays, wordsOf } from '@plenary/ground/web/testing';
import { documentOf, statementFromParagraphs, statementSchemaVersion } from '@plenary/statements/domain';
import type { InStatement, StatementFilling } from '@plenary/statements/web';
import { BesideParagraph } from '@plenary/statements/web/parts';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { useSyncExternalStore } from 'react';
import { router } from './router';
import { App } from './shell/App';
import type * as Fillings from './statement-fillings';

/** Ours, and those of a room that nobody knows, which fills every slot. */
jest.mock('./statement-fillings', () => {
  const { statementFillings: ours } = jest.requireActual<typeof Fillings>('./statement-fillings');
  let all: readonly StatementFilling[] | undefined;
  return {
    get statementFillings() {
      return (all ??= [...ours, mockKites]);
    },
  };
});

const flown = Extension.create({
  name: 'kites',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc }) =>
          DecorationSet.create(doc, [Decoration.node(0, doc.firstChild!.nodeSize, { 'data-kite': 'red' })]),
      },
    }),
  ],
});

function AtTheFirst({ editor }: InStatement) {
  const id = useSyncExternalStore(
    (changed) => {
      editor.on('transaction', changed);
      return () => void editor.off('transaction', changed);
    },
    () => String(editor.state.doc.firstChild?.attrs['id']),
  );
  return (
    <BesideParagraph editor={editor} id={id}>
      <button>A kite beside it</button>
    </BesideParagraph>
  );
}

const mockKites: StatementFilling = {
  key: 'kites',
  panel: {
    title: 'statements:one',
    Icon: () => <svg />,
    Panel: ({ statement }: InStatement) => <section aria-label="Kites">Kites over {statement.title}</section>,
  },
  Margin: AtTheFirst,
  Tool: ({ writable }) => <button>{writable ? 'Fly' : 'Look at'} a kite</button>,
  extensions: async () => () => [flown],
};

const amara = { id: 'p', displayName: 'Amara', email: 'amara@people.example', colour: '#5f6b66' };
const statement = {
  ...{ id: 's', title: 'On rescue', right: 'edit', language: 'en', stage: 'drafting', wordCount: 2 },
  owner: { kind: 'coalition', groupId: null, name: 'Resist' },
};
const granted = {
  ...{ id: '1', at: '2026-11-24T10:00:00Z', name: 'statement.right-granted', organisation: null },
  ...{ person: null, other: null, fields: [], details: { right: 'edit', to: 'everyone' } },
  subject: { kind: 'statement', id: 's', name: 'On rescue', link: '/statements/s' },
  actor: { kind: 'person', id: 'p', name: 'Amara', link: '/people/p' },
};
const told = [
  { as: 'change', key: 'right', before: 'before', words: 'statements:right' },
  { as: 'to', key: 'to', words: 'statements:subject' },
];
const answers = (roles: readonly string[]) => ({
  'GET /api/me': {
    body: {
      person: { ...amara, language: 'en', fullName: null, languages: [], timeZone: null },
      session: { id: 'session', expiresAt: '2027-01-01T00:00:00Z', needsSecondFactor: false },
      impersonation: null,
    },
  },
  'GET /api/membership': { body: { coalitionRoles: roles, organisations: [] } },
  'GET /api/coalition': { body: { id: 'c', name: 'Resist', languages: ['en'], isDemo: false } },
  'GET /api/statements/s': { body: statement },
  'GET /api/activity': { body: { items: [granted], nextCursor: null } },
  'GET /api/activity/kinds': { body: { items: [{ name: granted.name, told }] } },
});

/** The whole house at the page of a statement, whose text this device has a copy of: there is no line here. */
function visit(roles: readonly string[]) {
  const asked = serverSays(answers(roles));
  render(<App />);
  return asked;
}

/** The whole house is loaded first, on a machine that may have much else to do. Milliseconds. */
configure({ asyncUtilTimeout: 60_000 });

describe('the page of a statement, in the whole house', () => {
  beforeAll(async () => {
    await giveWords({
      ...wordsOf('audit'),
      ...wordsOf('identity'),
      ...wordsOf('organisations'),
      ...wordsOf('statements'),
    });
    await router.navigate({ to: '/statements/$id', params: { id: 's' } });
    setDevicePerson('p');
    const store = await openDeviceStore('p');
    const text = statementFromParagraphs([{ text: 'Nobody drowns' }], 1);
    await store.add(documentOf('s'), [{ update: text, pending: false }]);
    const facts = { epoch: 1, schema: statementSchemaVersion, model: textModel, right: 'edit' } as const;
    await store.setFacts(documentOf('s'), facts);
    await store.addSpareIds(documentOf('s'), [71, 72, 73, 74]);
    store.close();
  });
  afterEach(() => {
    cleanup();
    localStorage.removeItem('plenary.open-panels');
  });

  it('shows what a room above adds to every slot: panel, margin, toolbar, plugins of the editor', async () => {
    visit([]);
    const text = await screen.findByRole('textbox', { name: /On rescue/ });
    expect(
      within(text)
        .getByText(/Nobody drowns/)
        .closest('[data-kite]'),
    ).not.toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Statement', expanded: false }));
    expect(await screen.findByRole('region', { name: 'Kites' })).toHaveTextContent('Kites over On rescue');
    expect(await screen.findByRole('button', { name: 'A kite beside it' })).toBeInTheDocument();
    const toolbar = await screen.findByRole('toolbar');
    expect(await within(toolbar).findByRole('button', { name: 'Fly a kite' })).toBeInTheDocument();
    expect(within(toolbar).getByRole('button', { name: 'Bold' })).toBeInTheDocument();
  });

  it('has no activity at its side for who may read none, and asks for none', async () => {
    const asked = visit(['penholder']);
    await screen.findByRole('button', { name: 'Statement', expanded: false });
    expect(screen.queryByRole('button', { name: 'Activity' })).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Activity' })).not.toBeInTheDocument();
    expect(asked.filter(({ path }) => path.startsWith('/api/activity'))).toEqual([]);
  });

  it('has the activity of the statement at its side, for those who may read it', async () => {
    const asked = visit(['coordinator']);
    const turn = await screen.findByRole('button', { name: 'Activity', expanded: false });
    const activity = () => asked.filter(({ path }) => path.startsWith('/api/activity?subject=statement%2Fs'));
    // Who only writes loads none of it.
    expect(activity()).toEqual([]);
    await userEvent.click(turn);
    const panel = await screen.findByRole('region', { name: 'Activity' });
    expect(await within(panel).findByText('Right on a statement given')).toBeInTheDocument();
    expect(
      await within(panel).findByText('Edit · to Everyone who acts for an active organisation'),
    ).toBeInTheDocument();
    expect(within(panel).getByRole('link', { name: 'Amara' })).toHaveAttribute('href', '/people/p');
    expect(activity()).toHaveLength(1);
    await userEvent.click(turn);
    // On a phone it is behind a button.
    const sheet = screen
      .getAllByRole('button', { name: 'Activity' })
      .find((each) => !each.hasAttribute('aria-expanded'));
    await userEvent.click(sheet!);
    expect(await screen.findByRole('dialog', { name: 'Activity' })).toHaveTextContent(
      'Right on a statement given',
    );
  });
});
