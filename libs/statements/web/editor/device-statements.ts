const key = 'plenary.statement-titles';
const most = 50;

function read(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>;
  } catch {
    return {}; // no storage, or not ours: names are a comfort, not the text
  }
}

/** Remembers a statement's title on this device, so that unsent words can be named without a network. */
export function rememberTitle(statementId: string, title: string): void {
  const others = Object.entries(read()).filter(([id]) => id !== statementId);
  try {
    localStorage.setItem(
      key,
      JSON.stringify(Object.fromEntries([...others.slice(1 - most), [statementId, title]])),
    );
  } catch {
    // The storage is full or forbidden: the list then shows ids.
  }
}

export const titleOnDevice = (statementId: string): string | null => read()[statementId] ?? null;

export function forgetTitles(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept where storage is forbidden.
  }
}
