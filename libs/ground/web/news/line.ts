import type { PlenaryConnection } from '@plenary/ground/realtime/client';
import type { QueryClient } from '@tanstack/react-query';

/** The one line of this tab: news comes over it, and texts are written over it. Null before it is opened. */
let current: PlenaryConnection | null = null;
const waiting = new Set<(line: PlenaryConnection) => void>();
/** Nobody has answered for longer than a line may break, although the browser believes in a network. */
let isSilent = false;
const listeners = new Set<() => void>();
/** Opens it at once when somebody waits for it. */
let hurry: (() => void) | null = null;

/** Milliseconds in which the first page is drawn and asks for what it shows, where the browser does not say when. */
const afterFirstPaint = 200;
const latest = 1_000;
const tryAgainAfter = 3_000;
/** A line that breaks for so long is nobody's business. Milliseconds. */
const mayBreakFor = 2_500;

const loadLine = () => import('./connect');

/**
 * Fetches the code of the line, and what `more` does, while nothing else goes on, on the sign-in page too: who comes in
 * then has it. Not where somebody saves data.
 */
export function loadLineSoon(more: () => void): void {
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
  whenIdle(() => {
    more();
    void loadLine().catch(() => undefined);
  });
}

/**
 * Opens the tab's line once the page has been drawn; the shell alone does, for as long as somebody is signed in. The
 * answer closes it. The code for it is loaded then, and knows nothing of texts.
 */
export function openLine(queries: QueryClient, me: string): () => void {
  let close: (() => void) | null = null;
  let isOver = false;
  let isOpening = false;
  let cancel = whenIdle(() => void open());
  async function open(): Promise<void> {
    cancel();
    if (isOver || isOpening) return;
    isOpening = true;
    try {
      const { connect } = await loadLine();
      if (isOver) return;
      const opened = connect(queries, me);
      current = opened.line;
      const listen = listenForSilence(opened.line);
      close = () => {
        current = null;
        listen();
        opened.close();
      };
      waiting.forEach((tell) => tell(opened.line));
      waiting.clear();
    } catch {
      // The code did not come: no network, or a new version was installed meanwhile.
      isOpening = false;
      tell(true);
      cancel = later(() => void open(), tryAgainAfter);
    }
  }
  hurry = () => void open();
  if (waiting.size > 0) hurry();
  return () => {
    isOver = true;
    hurry = null;
    cancel();
    close?.();
  };
}

/** The tab's line, as soon as it is there; whoever asks does not wait for the page to be drawn. */
export function theLine(): Promise<PlenaryConnection> {
  if (current) return Promise.resolve(current);
  return new Promise((resolve) => {
    waiting.add(resolve);
    hurry?.();
  });
}

/** Calls when the server falls silent, or is heard again. */
export function onSilence(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The server cannot be reached over the line, whatever the browser believes. */
export const isServerSilent = (): boolean => isSilent;

function tell(silent: boolean): void {
  if (isSilent === silent) return;
  isSilent = silent;
  listeners.forEach((listener) => listener());
}

function listenForSilence(line: PlenaryConnection): () => void {
  let cancel: (() => void) | null = null;
  const heard = () => {
    cancel?.();
    cancel = null;
    tell(false);
  };
  const off = line.onLine(heard, () => (cancel ??= later(() => tell(true), mayBreakFor)));
  if (line.isUp) heard();
  return () => {
    off();
    heard();
  };
}

/** False when news does not arrive. */
export const isLineUp = (): boolean => current?.isUp ?? false;

function whenIdle(call: () => void): () => void {
  if (!('requestIdleCallback' in window)) return later(call, afterFirstPaint);
  const waits = window.requestIdleCallback(call, { timeout: latest });
  return () => window.cancelIdleCallback(waits);
}

function later(call: () => void, milliseconds: number): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}
