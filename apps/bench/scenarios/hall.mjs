/** One document, many who type and read. */
import { cpuOf, cpuOfFamily, memoryOf } from '../machine.mjs';
import { crowd } from '../load/crowd.mjs';
import { quantile } from '../numbers.mjs';
import { target } from '../targets/index.mjs';

const pause = (seconds) => new Promise((over) => setTimeout(over, seconds * 1000));

/** Measures one target under one load. CPU in seconds per second, latencies in milliseconds. */
export async function measureHall(name, { clients, typing, seconds, warmUp = 3, documents = 1 }) {
  const module = await target(name);
  const server = await module.start();
  try {
    const texts = [];
    for (let i = 0; i < documents; i++) texts.push(await module.newDocument(server));
    const people = await crowd({ name, server, documents: texts, count: clients, typists: typing });
    await pause(1);
    const typingDone = people.type({ seconds, warmUp });
    await pause(warmUp);
    const [cpu, database] = [cpuOf(server.pid), server.databasePid ? cpuOfFamily(server.databasePid) : 0];
    await pause(seconds);
    const used = (cpuOf(server.pid) - cpu) / seconds;
    const usedByDatabase = server.databasePid ? (cpuOfFamily(server.databasePid) - database) / seconds : null;
    const memory = memoryOf(server.pid);
    await typingDone;
    await pause(documents === 1 ? 3 : 1);
    const reports = await people.report();
    await people.close();
    const latencies = reports.flatMap((each) => each.latencies);
    const acknowledged = reports.flatMap((each) => each.acknowledged);
    const perDocument = clients / documents;
    return {
      p50: quantile(latencies, 0.5),
      p95: quantile(latencies, 0.95),
      p99: quantile(latencies, 0.99),
      cpu: used,
      databaseCpu: usedByDatabase,
      /** Microseconds of the server for each character that reached somebody. */
      perDelivery: (used / (typing * 5 * (perDocument - 1))) * 1e6,
      ackP95: quantile(acknowledged, 0.95),
      ackP99: quantile(acknowledged, 0.99),
      memory,
      lostConnections: reports.reduce((sum, each) => sum + each.lost, 0),
      refused: reports.reduce((sum, each) => sum + Object.values(each.refused).reduce((a, b) => a + b, 0), 0),
      equal: documents > 1 ? null : new Set(reports.map((each) => each.replica.text)).size === 1,
      characters:
        documents > 1
          ? null
          : reports[0].replica.text.length - reports.reduce((sum, each) => sum + each.typed, 0),
    };
  } finally {
    await server.stop();
  }
}
