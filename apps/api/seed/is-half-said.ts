import { In, type DataSource } from 'typeorm';
import { CommentThreadEntity } from '@plenary/comments/server';
import { seedDebate } from './data/debate.js';
import { seedSuggestions } from './data/suggestions.js';
import { seedTasks } from './data/tasks.js';
import { seedThreadId } from './debate.js';
import { countSent } from './suggestions.js';
import { countMade } from './tasks.js';

/** True when a start was killed amid the debate, or before its suggestions were sent and its tasks were made. */
export async function isHalfSaid(database: DataSource): Promise<boolean> {
  const ids = seedDebate.map(({ key }) => seedThreadId(key));
  const said = await database.manager.countBy(CommentThreadEntity, { id: In(ids) });
  if (said === 0) return false;
  if (said < ids.length || (await countSent(database)) < seedSuggestions.length) return true;
  return (await countMade(database)) < seedTasks.length;
}
