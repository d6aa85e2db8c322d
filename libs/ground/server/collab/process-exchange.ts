import { deserialize, serialize } from 'node:v8';
import type { Exchange, ExchangeMessage } from '@plenary/ground/collab/engine';
import type { Processes } from '@plenary/ground/server';

const channelOf = (document: string): string => `text:${document}`;

/** What processes tell each other about texts, one channel a document (SYNC-30). */
export class ProcessExchange implements Exchange {
  constructor(private readonly processes: Processes) {}

  tell(document: string, message: ExchangeMessage): void {
    if (this.processes.state === 'together') this.processes.tell(channelOf(document), serialize(message));
  }

  follow(
    document: string,
    hear: (from: string, message: ExchangeMessage) => void,
    onLate: () => void,
  ): Promise<() => void> {
    const read = (bytes: Uint8Array, from: string) => hear(from, deserialize(bytes) as ExchangeMessage);
    return this.processes.listen(channelOf(document), read, onLate);
  }

  onGone(listener: (process: string) => void): void {
    this.processes.onGone(listener);
  }

  onBack(listener: () => void): void {
    this.processes.onBack(listener);
  }
}
