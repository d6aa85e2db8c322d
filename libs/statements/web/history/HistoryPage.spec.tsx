/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import type { ComparisonView, HistoryView, StretchView } from '@plenary/statements/domain';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HistoryPage } from './HistoryPage';

configure({ asyncUtilTimeout: 10_000 });

const words = wordsOf('statements');
const at = '2026-11-24T10:00:00Z';
const author = (name: string | null, organisation: string | null) => ({
  ...{ personId: name, name, organisationId: organisation, organisation },
});
const plain = { kind: 'plain', style: 'text', level: 1, indent: 0, start: 0, direction: 'auto' } as const;
const span = { bold: false, italic: false, link: null, note: null };
const piece = (kind: string, text: string, by: number | null = null) => ({ ...span, kind, text, author: by });

const comparison = {
  ...{ from: { seq: 2, at, step: 1 }, to: { seq: 3, at, step: 2 }, authors: [author('Mateo', 'Open Quay')] },
  paragraphs: [
    { ...plain, id: 'a', state: 'same', moved: false, restyled: false, pieces: [piece('same', 'We ask.')] },
    {
      ...{ ...plain, id: 'b', state: 'changed', moved: true, restyled: false },
      pieces: [
        piece('same', 'For '),
        piece('removed', 'safe'),
        piece('added', 'open', 0),
        piece('same', ' routes.'),
      ],
    },
    {
      ...{ ...plain, id: 'c', state: 'removed', moved: false, restyled: false },
      pieces: [piece('removed', 'The end.')],
    },
  ],
} as unknown as ComparisonView;
const stretch = (number: number, change: Partial<StretchView> = {}): StretchView => ({
  ...{ number, firstSeq: number + 1, lastSeq: number + 1, begunAt: at, endedAt: at, gapBefore: false },
  ...{ paragraphs: 2, authors: [{ ...author('Chiara', 'At Sea'), added: 12, removed: 3 }] },
  ...change,
});
const history: HistoryView = {
  ...{ first: { seq: 1, at }, last: { seq: 4, at }, stretches: 3, seenWith: 'edit' },
  versions: [
    {
      ...{ id: '00000000-0000-4000-8000-000000000002', name: 'Rev. 1', note: 'After the call.' },
      ...{ moment: { seq: 3, at }, by: author('Chiara', null), namedAt: at },
    },
    {
      ...{ id: '00000000-0000-4000-8000-000000000001', name: 'Zero draft', note: '' },
      ...{ moment: { seq: 2, at }, by: author('Chiara', null), namedAt: at },
    },
  ],
  ...{ mayNameVersions: true, mayRestore: true, mayOpen: true, mayErase: true, erasures: [] },
};

const open = async (search = '', answers: Answers = {}, seen: HistoryView = history) => {
  const asked = serverSays({
    'GET /api/statements/s': { body: { id: 's', title: 'On rescue', right: 'manage', language: 'en' } },
    'GET /api/statements/s/history': { body: seen },
    'GET /api/statements/s/history/stretches': {
      body: { items: [stretch(3), stretch(2, { gapBefore: true }), stretch(1)], nextCursor: null },
    },
    'GET /api/statements/s/history/comparison': { body: comparison },
    ...answers,
  });
  const shown = await show(
    <HistoryPage />,
    words,
    `/statements/s/history${search}`,
    '/statements/$id/history',
  );
  return { ...shown, asked, said: (path: string) => asked.filter((each) => each.path.includes(path)) };
};
const compared = (asked: { path: string }[]) =>
  asked.flatMap(({ path }) => (path.includes('comparison') ? [path.split('?')[1]] : []));

describe('the history of a statement', () => {
  afterEach(cleanup);

  it('STM-25 marks what changed by line and in words, and says who wrote it', async () => {
    await open();
    const text = await screen.findByRole('document');
    const changed = within(text).getByText('open').closest('ins')!;
    expect(changed).toHaveAttribute('title', 'added by Mateo for Open Quay');
    expect(changed).toHaveTextContent('[added by Mateo for Open Quay: open]');
    expect(within(text).getByText('safe').closest('del')).toHaveTextContent('[removed: safe]');
    expect(within(text).getByText('Moved here')).toBeInTheDocument();
    expect(within(text).getByText('Removed paragraph')).toBeInTheDocument();
    expect(screen.getByText('2 paragraphs changed')).toBeInTheDocument();
    // What is gone has no number, and what stands behind it is counted without it.
    expect(
      within(text)
        .getAllByRole('link')
        .map((each) => each.textContent),
    ).toEqual(['¶1', '¶2']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only what changed' }));
    expect(within(text).queryByText('We ask.')).not.toBeInTheDocument();
  });

  it('STM-23 goes from step to step by slider, key and button, and says where one is', async () => {
    const { asked, address } = await open();
    const slider = await screen.findByRole('slider', { name: 'Step in the history' });
    await waitFor(() => expect(slider).toHaveAttribute('aria-valuetext', 'Step 3 of 3: Chiara for At Sea'));
    expect(slider).toHaveValue('3');
    expect(screen.getByRole('button', { name: 'Next step' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Previous step' }));
    await waitFor(() => expect(address()).toContain('step=2'));
    expect(await screen.findByText(/^Part of the history before this step is missing/)).toBeInTheDocument();
    fireEvent.change(screen.getByRole('slider'), { target: { value: '1' } });
    await waitFor(() => expect(address()).toContain('step=1'));
    // The first step is compared with nothing; what a hand passed over quickly is not asked for.
    await waitFor(() => expect(compared(asked)).toContain('from=0&to=2'));
    expect(compared(asked)[0]).toBe('from=3&to=4');
  });

  it('STM-24 shows a version with what it changed since the one before', async () => {
    const { asked } = await open();
    await userEvent.click(await screen.findByRole('button', { name: /^Rev\. 1/ }));
    expect(await screen.findByText('Marked is what changed since “Zero draft”.')).toBeInTheDocument();
    expect(screen.getByText('After the call.')).toBeInTheDocument();
    await waitFor(() => expect(compared(asked)).toContain('from=2&to=3'));
    const number = await screen.findByRole('link', { name: 'Link to ¶1 as it was then' });
    expect(number).toHaveAttribute('href', '?version=00000000-0000-4000-8000-000000000002#p-a');
  });

  it('STM-24 names the step that is looked at, and says why a name is refused', async () => {
    let taken = true;
    const { said } = await open('?step=2', {
      'POST /api/statements/s/history/versions': () => {
        if (taken) return refusal(409, 'statement.version-name-taken');
        return { status: 201, body: history.versions[0] };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Name this version' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Name this version' }));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Rev. 1');
    await userEvent.click(dialog.getByRole('button', { name: 'Name this version' }));
    expect(await dialog.findByText(/^Another version has this name/)).toBeInTheDocument();
    taken = false;
    await userEvent.click(dialog.getByRole('button', { name: 'Name this version' }));
    expect(await screen.findByText('This version is called “Rev. 1” now')).toBeInTheDocument();
    expect(said('versions').map(({ body }) => body)).toEqual([
      { name: 'Rev. 1', note: '', seq: 3 },
      { name: 'Rev. 1', note: '', seq: 3 },
    ]);
  });

  it('STM-22 is opened to others by who manages it; others are told who sees it', async () => {
    const { said, unmount } = await open('', { 'PUT /api/statements/s/history/right': { status: 204 } });
    const choice = await screen.findByRole('combobox', { name: 'Who sees this history' });
    await userEvent.selectOptions(choice, 'those who may comment');
    expect(await screen.findByText('Changed: who sees this history')).toBeInTheDocument();
    expect(said('right').map(({ body }) => body)).toEqual([{ right: 'comment' }]);
    unmount();
    await open('', {}, { ...history, mayOpen: false, mayNameVersions: false });
    expect(await screen.findByText('This history is seen by: those who may edit.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Name this version' })).not.toBeInTheDocument();
  });

  it('STM-22 that is closed says so, and shows nothing', async () => {
    await open('', { 'GET /api/statements/s/history': refusal(403, 'statement.history-closed') });
    expect(await screen.findByRole('alert')).toHaveTextContent('The history of this statement is not open');
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
  });

  it('STM-28 restores all or one paragraph after a question, says so, and takes it back', async () => {
    const { said } = await open('?step=2', {
      'POST /api/statements/s/history/restorations': { status: 201, body: { before: 4, seq: 5 } },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Restore this text' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Restore this text' }));
    expect(dialog.getByText(/^Nothing is lost/)).toBeInTheDocument();
    expect(said('restorations')).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Restore' }));
    expect(await screen.findByText('The earlier words are back')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Take it back' }));
    expect(await screen.findByText('It was taken back')).toBeInTheDocument();
    expect(said('restorations').map(({ body }) => body)).toEqual([{ to: 3 }, { to: 4 }]);
    cleanup();
    const again = await open('?version=00000000-0000-4000-8000-000000000001', {
      'POST /api/statements/s/history/restorations': { status: 201, body: { before: 4, seq: 4 } },
    });
    // What was removed at that moment cannot be restored as of it.
    const offered = await screen.findAllByRole('button', { name: 'Restore this paragraph' });
    expect(offered).toHaveLength(1);
    await userEvent.click(offered[0]!);
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Restore' }));
    expect(await screen.findByText('Nothing is otherwise now than it was then')).toBeInTheDocument();
    expect(again.said('restorations').map(({ body }) => body)).toEqual([{ to: 2, paragraphId: 'b' }]);
  });

  describe('STM-25 any two moments', () => {
    const { matchMedia } = globalThis;
    const room = (isWide: boolean) => {
      globalThis.matchMedia = (media) => ({ ...matchMedia(media), matches: isWide });
    };
    /** As the server does: the moments that were asked for, each with its step. */
    const asAsked = {
      'GET /api/statements/s/history/comparison': ({ url }: { url: URL }) => {
        const moment = (name: string) => {
          const seq = Number(url.searchParams.get(name));
          return { seq, at, step: Math.max(1, seq - 1) };
        };
        return { body: { ...comparison, from: moment('from'), to: moment('to') } };
      },
    };
    const sliders = async () => {
      const [earlier, later] = ['Earlier moment', 'Later moment'].map((name) =>
        screen.findByRole('slider', { name }),
      );
      return { earlier: await earlier!, later: await later! };
    };

    beforeEach(() => room(true));
    afterEach(() => void (globalThis.matchMedia = matchMedia));

    it('are chosen by slider and button, stand in the address, and are set beside each other', async () => {
      const { asked, address } = await open('?view=compare', asAsked);
      const { earlier, later } = await sliders();
      await waitFor(() => expect(compared(asked)).toEqual(['from=3&to=4']));
      expect(earlier).toHaveAttribute('aria-valuetext', 'Step 2 of 3: Rev. 1');
      expect(later).toHaveAttribute('aria-valuetext', 'Step 3 of 3: Now');
      fireEvent.change(earlier, { target: { value: '1' } });
      await waitFor(() => expect(compared(asked)).toEqual(['from=3&to=4', 'from=2&to=4']));
      await userEvent.click(screen.getByRole('button', { name: 'Later moment: Previous step' }));
      await waitFor(() => expect(compared(asked).at(-1)).toBe('from=2&to=3'));
      expect(address()).toContain('from=2');
      expect(address()).toContain('to=3');
      // Neither goes past the other.
      fireEvent.change(earlier, { target: { value: '3' } });
      await waitFor(() => expect(compared(asked).at(-1)).toBe('from=3&to=3'));
      expect(later).toHaveValue('2');
    });

    it('are chosen from the list, a version or a step, in either order', async () => {
      const { asked } = await open('?view=compare&from=4&to=2', asAsked);
      await sliders();
      await waitFor(() => expect(compared(asked)).toEqual(['from=2&to=4']));
      await userEvent.click(screen.getByRole('button', { name: 'Later moment: Choose from the list' }));
      const list = within(screen.getByRole('dialog', { name: 'Later moment' }));
      await userEvent.click(list.getByRole('button', { name: /^Rev\. 1/ }));
      await waitFor(() => expect(compared(asked).at(-1)).toBe('from=2&to=3'));
      await userEvent.click(screen.getByRole('button', { name: 'Later moment: Choose from the list' }));
      const again = within(screen.getByRole('dialog', { name: 'Later moment' }));
      await userEvent.click(again.getByRole('button', { name: 'As it was begun' }));
      await waitFor(() => expect(compared(asked).at(-1)).toBe('from=1&to=2'));
    });

    it('are two texts or one where there is room, and one on a phone', async () => {
      const { address } = await open('?view=compare', asAsked);
      const sides = [/Compare: Before/, /Compare: After/].map((name) =>
        screen.findAllByRole('document', { name }),
      );
      const [before, after] = (await Promise.all(sides)).map((each) =>
        each.map(({ textContent }) => textContent),
      );
      expect(before!.join()).toContain('[removed: safe]');
      expect(before!.join()).not.toContain('open');
      expect(after!.join()).toContain('open');
      expect(after!.join()).not.toContain('The end.');
      await userEvent.click(screen.getByRole('radio', { name: 'In one text' }));
      const one = await screen.findByRole('document', { name: 'Compare' });
      expect(one).toHaveTextContent('[removed: safe]');
      expect(one).toHaveTextContent('open');
      expect(address()).toContain('as=inline');
      cleanup();
      room(false);
      await open('?view=compare', asAsked);
      expect(await screen.findByRole('document', { name: 'Compare' })).toBeInTheDocument();
      expect(screen.queryByRole('radio', { name: 'In one text' })).not.toBeInTheDocument();
    });
  });

  it('STM-29 erases words after it was told what goes and typed that this is meant, and shows the gap', async () => {
    const cover = {
      ...{ words: 'open', characters: 8, places: 1, title: 'The █████ sea' },
      beside: [{ what: 'statements-history:history.erase.versions', count: 2 }],
    };
    const { said, unmount } = await open('', {
      'GET /api/statements/s/history/moments/3/paragraphs/b/erasure': { body: cover },
      'POST /api/statements/s/history/erasures': { status: 201, body: {} },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Erase words for good' }));
    const dialog = () => within(screen.getByRole('dialog', { name: 'Erase words for good' }));
    // A paragraph that was removed is not there at that moment.
    const paragraphs = dialog().getByRole('combobox', { name: 'Paragraph' });
    expect(
      within(paragraphs)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['We ask.', 'For open routes.']);
    await userEvent.selectOptions(paragraphs, 'For open routes.');
    const words = dialog().getByRole<HTMLTextAreaElement>('textbox', { name: 'Words' });
    words.setSelectionRange(4, 8);
    fireEvent.select(words);
    await userEvent.click(dialog().getByRole('button', { name: 'See what goes' }));
    expect(await screen.findByText('names or notes of 2 versions')).toBeInTheDocument();
    expect(said('erasure?')[0]!.path).toContain('from=4&to=8');
    const erase = dialog().getByRole('button', { name: 'Erase' });
    expect(erase).toBeDisabled();
    const title = dialog().getByRole('textbox', { name: /^Title of the statement/ });
    expect(title).toHaveValue('The █████ sea');
    await userEvent.clear(title);
    await userEvent.type(title, 'The sea');
    await userEvent.type(dialog().getByRole('textbox', { name: /^Reason/ }), 'She asked');
    expect(erase).toBeDisabled();
    await userEvent.type(dialog().getByRole('textbox', { name: 'Type “erase” to confirm' }), 'eras');
    expect(erase).toBeDisabled();
    await userEvent.type(dialog().getByRole('textbox', { name: 'Type “erase” to confirm' }), 'e');
    await userEvent.click(erase);
    expect(await screen.findByText('The words are erased')).toBeInTheDocument();
    expect(
      said('erasures')
        .filter(({ method }) => method === 'POST')
        .map(({ body }) => body),
    ).toEqual([{ at: 3, paragraphId: 'b', from: 4, to: 8, reason: 'She asked', title: 'The sea' }]);
    unmount();
    const erasure = {
      ...{ id: 'e', seq: 9, at, by: author('Amara', null), reason: 'She asked', characters: 8 },
      paragraphs: ['b'],
    };
    await open('', {}, { ...history, mayErase: false, erasures: [erasure] });
    expect(await screen.findByText(/^On .*, Amara erased words here \(8 characters\)/)).toHaveTextContent(
      'She asked',
    );
    expect(await screen.findByText(/^Moved here · Words erased on /)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Erase words for good' })).not.toBeInTheDocument();
  });

  it('STM-26 shows whose words stand there, by letter, share and name', async () => {
    const shares = [
      { organisationId: 'At Sea', organisation: 'At Sea', characters: 30, share: 0.75 },
      { organisationId: null, organisation: null, characters: 10, share: 0.25 },
    ];
    const run = (text: string, by: number) => ({ ...span, text, author: by, at });
    await open('?view=authors', {
      'GET /api/statements/s/history/authorship': {
        body: {
          ...{ moment: { seq: 4, at }, authors: [author('Chiara', 'At Sea'), author('Mateo', null)], shares },
          paragraphs: [{ ...plain, id: 'a', runs: [run('We ask ', 0), run('loudly', 1)], shares }],
        },
      },
    });
    const legend = await screen.findByRole('list', { name: 'Shares by organisation' });
    expect(
      within(legend)
        .getAllByRole('listitem')
        .map((each) => each.textContent),
    ).toEqual(['AAt Sea75 %, 30 characters', 'BFor no organisation25 %, 10 characters']);
    const loudly = screen.getByRole('button', { name: /loudly/ });
    expect(loudly).toHaveTextContent('Bloudly');
    fireEvent.focus(loudly);
    expect(await screen.findByText(/^Written by Mateo, /)).toHaveAttribute('role', 'status');
    expect(screen.getByText('A 75 % · B 25 %')).toBeInTheDocument();
  });

  it('STM-27 shows what changed since one last read, or that nothing did', async () => {
    const unread = { ...comparison, count: 2, since: null, to: { seq: 4, at } };
    const { unmount } = await open('?view=unread', {
      'GET /api/statements/s/history/unread': { body: unread },
    });
    expect(await screen.findByText('2 paragraphs changed')).toBeInTheDocument();
    unmount();
    await open('?view=unread', {
      'GET /api/statements/s/history/unread': { body: { ...unread, count: 0, paragraphs: [] } },
    });
    expect(await screen.findByText('Nothing changed since you last read')).toBeInTheDocument();
  });
});
