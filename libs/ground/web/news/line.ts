import type { PlenaryConnection } from '@plenary/ground/realtime/client';
import { sayThatSessionEnded } from '../api/api-client';
import { currentLook } from '../session/look';

/** The one line of this tab: news comes over it, and texts are written over it. Null before it is opened. */
let line: PlenaryConnection | null = null;
const waiting = new Set<(line: PlenaryConnection) => void>();
/** Opens it at once when somebody waits for it. */
let hurry: (() => void) | null = null;

/** Milliseconds in which the first page is drawn and asks for what it shows, where the browser does not say when. */
const afterFirstPaint = 200;
const latest = 1_000;
const tryAgainAfter = 3_000;

/**
 * Opens the tab's line once the page has been drawn; the shell alone does, for as long as somebody is signed in. The
 * answer closes it. The code for it is loaded then, and knows nothing of texts.
 */
export function openLine(onOpen: (line: PlenaryConnection) => () => void): () => void {
  let close: (() => void) | null = null;
  let isOver = false;
  let cancel = whenIdle(() => void open());
  const open = async (): Promise<void> => {
    cancel();
    if (isOver || close) return;
    close = () => undefined;
    try {
      const { PlenaryConnection } = await import('@plenary/ground/realtime/client');
      if (isOver) return;
      const look = currentLook();
      const opened = new PlenaryConnection(look ? { look: look.id } : {});
      opened.onEnded(sayThatSessionEnded);
      const stop = onOpen(opened);
      close = () => {
        stop();
        line = null;
        opened.close();
      };
      line = opened;
      waiting.forEach((tell) => tell(opened));
      waiting.clear();
    } catch {
      // The code did not come: no network, or a new version was installed meanwhile.
      close = null;
      cancel = later(() => void open(), tryAgainAfter);
    }
  };
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
  if (line) return Promise.resolve(line);
  return new Promise((resolve) => {
    waiting.add(resolve);
    hurry?.();
  });
}

/** False when news does not arrive. */
export const isLineUp = (): boolean => line?.isUp ?? false;

function whenIdle(call: () => void): () => void {
  if (!('requestIdleCallback' in window)) return later(call, afterFirstPaint);
  const waits = window.requestIdleCallback(call, { timeout: latest });
  return () => window.cancelIdleCallback(waits);
}

function later(call: () => void, milliseconds: number): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}
