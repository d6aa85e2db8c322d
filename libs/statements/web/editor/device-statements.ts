import type { StatementView } from '@plenary/statements/domain';

/** Its first version held titles alone. */
const key = 'plenary.statement-titles';
const most = 50;

interface Kept {
  readonly person: string;
  readonly statements: Readonly<Record<string, StatementView>>;
}

function read(personId: string): Kept['statements'] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Kept> | null;
    return (kept?.person === personId && kept.statements) || {};
  } catch {
    return {}; // no storage, or not ours: names are a comfort, not the text
  }
}

function write(person: string, statements: Kept['statements']): void {
  try {
    localStorage.setItem(key, JSON.stringify({ person, statements } satisfies Kept));
  } catch {
    // The storage is full or forbidden: the list then shows ids.
  }
}

/** Remembers what a statement is, beside the copy of its text, so that it opens and is named without a network. */
export function rememberStatement(personId: string, statement: StatementView): void {
  const others = Object.entries(read(personId)).filter(([id]) => id !== statement.id);
  write(personId, Object.fromEntries([...others.slice(1 - most), [statement.id, statement]]));
}

/** Null for what this person has not opened on this device, or may not see any more. */
export const statementOnDevice = (personId: string, id: string): StatementView | null =>
  read(personId)[id] ?? null;

export function forgetStatement(personId: string, statementId: string): void {
  const { [statementId]: _, ...others } = read(personId);
  write(personId, others);
}

export function forgetStatements(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept where storage is forbidden.
  }
}
