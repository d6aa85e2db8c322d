/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import type { ThreadPlaceView } from '@plenary/comments/domain';
import { setDevicePerson } from '@plenary/ground/web';
import { serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import type { StatementView } from '@plenary/statements/domain';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Editor } from '@tiptap/core';
import { placeOf, textOf } from '../test/text';
import { author, comment, line, thread, threadId } from '../test/threads';
import { CommentTool } from './CommentTool';
import { ThreadMargin } from './ThreadMargin';
import { ThreadPanel } from './ThreadPanel';

const statement = { id: 's', title: 'On rescue', language: 'en', right: 'comment' } as StatementView;
const words = { ...wordsOf('comments'), ...wordsOf('statements'), ...wordsOf('organisations') };
const texts = ['Nobody drowns at sea.', 'Everybody is heard.', 'Words stay.'];

/** What stands beside the text of a statement, at its side and among its tools, with threads as the server says them. */
describe('threads beside a text', () => {
  let editor: Editor;
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    setDevicePerson('amara');
    editor = textOf(texts);
    await waitFor(() => expect(editor.state.doc.childCount).toBe(3));
  });
  afterEach(() => {
    cleanup();
    editor.destroy();
    document.body.replaceChildren();
  });

  const open = async (threads: readonly ThreadPlaceView[], answers: Answers = {}) => {
    const asked = serverSays({
      'GET /api/statements/s/threads/places': { body: { items: threads } },
      'GET /api/membership': {
        body: { coalitionRoles: [], organisations: [], actingFor: null, inactive: [] },
      },
      ...Object.fromEntries(
        threads.map(({ id, place }) => [
          `GET /api/threads/${id}`,
          { body: { ...thread(1), id, place, comments: [comment(1, { text: `All of ${id.slice(-1)}` })] } },
        ]),
      ),
      ...answers,
    });
    const at = { statement, editor };
    await show(
      <>
        <CommentTool {...at} writable={false} />
        <ThreadMargin {...at} />
        <ThreadPanel {...at} />
      </>,
      words,
    );
    await screen.findByRole('button', { name: /^Comment on the selected words/ });
    if (threads.length > 0) await screen.findByRole('search');
    return asked;
  };
  const marked = () => [...editor.view.dom.querySelectorAll('.commented')].map((each) => each.textContent);
  const rows = () =>
    [...document.querySelectorAll('[data-row]')].map((each) => /Beginning \d/.exec(each.textContent!)?.[0]);

  it('COM-8 name whose words they are, not who entered them', async () => {
    const enteredFor = { name: 'Mele of Tonga', organisation: null, source: 'phone' as const, file: null };
    await open([line(1, { enteredFor })]);
    const row = screen.getByText('Beginning 1').closest('[data-row]')!;
    expect(row).toHaveTextContent('Mele of Tonga');
    expect(row).not.toHaveTextContent('Amara');
  });

  it('stand in the order of the text, those on the statement first, those whose words are gone last', async () => {
    const gone = placeOf(editor, 1, 'heard');
    editor.commands.deleteRange({ from: 37, to: 42 });
    expect(editor.state.doc.child(1).textContent).toBe('Everybody is .');
    await open([
      line(1, { place: gone }),
      line(2, { place: placeOf(editor, 2, 'stay') }),
      line(3),
      line(4, { place: placeOf(editor, 0, 'at sea') }),
      line(5, { place: placeOf(editor, 0, 'drowns'), isResolved: true }),
    ]);
    await waitFor(() => expect(rows()).toEqual(['Beginning 3', 'Beginning 4', 'Beginning 2', 'Beginning 1']));
    const last = screen.getByRole('list', { name: 'No longer in the text' });
    expect(within(last).getByText('Beginning 1')).toBeInTheDocument();
    // What is resolved shows no mark unless it is chosen.
    await waitFor(() => expect(marked()).toEqual(['at sea', 'stay']));
    await userEvent.selectOptions(screen.getByLabelText('Which threads'), 'Resolved');
    await userEvent.click(screen.getByText('Beginning 5'));
    await waitFor(() => expect(marked()).toEqual(['drowns', 'at sea', 'stay']));
    await userEvent.click(document.querySelector('[data-row][aria-expanded=true]')!);
    await waitFor(() => expect(marked()).toEqual(['at sea', 'stay']));
  });

  it('are filtered by what is unread, by organisation, and by what the server alone knows', async () => {
    const asked = await open(
      [
        line(1, { unreadCount: 2 }),
        line(2, { author: author('Jomar', 'Seafarers') }),
        line(3, { author: author('Sunita', 'Kin') }),
      ],
      {
        'GET /api/statements/s/threads': ({ url }) => ({
          body: {
            items: url.searchParams.get('mine') === 'true' ? [thread(3)] : [],
            nextCursor: null,
          },
        }),
      },
    );
    const shown = screen.getByLabelText('Which threads');
    await userEvent.selectOptions(shown, 'Unread');
    expect(rows()).toEqual(['Beginning 1']);
    await userEvent.selectOptions(shown, 'Mine');
    await waitFor(() => expect(rows()).toEqual(['Beginning 3']));
    await userEvent.selectOptions(shown, 'Not taken');
    expect(await screen.findByText('No thread fits these filters')).toBeInTheDocument();
    expect(asked.some(({ path }) => path.includes('outcome=not_taken'))).toBe(true);
    await userEvent.selectOptions(shown, 'Open');
    await userEvent.selectOptions(screen.getByLabelText('All organisations'), 'Seafarers');
    expect(rows()).toEqual(['Beginning 2']);
  });

  it('are walked through by arrows, opened, left by Escape, and the focus goes back to where it was', async () => {
    await open([line(1), line(2, { place: placeOf(editor, 0, 'drowns') })]);
    const [first, second] = [...document.querySelectorAll<HTMLElement>('[data-row]')];
    first!.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(second).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('All of 2')).toBeInTheDocument();
    expect(editor.view.dom.querySelector('.commented.chosen')).toHaveTextContent('drowns');
    (await screen.findByLabelText('Reply')).focus();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText('All of 2')).not.toBeInTheDocument();
    expect(second).toHaveFocus();
  });

  it('are begun on selected words by keys, also by who may not write; the words are kept until they are sent', async () => {
    editor.setEditable(false);
    const sent: unknown[] = [];
    await open([], {
      'POST /api/statements/s/threads': ({ body }) => {
        sent.push(body);
        return { status: 201, body: thread(1) };
      },
    });
    const of = editor.view.dom.querySelector('p')!.firstChild!;
    editor.view.dom.focus();
    getSelection()!.setBaseAndExtent(of, 7, of, 13);
    fireEvent.keyDown(editor.view.dom, { code: 'KeyM', key: 'm', ctrlKey: true, altKey: true });
    const field = await screen.findByLabelText('Your comment');
    expect(field).toHaveFocus();
    expect(screen.getByRole('region', { name: 'Comment on a passage' })).toHaveTextContent('drowns');
    await userEvent.type(field, 'Nobody at all');
    // Thrown away by nothing but a hand: another look at the page finds it again.
    cleanup();
    await open([], {
      'POST /api/statements/s/threads': ({ body }) => {
        sent.push(body);
        return { status: 201, body: thread(1) };
      },
    });
    expect(await screen.findByLabelText('Your comment')).toHaveValue('Nobody at all');
    await userEvent.selectOptions(screen.getByLabelText('Who reads it'), 'penholders');
    await userEvent.click(screen.getByRole('button', { name: 'Send comment' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    const { anchor } = placeOf(editor, 0, 'drowns');
    expect(sent[0]).toMatchObject({ kind: 'passage', audience: 'penholders', text: 'Nobody at all', anchor });
  });

  it('are begun on a paragraph with the tool, and on nothing by who may only read', async () => {
    await open([]);
    const of = editor.view.dom.querySelectorAll('p')[1]!.firstChild!;
    editor.view.dom.focus();
    getSelection()!.collapse(of, 3);
    await userEvent.click(screen.getByRole('button', { name: /^Comment on the selected words/ }));
    expect(await screen.findByRole('region', { name: 'Comment on a paragraph' })).toHaveTextContent(
      '¶2Everybody is heard.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(editor.view.dom).toHaveFocus();
    cleanup();
    editor.destroy();
    const reader = { ...statement, right: 'read' } as StatementView;
    editor = textOf(texts);
    await waitFor(() => expect(editor.state.doc.childCount).toBe(3));
    serverSays({ 'GET /api/statements/s/threads/places': { body: { items: [] } } });
    await show(<ThreadPanel statement={reader} editor={editor} />, words);
    expect(await screen.findByText('Nobody has commented yet')).toBeInTheDocument();
    fireEvent.keyDown(editor.view.dom, { code: 'KeyM', key: 'm', ctrlKey: true, altKey: true });
    expect(screen.queryByRole('button', { name: 'Comment on the statement' })).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Your comment')).not.toBeInTheDocument();
  });

  it('are opened by the address that names one', async () => {
    location.hash = `#thread-${threadId(2)}`;
    await open([line(1), line(2, { isResolved: true })]);
    expect(await screen.findByText('All of 2')).toBeInTheDocument();
    await waitFor(() =>
      expect(document.activeElement).toBe(document.querySelector('[data-row][aria-expanded=true]')),
    );
    act(() => void (location.hash = ''));
  });
});
