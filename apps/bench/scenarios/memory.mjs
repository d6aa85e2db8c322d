/** What connections and open documents cost in memory, and what is given back. */
import { memoryOf } from '../machine.mjs';
import { crowd } from '../load/crowd.mjs';
import { target } from '../targets/index.mjs';

const pause = (seconds) => new Promise((over) => setTimeout(over, seconds * 1000));

/** After the server was asked to clear up. */
async function settled(pid) {
  for (let i = 0; i < 3; i++) {
    await pause(1);
    process.kill(pid, 'SIGUSR2');
  }
  await pause(1);
  return memoryOf(pid);
}

/** Bytes. */
export async function measureMemory(name, { connections = 500, documents = 100, away = 3 } = {}) {
  const module = await target(name);
  const server = await module.start();
  try {
    const first = await module.newDocument(server);
    // Once over, so that code and caches are not counted as connections.
    const warm = await crowd({ name, server, documents: [first], count: 100, typists: 0 });
    await warm.close();
    await pause(2);
    const start = await settled(server.pid);
    const people = await crowd({ name, server, documents: [first], count: connections, typists: 0 });
    const connected = await settled(server.pid);
    await people.close();
    await pause(2);
    const between = await settled(server.pid);
    const texts = [];
    for (let i = 0; i < documents; i++) texts.push(await module.newDocument(server));
    const rooms = await crowd({ name, server, documents: texts, count: documents, typists: documents });
    await rooms.type({ seconds: 4, warmUp: 1 });
    const opened = await settled(server.pid);
    await rooms.close();
    await pause(away);
    const after = await settled(server.pid);
    return {
      start,
      perConnection: (connected - start) / connections,
      perDocument: (opened - between) / documents,
      after,
      givenBack: after / start - 1,
    };
  } finally {
    await server.stop();
  }
}
