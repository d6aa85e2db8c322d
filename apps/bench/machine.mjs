/** What the operating system says of a process: CPU seconds and resident memory. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const ticksPerSecond = 100;

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system, childUser, childSystem] = [1, 11, 12, 13, 14].map((at) =>
      Number(fields[at]),
    );
    return {
      pid,
      parent,
      own: (user + system) / ticksPerSecond,
      reaped: (childUser + childSystem) / ticksPerSecond,
    };
  } catch {
    return null;
  }
}

/** CPU seconds of one process since its start. */
export const cpuOf = (pid) => statOf(pid)?.own ?? 0;

/** CPU seconds of a process and all below it, also of those that have ended. */
export function cpuOfFamily(pid) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)));
  const family = new Set([pid]);
  for (let grown = true; grown;) {
    const before = family.size;
    all.forEach((each) => each && family.has(each.parent) && family.add(each.pid));
    grown = family.size > before;
  }
  return all
    .filter((each) => each && family.has(each.pid))
    .reduce((sum, each) => sum + each.own + each.reaped, 0);
}

/** Resident memory in bytes. */
export function memoryOf(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [0, 0];
  return Number(kilobytes) * 1024;
}

export function machine() {
  const [{ model }] = cpus();
  return {
    processor: model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}
