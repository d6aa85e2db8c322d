/** Starts a peer's server as a process of its own. */
import { fork, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Lets a server clear up its memory at a signal. */
export const clearsUp = [
  '--expose-gc',
  '--require',
  fileURLToPath(new URL('../gc-on-signal.cjs', import.meta.url)),
];

const peers = fileURLToPath(new URL('../peers/', import.meta.url));

/** The peers are installed by the benchmark alone, at its first run. */
export function installPeers(say) {
  if (existsSync(join(peers, 'node_modules/yjs'))) return;
  say('Installing the peers (once)');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: peers,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the peers could not be installed');
}

/** Node 22, for the peer that needs it; null where it could not be had. */
export function newerNode() {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  const binary = join(peers, 'node_modules/node/bin/node');
  return existsSync(binary) && spawnSync(binary, ['--version']).status === 0 ? binary : null;
}

export function freePort() {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

/** A peer's server: `again` starts it anew on the data of an earlier one. */
export async function startPeer(name, { execPath = process.execPath, again } = {}) {
  const port = again?.port ?? (await freePort());
  const folder = again?.folder ?? mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  const child = fork(join(peers, 'servers', `${name}.mjs`), [String(port), folder], {
    cwd: peers,
    execPath,
    execArgv: clearsUp,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((gone) => child.once('exit', gone));
  await Promise.race([
    new Promise((ready) => child.once('message', ready)),
    ended.then((code) => Promise.reject(new Error(`${name} ended with ${code}`))),
  ]);
  return {
    port,
    folder,
    pid: child.pid,
    databasePid: null,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
