import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Cursor, Presence, PresenceMessage } from '@plenary/ground/collab/protocol';

/** Another person's caret, as the editor's caret plugin reads it. */
export interface CaretState {
  readonly user: {
    readonly name: string;
    readonly organisation: string | null;
    readonly color: string;
    readonly personId: string;
    readonly presenceId: string;
    readonly right: string;
  };
  readonly cursor: Cursor | null;
}

/** An `Awareness` that never speaks for others: remote states come from the server's word alone (SYNC-23). */
class MirroredAwareness extends Awareness {
  /** Puts the remote states in place and tells listeners what changed. */
  mirror(states: ReadonlyMap<number, CaretState>): void {
    const added: number[] = [];
    const updated: number[] = [];
    const removed = [...this.states.keys()].filter((id) => id !== this.clientID && !states.has(id));
    for (const [id, state] of states) {
      if (id === this.clientID) continue;
      const before = this.states.get(id);
      if (before === undefined) added.push(id);
      else if (JSON.stringify(before) !== JSON.stringify(state)) updated.push(id);
      this.states.set(id, state as unknown as Record<string, unknown>);
    }
    removed.forEach((id) => this.states.delete(id));
    if (added.length + updated.length + removed.length === 0) return;
    const changes = { added, updated, removed };
    this.emit('change', [changes, 'server']);
    this.emit('update', [changes, 'server']);
  }
}

/** Who is in the document, as the server says; and carets in the form the editor's plugin knows. */
export class PresenceMirror {
  readonly awareness: Awareness;
  private readonly mirrored: MirroredAwareness;
  private present = new Map<string, Presence>();
  private ownId: string | null = null;
  people: readonly Presence[] = [];

  constructor(doc: Y.Doc, onCursor: (cursor: Cursor | null) => void) {
    this.mirrored = new MirroredAwareness(doc);
    this.awareness = this.mirrored;
    let last = 'null';
    this.mirrored.on('update', (_: unknown, origin: unknown) => {
      if (origin !== 'local') return;
      const cursor = cursorOf(this.mirrored.getLocalState());
      const now = JSON.stringify(cursor);
      if (now === last) return;
      last = now;
      onCursor(cursor);
    });
  }

  reset(ownId: string, everybody: readonly Presence[]): void {
    this.ownId = ownId;
    this.present = new Map(everybody.map((each) => [each.id, each]));
    this.publish();
  }

  change({ changed, left }: PresenceMessage): void {
    changed.forEach((each) => this.present.set(each.id, each));
    left.forEach((id) => this.present.delete(id));
    this.publish();
  }

  /** Whoever writes here writes under this client id from now on. */
  moveTo(clientId: number): void {
    const { mirrored } = this;
    const state = mirrored.getLocalState();
    mirrored.setLocalState(null);
    mirrored.clientID = clientId;
    mirrored.setLocalState(state ?? {});
  }

  /** The line is down: nobody is seen. */
  empty(): void {
    this.present.clear();
    this.publish();
  }

  destroy(): void {
    this.mirrored.destroy();
  }

  private publish(): void {
    this.people = [...this.present.values()];
    const carets = new Map<number, CaretState>();
    for (const {
      id,
      personId,
      name,
      organisation,
      colour,
      right,
      clientId,
      cursor,
    } of this.present.values()) {
      if (clientId === null || id === this.ownId) continue;
      const user = { name, organisation, color: colour, personId, presenceId: id, right };
      carets.set(clientId, { user, cursor });
    }
    this.mirrored.mirror(carets);
  }
}

function cursorOf(state: Record<string, unknown> | null): Cursor | null {
  const cursor = state?.['cursor'] as Cursor | null | undefined;
  return cursor ? { anchor: cursor.anchor, head: cursor.head } : null;
}
