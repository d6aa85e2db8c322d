/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import type { DocumentProvider, ProviderStatus } from '@plenary/ground/collab/client';
import { show, wordsOf } from '@plenary/ground/web/testing';
import { statementFromParagraphs, type StatementView } from '@plenary/statements/domain';
import { act, screen, waitFor } from '@testing-library/react';
import { Profiler, type ReactNode } from 'react';
import { tick, Writer } from '../editor/test/writer';
import { Outline } from './Outline';
import { PeopleHere } from './PeopleHere';
import { StatementHead } from './StatementHead';
import { Toolbar } from './Toolbar';

const statement = {
  ...{ id: 's', title: 'On rescue', right: 'edit', language: 'en', stage: 'drafting' },
  owner: { kind: 'coalition', groupId: null, name: 'Resist' },
} as StatementView;
const start = statementFromParagraphs(
  [{ text: 'At sea', style: 'heading' }, { text: 'Nobody drowns' }, { text: 'Nobody is sent back' }],
  1,
);

/** As much of a provider as these parts read; each key of anybody makes all of it anew, as the real one does. */
class Board {
  status = {
    ...{ connection: 'online', saving: 'saved', pending: 0, right: 'edit' },
    ...{ closed: null, loaded: true },
  } as ProviderStatus;
  people = this.with([10, 1]);
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  tell(pending: number, head: readonly [number, number]): void {
    this.status = { ...this.status, pending };
    this.people = this.with(head);
    this.listeners.forEach((listener) => listener());
  }

  private with(head: readonly [number, number]) {
    const cursor = { anchor: head, head };
    return [
      { id: 'b', personId: 'p', name: 'Bruno', organisation: null, colour: '#0b6e6e', clientId: 12, cursor },
    ];
  }
}

describe('a key', () => {
  const [ana, bruno] = [new Writer(start, 11), new Writer(start, 12)];
  const board = new Board();
  const provider = board as unknown as DocumentProvider;
  const nothing = () => undefined;
  const at = { statement, editor: ana.editor };
  const drawn = new Map<string, number>();
  const counted = (id: string, of: ReactNode) => (
    <Profiler key={id} id={id} onRender={() => drawn.set(id, (drawn.get(id) ?? 0) + 1)}>
      {of}
    </Profiler>
  );

  beforeEach(async () => {
    await tick();
    const parts = [
      counted('toolbar', <Toolbar {...at} writable onLink={nothing} onFootnote={nothing} />),
      counted('outline', <Outline editor={ana.editor} language="en" />),
      counted('people', <PeopleHere provider={provider} editor={ana.editor} />),
      counted('head', <StatementHead {...at} provider={provider} onOpen={nothing} onSheet={nothing} />),
    ];
    await show(<>{parts}</>, wordsOf('statements'));
    await screen.findByRole('toolbar');
    await waitFor(() => expect(document.querySelector('[aria-current]')).not.toBeNull());
    jest.useFakeTimers();
    ana.caret(2, 8);
    settle();
    drawn.clear();
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => [ana, bruno].forEach((writer) => writer.close()));

  const settle = () => act(() => void jest.advanceTimersByTime(2_000));

  it('TXT-7 of one’s own draws neither tools, nor outline, nor people, nor the head anew', () => {
    for (const character of 'nearly') {
      act(() => ana.type(character));
      act(() => board.tell(1, [11, 4]));
      act(() => board.tell(0, [11, 5]));
    }
    settle();
    expect(ana.paragraphs[2]!.text).toContain('nearly');
    expect([...drawn]).toEqual([]);
  });

  it('TXT-7 of a colleague draws them just as little', () => {
    bruno.caret(1, 6);
    for (const character of 'here') {
      bruno.type(character);
      act(() => bruno.sent.splice(0).forEach((update) => ana.receive(update)));
      act(() => board.tell(0, [12, 7]));
    }
    settle();
    expect(ana.paragraphs[1]!.text).toContain('here');
    expect([...drawn]).toEqual([]);
  });

  it('TXT-7 that changes what they show, draws them', () => {
    act(() => ana.caret(0, 6));
    settle();
    expect(drawn.get('toolbar')).toBe(1);
    expect(screen.getByRole('button', { name: /Heading 1/ })).toBeInTheDocument();
    act(() => ana.type('!'));
    settle();
    expect(drawn.get('outline')).toBe(1);
  });
});
