/** The load as a whole: several processes with clients, spoken to together. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./worker.mjs', import.meta.url));

function ask(child, message) {
  return new Promise((done, failed) => {
    child.once('message', ({ answer, failed: why }) => (why ? failed(new Error(why)) : done(answer)));
    child.once('exit', () => failed(new Error('a process of the load ended')));
    child.send(message);
  });
}

/** `count` clients over `processes` processes, of whom `typists` type. */
export async function crowd({ name, server, documents, count, typists, processes = 2, probes = 5 }) {
  const children = Array.from({ length: processes }, () =>
    fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
  );
  const share = (whole, index) => Math.floor(whole / processes) + (index < whole % processes ? 1 : 0);
  const { port, folder, access } = server;
  await Promise.all(
    children.map((child, index) =>
      ask(child, {
        ask: 'open',
        name,
        server: { port, folder, access },
        documents,
        count: share(count, index),
        typists: share(typists, index),
        probes,
      }),
    ),
  );
  const all = (message) => Promise.all(children.map((child) => ask(child, message)));
  return {
    type: ({ seconds, rate = 5, warmUp = 2 }) => all({ ask: 'type', seconds, rate, warmUp }),
    report: () => all({ ask: 'report' }),
    async close() {
      await all({ ask: 'close' }).catch(() => undefined);
      children.forEach((child) => child.kill());
    },
  };
}
