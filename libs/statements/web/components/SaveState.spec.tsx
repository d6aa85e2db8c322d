/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import type { DocumentProvider, ProviderStatus } from '@plenary/ground/collab/client';
import { show, wordsOf } from '@plenary/ground/web/testing';
import { act, screen } from '@testing-library/react';
import { SaveState } from './SaveState';

/** What the component knows of a provider: a status, and that something of it changed. */
class Board {
  status = { connection: 'online', saving: 'saved', pending: 0, late: false } as ProviderStatus;
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
