import { Injectable } from '@nestjs/common';
import type { ItemId } from '@plenary/ground/text';
import type { Stretch } from '@plenary/statements/domain';
import { StretchesService } from './stretches.service.js';

/** Who wrote a character, for whom and when. */
export interface Hand {
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly at: Date;
}

interface Written extends Hand {
  readonly from: number;
  readonly to: number;
  readonly stretch: number;
}

const nobody: Hand = { personId: null, organisationId: null, at: new Date(0) };

/** Statements that are remembered at once. */
const most = 100;

/** STM-26: whose hand each character of a statement is, from its stretches; what was learned once is remembered. */
@Injectable()
export class Hands {
  private readonly known = new Map<string, Index>();

  constructor(private readonly stretches: StretchesService) {}

  /** Of everything up to the last row that there is. */
  async of(statementId: string): Promise<(id: ItemId) => Hand> {
    await this.stretches.upToDate(statementId);
    const index = this.known.get(statementId) ?? new Index();
    // The last one that is known may have grown.
    for (const stretch of await this.stretches.listFrom(statementId, index.last)) index.take(stretch);
    if (!this.known.has(statementId) && this.known.size >= most) this.known.clear();
    this.known.set(statementId, index);
    return (id) => index.find(id);
  }
}

class Index {
  last = 0;
  private readonly byClient = new Map<number, Written[]>();

  take({ number, endedAt, shares }: Stretch): void {
    this.last = number;
    for (const { personId, organisationId, ranges } of shares) {
      for (const [client, from, to] of ranges) {
        const written = this.byClient.get(client) ?? [];
        // It was taken before, when it was shorter.
        while (written.at(-1)?.stretch === number && written.at(-1)!.from >= from) written.pop();
        written.push({ from, to, personId, organisationId, at: endedAt, stretch: number });
        this.byClient.set(client, written);
      }
    }
  }

  find([client, clock]: ItemId): Hand {
    const written = this.byClient.get(client) ?? [];
    let [low, high] = [0, written.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (written[middle]!.from <= clock) low = middle + 1;
      else high = middle;
    }
    const found = written[low - 1];
    return found && clock < found.to ? found : nobody;
  }
}
