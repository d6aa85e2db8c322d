/** How long lists take over HTTP, in a coalition and in one ten times as large. */
import { cpuOf, cpuOfFamily } from '../machine.mjs';
import { quantile, round } from '../numbers.mjs';
import { ask, found, readers } from '../coalition/found.mjs';
import { listsOf } from '../coalition/lists.mjs';

/** The same with nothing to look up: who is asking, and the way in and out. */
const trivial = '/api/me';

/** Milliseconds of each call, and of processor time that server and database spend on one. */
async function timesOf({ server, databasePid }, cookie, path, { calls, warmUp }) {
  const times = [];
  const spent = () => (cpuOf(server.pid) + cpuOfFamily(databasePid)) * 1_000;
  for (let call = 0; call < warmUp; call++) await ask(server, cookie, 'GET', path);
  const before = spent();
  for (let call = 0; call < calls; call++) {
    const begun = performance.now();
    await ask(server, cookie, 'GET', path);
    times.push(performance.now() - begun);
  }
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    cpu: (spent() - before) / calls,
  };
}

async function measureCoalition(people, repeats) {
  const coalition = await found({ people });
  const { server, cookies } = coalition;
  try {
    const least = await timesOf(coalition, Object.values(cookies)[0], trivial, repeats);
    const lists = [];
    for (const { name, path, allowed } of await listsOf(coalition)) {
      const times = {};
      for (const reader of allowed) times[reader] = await timesOf(coalition, cookies[reader], path, repeats);
      lists.push({ name, times });
    }
    return { imported: coalition.imported, least, lists };
  } finally {
    await server.stop();
    server.forget();
  }
}

const worst = ({ times }, part) => Math.max(...Object.values(times).map((each) => each[part]));

/**
 * Milliseconds. `beside` and `growth` compare processor time, which hardly changes when others use the machine, too:
 * with a trivial request, and with the same list in a coalition with a tenth of the people, organisations and log.
 */
export async function measureLists({ people = 10_000, calls = 30, warmUp = 5, compare = true } = {}) {
  const repeats = { calls, warmUp };
  const small = compare ? await measureCoalition(people / 10, repeats) : null;
  const large = await measureCoalition(people, repeats);
  const lists = large.lists.map((list, place) => ({
    ...list,
    cpu: worst(list, 'cpu'),
    beside: worst(list, 'cpu') / large.least.cpu,
    growth: small ? worst(list, 'cpu') / worst(small.lists[place], 'cpu') : NaN,
  }));
  const { least, imported } = large;
  const most = (of) => Math.max(...lists.map(of));
  return {
    ...{ lists, readers, least, imported },
    most: { p95: most((list) => worst(list, 'p95')), growth: most((list) => list.growth) },
    note: [
      `${round(people)} people, ${round(people / 5)} organisations, ${round(people * 1.2)} who act for them, 40 groups, 500 statements, ${round(people * 6)} lines of the log; ${calls} calls of each list over HTTP, one after the other.`,
      `The trivial request, GET ${trivial}: ${round(least.p50, 1)} / ${round(least.p95, 1)} ms, ${round(least.cpu, 1)} ms of CPU.`,
      `The people and organisations were imported as one list in ${round(imported / 1_000, 1)} s.`,
    ].join(' '),
  };
}
