import type { INestApplicationContext } from '@nestjs/common';
import { In, type DataSource } from 'typeorm';
import { systemClock } from '@plenary/ground/kernel';
import { CollabService } from '@plenary/ground/server/collab';
import { FlatText } from '@plenary/ground/text';
import { documentOf } from '@plenary/statements/domain';
import { ChangingTasks, MakingTasks, TaskEntity } from '@plenary/tasks/server';
import { seedTasks, type SeedTask } from './data/tasks.js';
import { seedThreadId } from './debate.js';
import { seedActor } from './seed-actor.js';
import { seedId } from './seed-id.js';
import { seedPerson } from './sample-coalition.js';

/** The id of a task of the sample coalition, the same on every installation. */
export const seedTaskId = (key: string): string => seedId('task', key);

const day = 86_400_000;

/** What the sample coalition has to do, made by its people and through the same services as everybody's; each once. */
export async function seedTasksOn(app: INestApplicationContext, statementId: string): Promise<void> {
  const [making, changing] = [app.get(MakingTasks), app.get(ChangingTasks)];
  for (const task of seedTasks) {
    const { key, board, by, title, notes, people = [], organisation, dueIn, steps = [], state } = task;
    const id = seedTaskId(key);
    const made = await making.add(seedActor(by), {
      ...{ id, title, notes, about: await aboutOf(app, statementId, task) },
      ...(board === null ? {} : { groupId: seedId('group', board) }),
      ...(dueIn === undefined ? {} : { due: { on: dayIn(dueIn), time: null, zone: null } }),
      responsible: {
        personIds: people.map((given) => seedPerson(given).id),
        organisationId: organisation === undefined ? null : seedId('organisation', organisation),
      },
    });
    for (const [at, [text, isDone]] of steps.entries())
      await changing.putStep(seedActor(by), id, seedId('step', `${key} ${at}`), { text, isDone });
    if (made.state !== state) await changing.move(seedActor(by), id, { state });
  }
}

/** How many of them were made. */
export const countMade = (database: DataSource): Promise<number> =>
  database.manager.countBy(TaskEntity, { id: In(seedTasks.map(({ key }) => seedTaskId(key))) });

const dayIn = (days: number): string => new Date(systemClock.now() + days * day).toISOString().slice(0, 10);

async function aboutOf(app: INestApplicationContext, statementId: string, { about }: SeedTask) {
  if (!about) return undefined;
  if ('thread' in about) return { kind: 'thread', id: seedThreadId(about.thread) } as const;
  const paragraph = await app
    .get(CollabService)
    .read(documentOf(statementId), (doc) =>
      new FlatText(doc).page.find(({ text }) => text.includes(about.paragraph)),
    );
  // Somebody wrote in it since a first start was killed: then it is about the whole.
  if (!paragraph) return { kind: 'statement', id: statementId } as const;
  return { kind: 'paragraph', id: statementId, paragraphId: paragraph.id, quote: about.paragraph } as const;
}
