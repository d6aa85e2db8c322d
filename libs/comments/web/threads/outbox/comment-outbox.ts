import { asApiError, onOnline } from '@plenary/ground/web';
import { forgetUnsent } from './has-unsent';
import { clearComments, dropComment, keepComment, keptComments } from './outbox-store';
import { forgetDrafts } from '../components/drafts';
import { sendComment } from './send-comment';
import type { UnsentComment } from './unsent-comment';

/** After silence, or a refusal that passes, it is tried again. Milliseconds. */
const againAfter = 15_000;
/** A passage whose characters are still on their way to the server is known there a moment later. Milliseconds. */
const soonAfter = 1_500;

type Sent = (comment: UnsentComment) => unknown;

/**
 * What one person has written and the server does not have: kept on the device, sent in the order in which it was
 * written, by one tab at a time, and once, since the server knows each by its id.
 */
export class CommentOutbox {
  private all: readonly UnsentComment[] = [];
  /** False where the device keeps nothing: then this page alone has the words. */
  private keeps = true;
  private sending: Promise<void> | null = null;
  private isDue = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly onSentListeners = new Set<Sent>();
  private readonly others = 'BroadcastChannel' in globalThis ? new BroadcastChannel(channelName) : null;
  private offs: readonly (() => void)[] = [];

  constructor(readonly personId: string) {}

  get comments(): readonly UnsentComment[] {
    return this.all;
  }

  /** Reads what is kept, sends it, and listens for the network. */
  async start(): Promise<this> {
    const go = () => void this.send();
    this.others?.addEventListener('message', this.onOthers);
    this.offs = [onOnline(go), () => this.others?.removeEventListener('message', this.onOthers)];
    await this.read();
    go();
    return this;
  }

  close(): void {
    this.offs.forEach((off) => off());
    if (this.timer) clearTimeout(this.timer);
    this.others?.close();
  }

  onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Waited for: a comment is shown as not sent until the screen shows it as sent. */
  onSent = (listener: Sent): (() => void) => {
    this.onSentListeners.add(listener);
    return () => void this.onSentListeners.delete(listener);
  };

  /** Resolved once it is kept on the device; it is sent as soon as that is possible. */
  async add(comment: UnsentComment): Promise<void> {
    this.show([...this.all, comment]);
    await keepComment(comment).catch(() => (this.keeps = false));
    this.tellOthers();
    void this.send();
  }

  /** Puts away what was refused, or what its author will not send any more. */
  async putAway(id: string): Promise<void> {
    this.show(this.all.filter((each) => each.id !== id));
    await dropComment(id).catch(() => undefined); // it was never kept
    this.tellOthers();
  }

  /** True when nothing is left to send. */
  async send(): Promise<boolean> {
    this.isDue = true;
    this.sending ??= this.sendAll().finally(() => (this.sending = null));
    await this.sending;
    return !this.all.some(({ refusal }) => !refusal);
  }

  private readonly onOthers = (): void => void this.read();

  private async read(): Promise<void> {
    const kept = await keptComments(this.personId).catch(() => null);
    if (!kept) return;
    if (kept.length === 0) forgetUnsent(this.personId);
    // What this device could not keep is here alone.
    this.show(
      this.keeps ? kept : [...kept, ...this.all.filter(({ id }) => kept.every((each) => each.id !== id))],
    );
  }

  private async sendAll(): Promise<void> {
    while (this.isDue) {
      this.isDue = false;
      await alone(`${channelName}-${this.personId}`, () => this.sendKept());
    }
  }

  private async sendKept(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    // Another tab may have sent them meanwhile.
    await this.read();
    const waiting = new Set<string>();
    for (const comment of this.all) {
      // What answers to a thread that did not arrive cannot arrive.
      if (comment.refusal || waiting.has(comment.threadId)) continue;
      const wait = await this.sendOne(comment);
      if (wait === null) continue;
      waiting.add(comment.threadId);
      this.later(wait);
      if (wait === againAfter) return;
    }
  }

  /** Null when it is done with; else how long to wait. */
  private async sendOne(comment: UnsentComment): Promise<number | null> {
    try {
      await sendComment(comment);
    } catch (error) {
      const { code, params, status } = asApiError(error);
      if (code === 'comment.passage-unknown') return soonAfter;
      // The server could not look at it, or would not just now: that says nothing of the comment.
      if (status <= 0 || status >= 500 || status === 401 || status === 429) return againAfter;
      const refused = { ...comment, refusal: { code, params } };
      await keepComment(refused).catch(() => undefined); // shown in this page all the same
      this.show(this.all.map((each) => (each.id === comment.id ? refused : each)));
      this.tellOthers();
      return null;
    }
    await dropComment(comment.id).catch(() => undefined); // sent twice, it is the same comment
    await Promise.allSettled([...this.onSentListeners].map((tell) => tell(comment)));
    this.show(this.all.filter(({ id }) => id !== comment.id));
    this.tellOthers();
    return null;
  }

  private later(wait: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), wait);
  }

  private show(all: readonly UnsentComment[]): void {
    this.all = all;
    this.listeners.forEach((tell) => tell());
  }

  private tellOthers(): void {
    this.others?.postMessage(null);
  }
}

const channelName = 'plenary-unsent-comments';

/** One tab at a time; a browser without locks sends twice at worst, which the server takes for once. */
const alone = (name: string, act: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request(name, act) : act();

let current: Promise<CommentOutbox> | null = null;
let owner: string | null = null;

/** The outbox of this tab. */
export function outboxOf(personId: string): Promise<CommentOutbox> {
  if (owner === personId && current) return current;
  void current?.then((other) => other.close());
  owner = personId;
  return (current = new CommentOutbox(personId).start());
}

/** For sign-out: forgets the words of one person, of everybody when null. */
export async function clearOutbox(personId: string | null): Promise<void> {
  const open = await current;
  open?.close();
  [current, owner] = [null, null];
  forgetDrafts();
  await clearComments(personId);
}
