import * as Y from 'yjs';
import { findViolation } from '../text-check.js';
import { rules } from './rules.js';
import { fromOthers, Writer } from './writer.js';

/** How updates travel: by a server that checks them, or straight to each other, in order for each writer or in none. */
export type Order = 'server' | 'writers' | 'any';

/** Brings updates from writer to writer, as late as the numbers of a script say. */
export class Network {
  readonly refusals: string[] = [];
  readonly server: Writer;
  /** What was sent, in the order of the server. */
  readonly log: { readonly from: Writer; readonly update: Uint8Array }[] = [];
  private readonly seen = new Map<Writer, number>();
  private readonly waiting = new Map<Writer, Uint8Array[][]>();

  constructor(
    readonly writers: readonly Writer[],
    start: Uint8Array,
    private readonly order: Order,
  ) {
    this.server = new Writer(2, start);
    const { doc } = this.server;
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (order !== 'server') return;
      const wrong = findViolation(transaction, rules);
      if (wrong) this.refusals.push(wrong);
    });
    for (const writer of writers)
      this.waiting.set(
        writer,
        writers.map(() => []),
      );
  }

  /** A writer sends what is not sent yet; after a long time away, as one update. */
  send(writer: Writer): void {
    const sent = writer.out.splice(0);
    const updates = sent.length > 12 ? [Y.mergeUpdates(sent)] : sent;
    for (const update of updates) {
      this.server.receive(update);
      this.log.push({ from: writer, update });
      const sender = this.writers.indexOf(writer);
      for (const other of this.writers) if (other !== writer) this.waiting.get(other)![sender]!.push(update);
    }
  }

  /** Something that the server has and wrote itself goes to everybody, behind what was sent before. */
  tell(update: Uint8Array): void {
    this.log.push({ from: this.server, update });
  }

  /** Some of what waits for a writer arrives. */
  bring(writer: Writer, chance: number): void {
    if (this.order === 'server') this.fromLog(writer, chance);
    else this.fromWriters(writer, chance);
  }

  /** Everything reaches everybody. */
  settle(): void {
    for (const writer of this.writers) this.send(writer);
    for (const writer of this.writers) {
      this.fromLog(writer, this.order === 'server' ? Infinity : 0);
      for (const queue of this.waiting.get(writer)!)
        queue.splice(0).forEach((update) => writer.receive(update));
    }
  }

  /** Comes back with nothing but the state: what was sent meanwhile comes as one difference. */
  comeBack(writer: Writer): void {
    const missing = Y.encodeStateAsUpdate(this.server.doc, Y.encodeStateVector(writer.doc));
    writer.receive(missing);
    const own = Y.encodeStateAsUpdate(writer.doc, Y.encodeStateVector(this.server.doc));
    if (writer.out.length === 0) return;
    writer.out.splice(0);
    this.server.receive(own);
    this.log.push({ from: writer, update: own });
    const sender = this.writers.indexOf(writer);
    for (const other of this.writers) if (other !== writer) this.waiting.get(other)![sender]!.push(own);
  }

  private fromLog(writer: Writer, chance: number): void {
    let seen = this.seen.get(writer) ?? 0;
    const until = Math.min(this.log.length, seen + 1 + chance);
    for (; seen < until; seen++) {
      const { from, update } = this.log[seen]!;
      if (from !== writer) writer.receive(update);
    }
    this.seen.set(writer, seen);
  }

  private fromWriters(writer: Writer, chance: number): void {
    this.waiting.get(writer)!.forEach((queue, sender) => {
      const count = Math.min(queue.length, (chance >> sender) & 7);
      for (let brought = 0; brought < count; brought++) {
        const at = this.order === 'any' ? (chance >> brought) % queue.length : 0;
        for (const update of queue.splice(at, 1)) writer.receive(update);
      }
    });
  }
}

export { fromOthers };
