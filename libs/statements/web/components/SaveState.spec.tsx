/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import type { DocumentProvider, ProviderStatus } from '@plenary/ground/collab/client';
import { show, wordsOf } from '@plenary/ground/web/testing';
import { act, screen, waitFor } from '@testing-library/react';
import { SaveState } from './SaveState';

/** What the component knows of a provider: a status, and that something of it changed. */
class Board {
  status = {
    ...{ connection: 'online', saving: 'saved', pending: 0, late: false },
    ...{ loaded: true, closed: null, copyOf: null },
  } as ProviderStatus;
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  tell(change: Partial<ProviderStatus> = {}): void {
    this.status = { ...this.status, ...change };
    act(() => this.listeners.forEach((listener) => listener()));
  }
}

describe('the state of saving', () => {
  const board = new Board();
  const said = () => screen.getByTestId('save-state').textContent;

  beforeEach(async () => {
    await show(<SaveState provider={board as unknown as DocumentProvider} />, wordsOf('statements'));
    await screen.findByTestId('save-state');
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('says at once what is on its way, and "Saved" when nothing more comes', () => {
    expect(said()).toBe('Saved');
    board.tell({ saving: 'sending', pending: 1 });
    expect(said()).not.toBe('Saved');
    board.tell({ saving: 'saved', pending: 0 });
    expect(said()).not.toBe('Saved');
    act(() => void jest.advanceTimersByTime(400));
    expect(said()).toBe('Saved');
  });

  it('says "Saved" though a colleague’s caret moves all the time', () => {
    board.tell({ saving: 'sending', pending: 1 });
    board.tell({ saving: 'saved', pending: 0 });
    for (let moves = 0; moves < 10; moves++) {
      act(() => void jest.advanceTimersByTime(50));
      board.tell();
    }
    expect(said()).toBe('Saved');
  });

  it('says of when the text is once the line has been away for longer than a moment', () => {
    const copyOf = new Date(2026, 10, 23, 14, 2).getTime();
    jest.setSystemTime(copyOf + 3_600_000);
    board.tell({ saving: 'copy', connection: 'offline', copyOf });
    act(() => void jest.advanceTimersByTime(1_000));
    board.tell({ saving: 'opening', connection: 'connecting' });
    expect(said()).toBe('Saved');
    board.tell({ saving: 'copy', connection: 'offline' });
    act(() => void jest.advanceTimersByTime(1_500));
    expect(said()).toMatch(/^OfflineCopy of (14:02|2:02\sPM)$/);
    board.tell({ saving: 'on-device', pending: 1 });
    expect(said()).toBe('OfflineOn this device');
    board.tell({ saving: 'saved', connection: 'online', pending: 0 });
    act(() => void jest.advanceTimersByTime(400));
    expect(said()).toBe('Saved');
  });

  it('asks before a page closes that has words which the server has not, and only then', () => {
    const close = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(close()).toBe(false);
    board.tell({ saving: 'sending', pending: 1 });
    expect(close()).toBe(true);
    board.tell({ saving: 'saved', pending: 0 });
    expect(close()).toBe(false);
  });
});

describe('the state of saving of a text that is being opened', () => {
  const opened = async (status: Partial<ProviderStatus>) => {
    const board = new Board();
    board.tell({ saving: 'opening', connection: 'connecting', ...status });
    await show(<SaveState provider={board as unknown as DocumentProvider} />, wordsOf('statements'));
    await screen.findByTestId('save-state');
    return board;
  };
  const said = () => screen.getByTestId('save-state').textContent;

  it('is "Opening", never "Saved", until the server has been heard', async () => {
    const board = await opened({ loaded: false });
    expect(said()).toBe('Opening');
    board.tell({ saving: 'saved', connection: 'online', loaded: true });
    expect(said()).toBe('Opening');
    await waitFor(() => expect(said()).toBe('Saved'));
  });

  it('is a copy, too, where the text is there and the server is silent for longer than one waits', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const board = await opened({ loaded: false });
    board.tell({ loaded: true });
    act(() => void jest.advanceTimersByTime(2_000));
    expect(said()).toBe('Opening');
    act(() => void jest.advanceTimersByTime(2_000));
    expect(said()).toBe('OfflineCopy on this device');
    jest.useRealTimers();
  });

  it('is a copy at once when there is no network', async () => {
    const board = await opened({ loaded: true });
    board.tell({ saving: 'copy', connection: 'offline' });
    expect(said()).toBe('OfflineCopy on this device');
  });

  it('is nothing when the door was closed and nothing is left to send', async () => {
    const board = await opened({ loaded: true, saving: 'saved', connection: 'online' });
    board.tell({ closed: 'document.not-found' });
    expect(screen.queryByTestId('save-state')).not.toBeInTheDocument();
    board.tell({ saving: 'held', pending: 2 });
    expect(said()).toBe('Kept for you');
  });
});
