import { covers } from '@plenary/ground/kernel';
import { Emitter, Refusal } from '@plenary/ground/realtime/client';
import type { Aside } from './document-store.js';
import { firstStatus, type ProviderStatus } from './provider-status.js';

/** What is derived from the parts of a provider whenever something changes. */
export interface Facts {
  readonly pending: number;
  readonly late: boolean;
  /** Edits reach this device's storage. */
  readonly isKeeping: boolean;
  /** There is a client id to write under. */
  readonly hasId: boolean;
}

/** The status of a document, and promises that are kept or broken as it changes. */
export class StatusBoard {
  current: ProviderStatus = firstStatus;
  private readonly changes = new Emitter<{ change: void }>();
  private refusals = 0;
  /** Code with which all of it ended; null while it goes on. */
  ended: string | null = null;

  constructor(private readonly facts: () => Facts) {}

  subscribe(listener: () => void): () => void {
    return this.changes.on('change', listener);
  }

  /** Something beside the status changed. */
  touch(): void {
    this.changes.emit('change', undefined);
  }

  publish(change: Partial<ProviderStatus> = {}): void {
    if (this.ended) return;
    const { pending, late, isKeeping, hasId } = this.facts();
    const next = { ...this.current, ...change };
    const mayEdit = next.right === null ? next.loaded : covers(next.right, 'edit');
    const now: ProviderStatus = {
      ...next,
      ...{ pending, late, saving: savingOf(next, pending, isKeeping) },
      writable: hasId && next.loaded && mayEdit && !next.closed && !next.reloadNeeded,
    };
    // At each key there are several to say the same: a dozen listeners read it but once.
    if (saysTheSame(this.current, now)) return;
    this.current = now;
    this.touch();
  }

  /** Words were refused: whoever waits for them is told. */
  refuse(refusal: NonNullable<ProviderStatus['refusal']>): void {
    this.refusals++;
    this.publish({ refusal });
  }

  end(code: string): void {
    this.publish({ connection: 'offline' });
    this.ended = code;
    this.touch();
  }

  /** Resolves once it is reached; rejects when words are refused meanwhile, or when the document closes. */
  until(reached: () => boolean): Promise<void> {
    const before = this.refusals;
    return new Promise((resolve, reject) => {
      const look = () => {
        const refused = this.refusals > before ? this.current.refusal!.code : null;
        const code = refused ?? this.current.closed ?? this.ended;
        if (!refused && reached()) settle(resolve);
        else if (code) settle(() => reject(new Refusal(code, {})));
      };
      const off = this.subscribe(look);
      const settle = (end: () => void) => {
        off();
        end();
      };
      look();
    });
  }
}

const saysTheSame = (one: ProviderStatus, other: ProviderStatus): boolean =>
  (Object.keys(other) as (keyof ProviderStatus)[]).every((name) => one[name] === other[name]);

function savingOf(next: ProviderStatus, pending: number, isKeeping: boolean): ProviderStatus['saving'] {
  const { connection, loaded, closed, right } = next;
  const isOnline = connection === 'online';
  if (pending === 0) return isOnline ? 'saved' : loaded && connection === 'offline' ? 'copy' : 'opening';
  const isHeld = closed !== null || (isOnline && right !== null && !covers(right, 'edit'));
  if (isOnline && !isHeld) return 'sending';
  if (!isKeeping) return 'not-kept';
  return isHeld ? 'held' : 'on-device';
}

/** What was put aside earlier and has not been seen. */
export function shown(aside: readonly Aside[]): Pick<ProviderStatus, 'refusal' | 'damaged'> {
  const damaged = aside.filter((each) => each.code === 'local.damaged').flatMap((each) => each.updates);
  const refused = aside.filter((each) => each.code !== 'local.damaged');
  const refusal = {
    code: refused.at(-1)?.code ?? '',
    text: refused.map((each) => each.text).join('\n\n'),
    updates: refused.flatMap((each) => each.updates),
  };
  return {
    refusal: refused.length > 0 ? refusal : null,
    damaged: damaged.length > 0 ? new Blob(damaged.map((each) => each.slice().buffer as ArrayBuffer)) : null,
  };
}
