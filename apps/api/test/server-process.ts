import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const house = resolve(process.cwd());

/** The built server as a process of its own, which can be killed and started again on the same data. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private output = '';

  private constructor(
    private readonly port: number,
    private readonly data: string,
  ) {}

  /** Builds what has changed and starts on empty data. */
  static async start(): Promise<ServerProcess> {
    await promisify(execFile)(process.execPath, ['tools/build-server.mjs'], { cwd: house });
    const data = await mkdtemp(join(tmpdir(), 'plenary-drill-'));
    // Open to the user who runs the database, if this runs as root; the database's own folder is closed all the same.
    await chmod(data, 0o755);
    const server = new ServerProcess(await freePort(), data);
    await server.run();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts on the data that is there; resolves when it is ready, with the milliseconds that took. */
  async run(): Promise<number> {
    const begun = performance.now();
    const child = spawn(process.execPath, ['dist/server/apps/api/main.js'], {
      cwd: house,
      env: {
        ...process.env,
        PORT: `${this.port}`,
        PLENARY_DATA: this.data,
        PUBLIC_URL: this.url,
        DATABASE_URL: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (this.output += text));
    this.child = child;
    while (!(await this.isReady())) {
      if (child.exitCode !== null) throw new Error(`the server ended\n${this.output}`);
      await new Promise((next) => setTimeout(next, 50));
    }
    return performance.now() - begun;
  }

  /** kill -9. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Stops as Ctrl-C does, database included, and forgets the data. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.data, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolved) => child.once('exit', resolved));
    child.kill(signal);
    await ended;
  }

  private isReady(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
