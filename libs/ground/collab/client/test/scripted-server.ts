import type { JoinAnswer } from '@plenary/ground/collab/protocol';
import type { Stopwatch } from '@plenary/ground/kernel';
import { NoAnswer, Refusal, type PlenaryConnection } from '@plenary/ground/realtime/client';
import { FakeClock } from '@plenary/ground/testing/time';
import { DocumentProvider } from '../document-provider.js';
import type { DocumentStore } from '../document-store.js';

export interface Asked {
  readonly name: string;
  readonly message: Record<string, unknown>;
}

/** Answers a message; a string is the code of a refusal. */
export type Script = (asked: Asked) => object | string;

export const joinAnswer = (document: string, change: Partial<JoinAnswer> = {}): JoinAnswer => ({
  ...{ document, epoch: 2, schema: 2, right: 'edit', seq: 0, presenceId: 'me', presence: [] },
  ...{
    update: new Uint8Array([0, 0]),
    stateVector: new Uint8Array([0]),
    clientIds: [77],
    organisationId: null,
  },
  ...change,
});

/** A line on which each message is answered as a spec says; hears all that a provider asks for. */
export class ScriptedServer {
  readonly asked: Asked[] = [];
  private readonly lines = new Set<{ up: () => void; down: () => void }>();
  /** Time that passes when a spec says so. */
  readonly clock = new FakeClock();
  script: Script = ({ message }) => joinAnswer(String(message['document']));

  constructor(
    public isUp = true,
    own: Stopwatch | null = null,
  ) {
    this.watch = own ?? this.clock;
  }

  goesUp(): void {
    if (this.isUp) return;
    this.isUp = true;
    this.lines.forEach(({ up }) => up());
  }

  goesDown(): void {
    if (!this.isUp) return;
    this.isUp = false;
    this.lines.forEach(({ down }) => down());
  }

  /** What was asked for under a name. */
  of(name: string): Record<string, unknown>[] {
    return this.asked.filter((each) => each.name === name).map((each) => each.message);
  }

  async open(document: string, store: DocumentStore, schema = 2): Promise<DocumentProvider> {
    const provider = new DocumentProvider(
      this as unknown as PlenaryConnection,
      document,
      { schema, store },
      { onClosed: () => undefined, isOpen: () => true },
    );
    await provider.load();
    return provider;
  }

  // What a provider knows of its connection.

  readonly watch: Stopwatch;
  readonly hasEnded = false;
  readonly onLine = (up: () => void, down: () => void) => {
    const line = { up, down };
    this.lines.add(line);
    return () => void this.lines.delete(line);
  };
  readonly onEnded = () => () => undefined;
  readonly tell = () => undefined;
  readonly restart = () => undefined;

  async ask(name: string, message: Record<string, unknown>): Promise<object> {
    if (!this.isUp) throw new NoAnswer();
    this.asked.push({ name, message });
    const answer = this.script({ name, message });
    if (typeof answer === 'string') throw new Refusal(answer, {});
    return answer;
  }
}
