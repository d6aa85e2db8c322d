import type { JoinAnswer } from '@plenary/ground/collab/protocol';
import { Refusal, type PlenaryConnection } from '@plenary/ground/realtime/client';
import { FakeClock } from '@plenary/ground/testing';
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
  ...{ update: new Uint8Array([0, 0]), stateVector: new Uint8Array([0]), clientIds: [77] },
  ...change,
});

/** A line on which each message is answered as a spec says; hears all that a provider asks for. */
export class ScriptedServer {
  readonly asked: Asked[] = [];
  readonly clock = new FakeClock();
  script: Script = ({ message }) => joinAnswer(String(message['document']));

  constructor(readonly isUp = true) {}

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

  readonly hasEnded = false;
  readonly onLine = () => () => undefined;
  readonly onEnded = () => () => undefined;
  readonly tell = () => undefined;
  readonly restart = () => undefined;

  async ask(name: string, message: Record<string, unknown>): Promise<object> {
    this.asked.push({ name, message });
    const answer = this.script({ name, message });
    if (typeof answer === 'string') throw new Refusal(answer, {});
    return answer;
  }
}
