/**
 * Starts the built server as a process of its own, with a data folder and a port of its own, as `npm start`
 * would. Used by the journeys, the screenshots and the drills; CommonJS, since Jest's global setup is.
 */
const { spawn } = require('node:child_process');
const { chmodSync, mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { copySampleData } = require('./sample-data.cjs');

const root = resolve(__dirname, '../../..');
/** For a machine that has much else to do. Milliseconds. */
const patience = 180_000;
const main = join(root, 'dist/server/apps/api/main.js');

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

async function untilReady(url, child, milliseconds) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    const ready = await fetch(`${url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`the server was not ready within ${milliseconds} ms`);
}

/** A folder without data, or one that is seeded already where that is made for the whole run. */
async function newFolder(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-server-'));
  if (process.env.SAMPLE_DATA && !args.includes('--empty') && !env.DATABASE_URL) {
    await copySampleData(folder, seed);
  }
  return folder;
}

/** As a first start does it. */
async function seed(dataDir) {
  mkdirSync(dataDir);
  await (await startServer({ dataDir })).stop();
}

/**
 * Starts a server; `dataDir` and `port` of an earlier one start it again on the same data. `args` stand on its
 * command line, `env` adds settings, `nodeArgs` are for Node itself.
 */
async function startServer({ dataDir, port, args = [], env = {}, nodeArgs = [] } = {}) {
  const folder = dataDir ?? (await newFolder(args, env));
  // Open to the user who runs the database, if this runs as root; the database's own folder is closed all the same.
  chmodSync(folder, 0o755);
  const chosen = port ?? (await freePort());
  const url = `http://127.0.0.1:${chosen}`;
  const output = [];
  const child = spawn(process.execPath, [...nodeArgs, main, ...args], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(chosen),
      PLENARY_DATA: folder,
      PUBLIC_URL: url,
      DATABASE_URL: '',
      REDIS_URL: '',
      ...env,
    },
    // A settable time is moved over a line to the process that started it.
    stdio: ['ignore', 'pipe', 'pipe', ...(env.CLOCK === 'settable' ? ['ipc'] : [])],
  });
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const ended = new Promise((done) => child.once('exit', done));
  try {
    await untilReady(url, child, patience);
  } catch (reason) {
    child.kill('SIGKILL');
    throw new Error(`${reason.message}\n${Buffer.concat(output).toString()}`);
  }
  return {
    url,
    port: chosen,
    dataDir: folder,
    pid: child.pid,
    args,
    env,
    log: () => Buffer.concat(output).toString(),
    forward(milliseconds) {
      const moved = new Promise((told) => child.once('message', told));
      child.send({ forward: milliseconds });
      return moved;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    forget() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

module.exports = { startServer };
