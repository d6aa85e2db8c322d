import { Injectable } from '@nestjs/common';
import type { Actor } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { mayReadThread } from '@plenary/comments/domain';
import { ThreadDoor } from './thread-door.js';
import type { ReadUntilDto } from './threads.dto.js';
import { ThreadsRepository } from './threads.repository.js';

/** COM-9: what each person has read. */
@Injectable()
export class ReadMarksService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly door: ThreadDoor,
    private readonly threads: ThreadsRepository,
  ) {}

  /** Of threads that are not there, or not the caller's to read, nothing is kept and nothing said. */
  async mark(actor: Actor, statementId: string, read: readonly ReadUntilDto[]): Promise<void> {
    const { reader } = await this.door.openStatement(actor, statementId);
    await this.unit.run(actor, async ({ manager }) => {
      const ids = read.map(({ threadId }) => threadId);
      const found = await this.threads.findMany(manager, ids);
      const own = new Set(
        found
          .filter((thread) => thread.statementId === statementId && mayReadThread(reader, thread))
          .map(({ id }) => id),
      );
      // Each once: two instants for one thread in one request are as two requests.
      const latest = new Map<string, Date>();
      for (const { threadId, until } of read) {
        const at = new Date(until);
        if (own.has(threadId) && at > (latest.get(threadId) ?? new Date(0))) latest.set(threadId, at);
      }
      // In one order, so that two devices wait for each other and do not lock each other out.
      const marks = [...latest].sort(([one], [other]) => (one < other ? -1 : 1));
      await this.threads.markRead(
        manager,
        actor.personId,
        marks.map(([threadId, until]) => ({ threadId, until })),
      );
    });
  }
}
