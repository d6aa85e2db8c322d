import type { Elsewhere } from './document-store.js';

type Listener = (what: Elsewhere, document: string | null) => void;

interface Said {
  readonly what: Elsewhere;
  readonly document: string | null;
}

/**
 * The pages that one account has open on this device, as far as they keep texts: each hears what another did, and then
 * looks for itself. Where browsers have no such channel, each page knows of the others when it looks anyway.
 */
export class Pages {
  private readonly listeners = new Set<Listener>();
  private channel: BroadcastChannel | null = null;

  constructor(personId: string) {
    if (typeof BroadcastChannel === 'undefined') return;
    this.channel = new BroadcastChannel(`plenary-texts-${personId}`);
    this.channel.onmessage = ({ data }: MessageEvent<Said>) =>
      this.listeners.forEach((listener) => listener(data.what, data.document));
    // A script that has done its work does not live on for the sake of hearing.
    (this.channel as { unref?: () => void }).unref?.();
    globalThis.addEventListener?.('pagehide', this.leave);
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(what: Elsewhere, document: string | null): void {
    this.channel?.postMessage({ what, document } satisfies Said);
  }

  close(): void {
    this.leave();
    globalThis.removeEventListener?.('pagehide', this.leave);
    this.channel?.close();
    this.channel = null;
  }

  /** What this page was writing at its end may be kept without a word of it. */
  private readonly leave = (): void => this.tell('left', null);
}
