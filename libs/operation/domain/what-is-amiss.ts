import type { Amiss, OperationView } from './operation.view.js';

/** Milliseconds; engine.md's promise is 50 for most. */
const slowSaving = 1_000;
const lateWork = 250;
/** Part of the readers. */
const manySlow = 0.1;

/** OPS-1: what a coordinator should know of, the gravest first. */
export function whatIsAmiss({ database, redis, processes }: Omit<OperationView, 'amiss' | 'at'>): Amiss[] {
  const readers = processes.reduce((sum, each) => sum + each.readers, 0);
  const slow = processes.reduce((sum, each) => sum + each.slowReaders, 0);
  const found: [Amiss, boolean][] = [
    ['database', database === 'away'],
    ['redis', redis === 'away'],
    ['saving', processes.some(({ saved }) => saved !== null && saved.p95 > slowSaving)],
    ['readers', slow > 0 && slow >= readers * manySlow],
    ['busy', processes.some(({ delay }) => delay > lateWork)],
  ];
  return found.filter(([, is]) => is).map(([kind]) => kind);
}
