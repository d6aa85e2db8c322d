import { Injectable } from '@nestjs/common';
import { ShortMemory } from '@plenary/ground/server';
import { HistoryGap, TextHistory } from '@plenary/ground/server/collab';
import { documentOf, failStatement, readMoment, type Moment } from '@plenary/statements/domain';

/** A moment never changes, save by erasing; it is kept for who goes back and forth between a few. Milliseconds. */
const keptFor = 120_000;
const mostKept = 60;

/** Moments of statements' texts, by the number of a row. Judges no rights. */
@Injectable()
export class MomentsService {
  private readonly kept = new ShortMemory<Moment>(keptFor, mostKept);

  constructor(private readonly history: TextHistory) {}

  /** Refuses with `statement.moment-unknown`, or with `statement.history-gap` where rows are missing. */
  async at(statementId: string, seq: number): Promise<Moment> {
    const document = documentOf(statementId);
    const span = await this.history.span(document);
    if (!span || seq < span.first || seq > span.last) return failStatement('statement.moment-unknown');
    return this.kept.get(`${statementId} ${seq}`, () =>
      this.history.at(document, seq, readMoment).catch((reason: unknown) => {
        if (reason instanceof HistoryGap)
          return failStatement('statement.history-gap', { after: reason.after });
        throw reason;
      }),
    );
  }

  /** Moments are others now: words were erased from them (STM-29). */
  forget(): void {
    this.kept.clear();
  }

  /** When these rows were written, as ISO 8601; of one that is missing nothing is known. */
  async times(statementId: string, seqs: readonly number[]): Promise<(seq: number) => string> {
    const times = await this.history.times(documentOf(statementId), seqs);
    return (seq) =>
      (times.get(seq) ?? failStatement('statement.history-gap', { after: seq - 1 })).toISOString();
  }
}
