import { Processes } from './processes.js';

/** Alone without an address of Redis; its library is loaded only when it is needed. */
export async function startProcesses(redisUrl: string | null): Promise<Processes> {
  if (redisUrl === null) return new Processes();
  const { RedisProcesses } = await import('./redis-processes.js');
  const processes = new RedisProcesses(redisUrl);
  await processes.start();
  return processes;
}
