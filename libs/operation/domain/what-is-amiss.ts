import type { Amiss, OperationView, ProcessView } from './operation.view.js';

/** Milliseconds; engine.md's promise is 50 for most. */
const slowSaving = 1_000;
const lateWork = 250;
/** Part of the readers. */
const manySlow = 0.1;
/** Part of the edits: as many as may take longer than `p95`. */
const manyUnsaved = 0.05;
/** Events; listeners take some hundred a second. */
const manyWaiting = 1_000;

/** OPS-1: what a coordinator should know of, the gravest first. */
export function whatIsAmiss({
  database,
  redis,
  processes,
  emails,
  following,
  failedWork,
}: Omit<OperationView, 'amiss' | 'at'>): Amiss[] {
  const readers = processes.reduce((sum, each) => sum + each.readers, 0);
  const slow = processes.reduce((sum, each) => sum + each.slowReaders, 0);
  const found: [Amiss, boolean][] = [
    ['database', database === 'away'],
    ['redis', redis === 'away'],
    ['saving', processes.some(savesSlowly)],
    ['damaged', processes.some(({ damaged }) => damaged > 0)],
    ['untold', following.dead > 0],
    ['behind', following.waiting > manyWaiting],
    ['mail', emails.delivery === 'waiting'],
    ['emails', emails.failed > 0],
    ['underived', following.underived > 0],
    ['work', failedWork > 0],
    ['readers', slow > 0 && slow >= readers * manySlow],
    ['busy', processes.some(({ delay }) => delay > lateWork)],
  ];
  return found.filter(([, is]) => is).map(([kind]) => kind);
}

/** What is not saved at all has no time that `p95` could show. */
const savesSlowly = ({ saved, unsaved }: ProcessView): boolean =>
  (saved?.p95 ?? 0) > slowSaving || unsaved > manyUnsaved * ((saved?.count ?? 0) + unsaved);
