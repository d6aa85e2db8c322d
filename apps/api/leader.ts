import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';
import { serveMetrics, StartupError, type AppConfig, type Connection } from '@plenary/ground/server';
import { sayAll } from './greeting.js';
import { passOnTime } from './settable-time.js';
import { openDatabase, type Running, type Say } from './start-plenary.js';
import type { ToLeader, ToWorker } from './worker.js';

/** Milliseconds. */
const pauseBeforeNext = 500;
const tooSoon = 10_000;
/** So many ends in a row soon after the start, and there is no use in going on. */
const mostDeaths = 5;
/** SYNC-32: whoever has not left by then is ended. */
const slowestEnd = 12_000;

/**
 * Several processes on one machine: this one opens the database, starts the workers, which share the port, and puts
 * a new one in the place of one that died. It serves nobody itself.
 */
export class Leader {
  private stopping = false;
  private deaths = 0;

  private constructor(
    private readonly config: AppConfig,
    private readonly connection: Connection,
    private readonly say: Say,
  ) {}

  static async start(config: AppConfig, processes: number, say: Say): Promise<Pick<Running, 'stop'>> {
    if (!config.redisUrl) throw new StartupError('processes.need-redis');
    const database = await openDatabase(config, say);
    const leader = new Leader(config, database.connection, say);
    passOnTime(config);
    const stop = async () => {
      await leader.stopWorkers();
      await database.stop();
    };
    try {
      // One brings the database up to date; the others follow together.
      const greeting = await leader.begin();
      await Promise.all(Array.from({ length: processes - 1 }, () => leader.begin()));
      const metrics = await serveAll(config);
      say(`Serving with ${processes} processes`);
      sayAll(say, greeting);
      return {
        stop: async () => {
          await metrics?.close();
          await stop();
        },
      };
    } catch (reason) {
      await stop();
      throw reason;
    }
  }

  /** Resolves with the greeting once the worker serves. */
  private begin(): Promise<readonly string[]> {
    return new Promise((ready, failed) => {
      const worker = cluster.fork({ BEGIN: this.config.begin });
      const born = Date.now();
      let serving = false;
      worker.on('message', (message: ToLeader) => {
        if ('asks' in message) worker.send({ connection: this.connection } satisfies ToWorker);
        else if ('said' in message) this.say(message.said);
        else if ('ready' in message) {
          serving = true;
          ready(message.ready.greeting);
        }
      });
      worker.once('exit', () => {
        if (!serving) failed(new Error('a process ended before it served'));
        else if (!this.stopping) this.replace(Date.now() - born < tooSoon);
      });
    });
  }

  private replace(early: boolean): void {
    this.deaths = early ? this.deaths + 1 : 0;
    if (this.deaths >= mostDeaths) {
      process.stderr.write(`\n${new StartupError('processes.dying').message}\n`);
      process.kill(process.pid, 'SIGTERM');
      return;
    }
    this.say('A process ended; starting another in its place');
    setTimeout(() => {
      if (!this.stopping) this.begin().catch(() => this.replace(true));
    }, pauseBeforeNext);
  }

  private async stopWorkers(): Promise<void> {
    this.stopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker): worker is Worker => !!worker);
    await Promise.all(workers.map(ended));
  }
}

/** The workers' metrics as one. */
async function serveAll({ metricsPort: port, metricsHost: host }: AppConfig) {
  if (port === null) return null;
  const all = new AggregatorRegistry();
  return serveMetrics({ host, port }, async () => ({
    type: all.contentType,
    text: await all.clusterMetrics(),
  }));
}

function ended(worker: Worker): Promise<void> {
  return new Promise((gone) => {
    if (worker.isDead()) return gone();
    const kill = setTimeout(() => worker.process.kill('SIGKILL'), slowestEnd);
    worker.once('exit', () => {
      clearTimeout(kill);
      gone();
    });
    worker.process.kill('SIGTERM');
  });
}
