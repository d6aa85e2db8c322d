import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { Client } from 'pg';

/** Makes the embedded database of a running server misbehave. */
export class DatabaseFaults {
  constructor(private readonly dataDir: string) {}

  /** It holds its connections and answers nothing. */
  freeze(): void {
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  /** It is gone with all its connections; the server starts it again. */
  kill(): void {
    process.kill(this.pid, 'SIGKILL');
  }

  /** Every commit of a text takes so long. 0 takes it back. */
  async slowDown(seconds: number): Promise<void> {
    await this.run('DROP TRIGGER IF EXISTS slow ON collab_update');
    if (seconds === 0) return;
    await this.run(
      `CREATE OR REPLACE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN PERFORM pg_sleep(${seconds}); RETURN NULL; END $$`,
    );
    await this.run(
      'CREATE TRIGGER slow AFTER INSERT ON collab_update FOR EACH STATEMENT EXECUTE FUNCTION slow()',
    );
  }

  /** It refuses to write, for all connections from now on. */
  async readOnly(is: boolean): Promise<void> {
    await this.run(`ALTER DATABASE plenary SET default_transaction_read_only = ${is ? 'on' : 'off'}`);
    await this.run(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
  }

  private async run(sql: string): Promise<void> {
    const [, , , port, host] = this.lines;
    const client = new Client({ host: host!, port: Number(port), user: 'plenary', database: 'plenary' });
    await client.connect();
    try {
      await client.query('SET default_transaction_read_only = off');
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  private get lines(): string[] {
    return readFileSync(join(this.dataDir, 'postgres/postmaster.pid'), 'latin1').split('\n');
  }

  private get pid(): number {
    return Number(this.lines[0]);
  }

  /** To the database and all its processes. */
  private signal(name: NodeJS.Signals): void {
    const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(this.pid)])
      .stdout.toString()
      .split('\n')
      .map(Number)
      .filter((pid) => pid > 0);
    for (const pid of [this.pid, ...children]) process.kill(pid, name);
  }
}
