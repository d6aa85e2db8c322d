import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { connect, createServer, type AddressInfo } from 'node:net';

const program = process.env['REDIS_SERVER'] ?? 'redis-server';

/** True where a redis-server is installed. Under CI=true its absence is a failure, so that nothing is passed over. */
export function redisIsInstalled(): boolean {
  const found = spawnSync(program, ['--version']).status === 0;
  if (!found && process.env['CI'] === 'true') throw new Error('redis-server is not installed');
  return found;
}

/** A Redis of a test's own, which can be killed, frozen and started again. */
export class RedisServer {
  private child: ChildProcess | null = null;

  private constructor(private readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const redis = new RedisServer(await freePort());
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.child = spawn(program, args, { stdio: 'ignore' });
    for (const end = Date.now() + 10_000; !(await answers(this.port));) {
      if (Date.now() > end) throw new Error('redis-server did not start');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((exit) => child.once('exit', exit));
    child.kill('SIGKILL');
    await gone;
  }

  /** It holds its connections and answers nothing. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((known) => {
    const line = connect(port, '127.0.0.1');
    line.once('connect', () => (line.destroy(), known(true)));
    line.once('error', () => known(false));
  });
}
