/** Words that this device still has to send, as shown before it forgets them. */
export interface UnsentWork {
  readonly id: string;
  /** What the person knows it by, for example a statement's title. */
  readonly label: string;
  /** Plain text to put on the clipboard. */
  text(): Promise<string>;
  /** Tries to send; true when everything arrived. Absent when it cannot be sent any more. */
  send?(): Promise<boolean>;
}

/** Something that keeps a person's words on this device. */
export interface LocalCopies {
  unsent(personId: string): Promise<readonly UnsentWork[]>;
  /** Forgets all of the person's copies; for everybody when null. */
  clear(personId: string | null): Promise<void>;
  /** Forgets what is older here than what the server has of these, since something was erased from them. */
  forgetOlder?(personId: string, texts: readonly ErasedText[]): Promise<void>;
}

/** A text from which something was erased. */
export interface ErasedText {
  readonly id: string;
  /** Copies of an earlier one are from before. */
  readonly epoch: number;
}

const guards = new Set<LocalCopies>();

/** Signing out asks every guard first, and clears it after; the answer takes the guard back. */
export function registerSignOutGuard(guard: LocalCopies): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

/** Everything that would be lost. A guard that cannot be read keeps nobody from signing out. */
export async function unsentWork(personId: string): Promise<readonly UnsentWork[]> {
  const answers = await Promise.allSettled([...guards].map((guard) => guard.unsent(personId)));
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}

export async function clearLocalCopies(personId: string | null): Promise<void> {
  await Promise.allSettled([...guards].map((guard) => guard.clear(personId)));
}

/** Rejected where something of it stays. */
export async function forgetOlderCopies(personId: string, texts: readonly ErasedText[]): Promise<void> {
  await Promise.all([...guards].map(async (guard) => guard.forgetOlder?.(personId, texts)));
}
