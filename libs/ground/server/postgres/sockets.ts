import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handTo, type Runner } from './runner.js';

/** What a postmaster is reached by: a folder with its socket, or an address on this machine. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const windows = process.platform === 'win32';
const socketPort = 5432;
/** The name of a socket may have 107 bytes on Linux, 103 on macOS. */
const longest = 103 - Buffer.byteLength(`/.s.PGSQL.${socketPort}`);

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

/** A place that only the one who runs the database can enter; beside the cluster if that path is short enough. */
export async function newAddress(home: string, runner: Runner): Promise<Address> {
  if (windows) return { host: '127.0.0.1', port: await freePort() };
  let folder = join(home, 'socket');
  if (Buffer.byteLength(folder) <= longest) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } else {
    const short = Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp';
    folder = mkdtempSync(join(short, 'plenary-'));
  }
  chmodSync(folder, 0o700);
  handTo(runner, folder);
  return { host: folder, port: socketPort };
}

export function forgetAddress(address: Address): void {
  if (!windows) rmSync(address.host, { recursive: true, force: true });
}

/** What PostgreSQL is told about where to listen. */
export function listenOptions({ host, port }: Address): string[] {
  const options = windows
    ? [`listen_addresses=${host}`]
    : ['listen_addresses=', `unix_socket_directories=${host}`, 'unix_socket_permissions=0700'];
  return [...options, `port=${port}`];
}

/** The living postmaster's number and address as it wrote them into its own lock file. */
export function readPostmaster(cluster: string): { pid: number; address?: Address } | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port, folder, listen] = readFileSync(file, 'utf8').split('\n');
  const host = windows ? listen : folder;
  return { pid: Number(pid), address: host && port ? { host: host.trim(), port: Number(port) } : undefined };
}
