import { deserialize, serialize } from 'node:v8';
import type { Exchange, ExchangeMessage } from '../index.js';

type Hear = (from: string, message: ExchangeMessage) => void;

/** Several processes in one: what one tells arrives late at the others, or not at all. */
export class Telegraph {
  readonly stations = new Map<string, Station>();
  /** Milliseconds by which a message is late. */
  delay: () => number = () => 0;
  /** Milliseconds after which a station that follows a document begins to hear. */
  begins: () => number = () => 0;
  /** True for a message that gets lost. */
  loses: () => boolean = () => false;

  station(name: string): Station {
    const station = new Station(name, this);
    this.stations.set(name, station);
    return station;
  }

  /** A process dies: nobody says farewell. */
  kill(name: string): void {
    this.stations.delete(name);
    this.stations.forEach((each) => each.gone.forEach((listener) => listener(name)));
  }
}

class Station implements Exchange {
  readonly hearing = new Map<string, Set<Hear>>();
  readonly gone: ((process: string) => void)[] = [];
  readonly back: (() => void)[] = [];
  /** Messages of one sender arrive in order. */
  private last = Promise.resolve();

  constructor(
    readonly name: string,
    private readonly telegraph: Telegraph,
  ) {}

  tell(document: string, message: ExchangeMessage): void {
    if (this.telegraph.loses() || !this.telegraph.stations.has(this.name)) return;
    const bytes = serialize(message);
    const late = new Promise((arrived) => setTimeout(arrived, this.telegraph.delay()));
    this.last = this.last.then(async () => {
      await late;
      // What a process had told before it died has arrived before it is missed.
      if (!this.telegraph.stations.has(this.name)) return;
      for (const other of this.telegraph.stations.values()) {
        if (other === this) continue;
        other.hearing
          .get(document)
          ?.forEach((hear) => hear(this.name, deserialize(bytes) as ExchangeMessage));
      }
    });
  }

  async follow(document: string, hear: Hear, onLate: () => void): Promise<() => void> {
    const all = this.hearing.get(document) ?? new Set();
    const begin = () => void this.hearing.set(document, all.add(hear));
    const late = this.telegraph.begins();
    if (late === 0) begin();
    else
      setTimeout(() => {
        begin();
        onLate();
      }, late);
    return () => void all.delete(hear);
  }

  onGone(listener: (process: string) => void): void {
    this.gone.push(listener);
  }

  onBack(listener: () => void): void {
    this.back.push(listener);
  }
}
