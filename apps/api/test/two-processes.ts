import { spawnSync } from 'node:child_process';
import type { Socket } from 'socket.io-client';
import {
  HttpClient,
  openSocket,
  RedisServer,
  startServer,
  until,
  type BuiltServer,
} from '@plenary/ground/testing';

/** Ids of connections begin with that of the process that holds them. */
export const processOf = (socket: Pick<Socket, 'io'>): string => socket.io.engine.id.slice(0, 12);

/** The built server as `--processes 2` runs it, with a Redis of its own. */
export class TwoProcesses {
  private constructor(
    readonly redis: RedisServer,
    public server: BuiltServer,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<TwoProcesses> {
    const redis = await RedisServer.start();
    const server = await startServer({
      args: ['--processes', '2'],
      env: { REDIS_URL: redis.url, ...env },
    });
    // The first serves while the second still starts.
    await until(() => server.log().includes('Serving with 2 processes'), 'the second process');
    return new TwoProcesses(redis, server);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    this.server.forget();
    await this.redis.kill();
  }

  /** On the data of before. */
  async startAgain(): Promise<void> {
    this.server = await startServer(this.server);
  }

  /** The processes that serve, as the system numbers them. */
  workers(): number[] {
    return spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(this.server.pid)])
      .stdout.toString()
      .split('\n')
      .filter((line) => line.includes('main.js'))
      .map((line) => Number(line.trim().split(' ')[0]));
  }

  /** Somebody of the sample coalition, signed in, with a token. */
  async person(role: string): Promise<{ client: HttpClient; token: string }> {
    const client = new HttpClient(this.server.url);
    const { body: demo } = await client.get('/api/demo');
    const { email, password } = demo.items.find((each: { roleKey: string }) => each.roleKey === role);
    await client.post('/api/session', { email, password });
    const { body } = await client.post('/api/me/tokens', {
      ...{ name: 'Drill', scope: 'write', expiresInDays: 1, password },
    });
    return { client, token: body.token };
  }

  /** Two lines of the person who has this token, one at each process. */
  async linesOf(token: string): Promise<readonly Socket[]> {
    const byProcess = new Map<string, Socket>();
    await until(async () => {
      const socket = await openSocket(this.server.url, { auth: { token } });
      if (byProcess.has(processOf(socket))) socket.close();
      else byProcess.set(processOf(socket), socket);
      return byProcess.size === 2;
    }, 'a line at each process');
    return [...byProcess.values()];
  }
}
